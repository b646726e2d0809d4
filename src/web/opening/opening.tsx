import type { FastifyInstance, FastifyReply } from 'fastify'
import { ruleOf } from '../../domain/case.ts'
import { relations } from '../../domain/case-link.ts'
import { blankCase } from '../../domain/evolve.ts'
import type { FormState } from '../controls.tsx'
import { statusOf } from '../form-state.ts'
import type { WebParts } from '../parts.ts'
import { paths } from '../paths.ts'
import { showProblem } from '../problem.tsx'
import { type Fields, textAt } from '../read-body.ts'
import { get, mayAny, post, type Sent, type Visit } from '../visit.ts'
import { freshEnvelope } from './opening-bodies.ts'
import { checkOpening, no } from './opening-check.ts'
import { Checklist } from './opening-checklist.tsx'
import { outlookOf } from './opening-outlook.ts'
import { openingPage } from './opening-page.tsx'
import { OpeningPanel } from './opening-panel.tsx'
import { DeskChoice } from './opening-people.tsx'
import { pressOpening } from './opening-press.ts'
import { awaitsForm, continued, filledIn, following, readScan, sourceAt } from './opening-source.ts'
import { TrackingRead } from './opening-tracking.tsx'

/** 開封台: one envelope, from its label to its case. */
export const openingPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, paths.opening(), clerksOnly(showOpening))
  post(app, parts, paths.opening(), clerksOnly(openEnvelope))
  get(app, parts, paths.openingCheck(), async ({ reply }) => reply.redirect(paths.opening(), 302))
  post(app, parts, paths.openingCheck(), clerksOnly(check))
  post(app, parts, paths.openingPreview, clerksOnly(preview))
}

const clerksOnly =
  <V extends Visit>(handler: (visit: V) => Promise<FastifyReply>) =>
  async (visit: V): Promise<FastifyReply> =>
    mayAny(visit.by, ruleOf('logRequest').by) ? handler(visit) : showProblem(visit.request, visit.reply, 403)

const showOpening = async (visit: Visit): Promise<FastifyReply> => {
  const { desk, by, query, request, reply } = visit
  const from = query.from
  if (from !== undefined) {
    const source = await sourceAt(desk, from, by)
    if (source === null) return showProblem(request, reply, 404)
    if (!awaitsForm(source.kase)) return reply.redirect(paths.case(source.number), 302)
  }
  if (query.linked !== undefined && (await sourceAt(desk, query.linked, by)) === null)
    return showProblem(request, reply, 404)
  const [ctx, operators] = await Promise.all([desk.context(by), desk.operators()])
  const served = operators.map(({ operator }) => operator.id).filter(ctx.knowsOperator)
  const fields = filledIn(await known(visit, {}, query), freshEnvelope(ctx.today, served))
  return openingPage(visit, { values: fields, issues: [] }, 200)
}

/** What the case named in the query, or by the code on the paper, already tells. */
const known = async ({ desk, by }: Visit, fields: Fields, query: Readonly<Record<string, string>>): Promise<Fields> => {
  const scanned = query.from ?? textAt(fields, 'from').trim()
  const from = scanned === '' ? null : await sourceAt(desk, scanned, by)
  if (from && awaitsForm(from.kase)) return filledIn({ ...fields, from: from.number }, continued(from))
  const linked = query.linked === undefined ? null : await sourceAt(desk, query.linked, by)
  if (linked === null) return fields
  const relation = relations.find(each => each === query.relation) ?? 'follow_up'
  return filledIn({ ...fields, linkedTo: linked.number, relation }, following(linked, relation))
}

const check = async (visit: Sent): Promise<FastifyReply> =>
  openingPage(visit, { values: await known(visit, visit.fields, visit.query), issues: [] }, 200)

const preview = async (visit: Sent): Promise<FastifyReply> => {
  const outlook = await outlookOf(visit, visit.fields)
  const form: FormState = { values: visit.fields, issues: [] }
  return visit.reply.html(
    <div>
      <TrackingRead outlook={outlook} />
      <DeskChoice form={form} outlook={outlook} />
      <Checklist outlook={outlook} fields={visit.fields} />
      <OpeningPanel outlook={outlook} />
    </div>,
  )
}

const openEnvelope = async (visit: Sent): Promise<FastifyReply> => {
  const { desk, by, fields, marks } = visit
  const scanned = textAt(fields, 'from').trim()
  const source = scanned === '' ? null : await sourceAt(desk, scanned, by)
  if (scanned !== '' && source?.kase.formRequest === undefined) return openingPage(visit, unknownForm(fields), 422)
  const ctx = await desk.context(by)
  const checked = checkOpening(fields, source?.kase ?? blankCase, ctx)
  if (checked.issues.length > 0) return openingPage(visit, checked, 422)
  if (checked.problem !== undefined) return openingPage(visit, checked, 409)
  const from = source?.number ?? null
  const pressed = await pressOpening({ desk, by, once: marks._once, from }, fields)
  if (pressed.ok) {
    return visit.reply.redirect(paths.case(pressed.number, { note: pressed.note }), 303)
  }
  const form = 'refusal' in pressed ? no(fields, 'logRequest', pressed.refusal) : checked
  return openingPage(visit, form, statusOf(pressed))
}

const unknownForm = (fields: Fields): FormState => ({
  values: fields,
  issues: [
    {
      path: 'from',
      label: '用紙請求の受付番号',
      sentence:
        readScan(textAt(fields, 'from')) === null
          ? '受付番号が違います。8桁の番号を確かめ、入れ直してください。'
          : 'この番号の用紙請求は見当たりません。番号を確かめるか、空けて新しい案件として受け付けてください。',
    },
  ],
})
