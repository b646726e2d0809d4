import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { ruleOf } from '../domain/case.ts'
import { requestForms } from '../domain/enclosures.ts'
import { formChannels } from '../domain/form-request.ts'
import { requestKindNames, requestKinds } from '../domain/kinds.ts'
import type { Operator } from '../domain/operator.ts'
import { choiceLabel } from '../words/choices.ts'
import { fieldLabel } from '../words/fields.ts'
import { verbWords } from '../words/verbs.ts'
import { Choice, Choices } from './choices.tsx'
import type { FormState } from './controls.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { checkFormRequest, hasAddress } from './form-request-check.ts'
import { inputOf } from './form-schema.ts'
import { refusedForm, statusOf } from './form-state.ts'
import { DayField, TextField } from './lines.tsx'
import { Button } from './marks.tsx'
import { unreadable } from './opening/opening-check.ts'
import { Csrf, Page } from './page.tsx'
import type { WebParts } from './parts.ts'
import { paths } from './paths.ts'
import { PersonFields } from './person-fields.tsx'
import { showProblem } from './problem.tsx'
import { type Fields, textsAt } from './read-body.ts'
import { get, mayAny, post, type Sent, type Visit } from './visit.ts'

/** 用紙請求: somebody asks for the form; the case starts here and waits for the form to come back. */
export const formRequestPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, paths.formRequest, async visit => {
    if (!mayAny(visit.by, ruleOf('logFormRequest').by)) return showProblem(visit.request, visit.reply, 403)
    const { today } = await visit.desk.context(visit.by)
    const operators = await served(visit)
    const [only] = operators.length === 1 ? operators : []
    const values = { receivedOn: today.replaceAll('-', '/'), operator: only?.id ?? '' }
    return page(visit, operators, { values, issues: [] }, 200)
  })
  post(app, parts, paths.formRequest, logFormRequest)
}

const served = async ({ desk, by }: Visit): Promise<Operator[]> => {
  const ctx = await desk.context(by)
  return (await desk.operators()).map(({ operator }) => operator).filter(({ id }) => ctx.knowsOperator(id))
}

const logFormRequest = async (visit: Sent): Promise<FastifyReply> => {
  const { desk, by, fields, marks, reply } = visit
  if (!mayAny(by, ruleOf('logFormRequest').by)) return showProblem(visit.request, reply, 403)
  const once = marks._once
  const again = async (form: FormState, status: number) => page(visit, await served(visit), form, status, once)
  const input = inputOf('logFormRequest', fields)
  const unread = unreadable('logFormRequest', input)
  const asked = checkFormRequest(fields, await desk.context(by)).filter(
    each => !unread.some(({ path }) => path === each.path),
  )
  if (unread.length + asked.length > 0) return again({ values: fields, issues: [...unread, ...asked] }, 422)
  const logged = await desk.perform(null, 'logFormRequest', input, by, once ? { once } : {})
  if (!logged.ok) return again(refusedForm('logFormRequest', fields, logged), statusOf(logged))
  const letters = hasAddress(fields) ? ['form-cover'] : requestForms.filter(form => wantedForms(fields).includes(form))
  let written = true
  for (const form of letters) {
    const key = once ? { once: `${once}:${form}` } : {}
    const answer = await desk.perform(logged.number, 'writeLetter', { form }, by, key)
    written &&= answer.ok
  }
  return reply.redirect(`${paths.case(logged.number)}${written ? '' : '?note=cover'}`, 303)
}

/** Forms of the kinds that are thought of; who does not say gets the first of them. */
const wantedForms = (fields: Fields): string[] => {
  const kinds = requestKindNames.filter(kind => textsAt(fields, 'kinds').includes(kind))
  return kinds.length === 0 ? ['request-disclosure'] : kinds.map(kind => requestKinds[kind].form)
}

const words = (name: string) => fieldLabel('logFormRequest', name)
const options = (name: string, values: readonly string[]) =>
  values.map(value => ({ value, label: choiceLabel(name, value) }))

const page = (visit: Visit, operators: readonly Operator[], form: FormState, status: number, once?: string) =>
  visit.reply.code(status).html(
    <Page visit={visit} title={verbWords.logFormRequest.title} at="opening" bare>
      <link rel="stylesheet" href={paths.asset('opening.css')} />
      <div class="sheet opening">
        <h1>{verbWords.logFormRequest.title}</h1>
        <p class="lead">{verbWords.logFormRequest.help}</p>
        <ErrorSummary form={form} />
        <form method="post" action={paths.formRequest} data-once data-walk>
          <Csrf visit={visit} />
          <input type="hidden" name="_once" value={once || randomUUID()} />
          <Choice
            form={form}
            name="operator"
            {...words('operator')}
            required
            options={operators.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Choice
            form={form}
            name="channel"
            {...words('channel')}
            required
            options={options('channel', formChannels)}
          />
          <DayField form={form} name="receivedOn" {...words('receivedOn')} required />
          <PersonFields form={form} verb="logFormRequest" name="requester" label={words('requester').label} required />
          <div class="kinds">
            <Choices form={form} name="kinds" {...words('kinds')} options={options('kinds', requestKindNames)} />
          </div>
          <TextField form={form} name="memo" {...words('memo')} rows={2} />
          <p class="buttons">
            <Button primary>{verbWords.logFormRequest.label}</Button>
            <a href={paths.opening()}>開封台へ戻る</a>
          </p>
        </form>
      </div>
    </Page>,
  )
