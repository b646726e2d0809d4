import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import { openPackages, type Packages } from '../desk/packages.ts'
import { barred } from '../domain/case.ts'
import { noChoice, packableLetter, packageOf } from '../domain/package.ts'
import { refuse } from '../domain/refusal.ts'
import { packageFaultSentence } from '../words/package-faults.ts'
import { refusalSentence } from '../words/refusals.ts'
import { caseAt } from './case-at.ts'
import { type BandFacts, CaseBand } from './case-band.tsx'
import { emptyForm, type FormState } from './controls.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { statusOf } from './form-state.ts'
import { choiceIn, type Typed } from './package-choice.ts'
import { ChoiceForm } from './package-choice-form.tsx'
import { Locked, Made, MakeForm, Nothing } from './package-forms.tsx'
import { packagePaths } from './package-paths.ts'
import { Page } from './page.tsx'
import type { WebParts } from './parts.ts'
import { paths } from './paths.ts'
import { showProblem } from './problem.tsx'
import { reopened } from './reopened.ts'
import { get, post, type Sent, type Visit } from './visit.ts'

/** 開示資料: choose files and pages, mask, make one PDF, lock it for handing over as data. */
export const packagePages = (app: FastifyInstance, parts: WebParts): void => {
  const packages = openPackages(parts)
  get(app, parts, '/cases/:number/package', visit => show(visit, packages, emptyForm, 200))
  post(app, parts, '/cases/:number/package', visit => choose(visit, packages))
  post(app, parts, '/cases/:number/package/made', async visit => {
    const { number = '' } = visit.params
    const answer = await packages.make(number, visit.by)
    return answer.ok ? visit.reply.redirect(packagePaths.package(number), 303) : refused(visit, packages, answer)
  })
  post(app, parts, '/cases/:number/package/locked', async visit => {
    const { number = '' } = visit.params
    const answer = await packages.lock(number, visit.by)
    if (!answer.ok) return refused(visit, packages, answer)
    const found = await caseAt(visit)
    if (found === null) return showProblem(visit.request, visit.reply, 404)
    // Shown in the answer to this one request: no later page can show it again.
    return visit.reply.html(
      <Frame visit={visit} found={found} title="電子データの作成">
        <Locked visit={visit} found={found} file={answer.file} password={answer.password} />
      </Frame>,
    )
  })
  for (const sent of ['made', 'locked'])
    reopened(app, parts, `/cases/:number/package/${sent}`, ({ number = '' }) => packagePaths.package(number))
  get(app, parts, '/cases/:number/package.pdf', async ({ by, params, request, reply }) => {
    const { number = '' } = params
    const pdf = await packages.read(number, by)
    if (pdf === null) return showProblem(request, reply, 404)
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="disclosure-${number}.pdf"`)
      .send(pdf)
  })
}

type No = Extract<Awaited<ReturnType<Packages['make']>>, { ok: false }>

const refused = (visit: Visit, packages: Packages, answer: No): Promise<FastifyReply> => {
  const problem = 'fault' in answer ? packageFaultSentence(answer.fault) : refusalSentence(answer.refusal)
  const status = 'fault' in answer ? 422 : statusOf(answer)
  return show(visit, packages, { values: {}, issues: [], problem }, status)
}

const choose = async (visit: Sent, packages: Packages): Promise<FastifyReply> => {
  const { number = '' } = visit.params
  const found = await caseAt(visit)
  if (found === null) return showProblem(visit.request, visit.reply, 404)
  const letter = packableLetter(found.kase)
  if (letter === null) return refused(visit, packages, { ok: false, refusal: refuse('reply_missing') })
  const files = await visit.parts.files.list(number, visit.by)
  const typed = choiceIn(visit.fields, files, (await packages.choice(number, visit.by)) ?? noChoice)
  if (typed.issues.length > 0) return show(visit, packages, { values: visit.fields, issues: typed.issues }, 422, typed)
  const seen = visit.marks._seen === undefined ? {} : { seen: Number(visit.marks._seen) }
  const input = { letter: letter.id, choice: typed.choice }
  const answer = await visit.desk.perform(number, 'choosePackage', input, visit.by, seen)
  if (answer.ok) return visit.reply.redirect(packagePaths.package(number), 303)
  const refusal = 'refusal' in answer ? answer.refusal : refuse('package_too_long')
  return refused(visit, packages, { ok: false, refusal })
}

const show = async (
  visit: Visit,
  packages: Packages,
  form: FormState,
  status: number,
  typed?: Typed,
): Promise<FastifyReply> => {
  const found = await caseAt(visit)
  if (found === null) return showProblem(visit.request, visit.reply, 404)
  const { number, kase } = found
  const letter = packableLetter(kase)
  const pack = letter ? packageOf(kase, letter.id) : undefined
  const files = (await visit.parts.files.list(number, visit.by)).filter(file => file.origin === 'uploaded')
  const stored = (await packages.choice(number, visit.by)) ?? noChoice
  const choice = typed?.choice ?? stored
  const no = barred(kase, 'choosePackage', found.context)
  const forms = { visit, found, form, pack, choice, files, may: no === null }
  return visit.reply.code(status).html(
    <Frame visit={visit} found={found} title="開示資料">
      <ErrorSummary form={form} />
      {letter === null ? (
        <Nothing number={number} />
      ) : (
        <>
          {no !== null && form.problem === undefined && <p class="lead">いまは変えられません。{refusalSentence(no)}</p>}
          <ChoiceForm {...forms} letter={letter} />
          {pack && <MakeForm {...forms} choice={stored} />}
          {pack?.made && <Made {...forms} made={pack.made} />}
        </>
      )}
    </Frame>,
  )
}

export const Frame = ({
  visit,
  found,
  title,
  children,
}: {
  visit: Visit
  found: BandFacts
  title: string
  children: ComponentChildren
}) => (
  <Page visit={visit} title={`${title}（${found.number}）`} at="cases" bare>
    <link rel="stylesheet" href={paths.asset('masking.css')} />
    <CaseBand {...found} small />
    <div class="sheet wide">
      <h1>{title}</h1>
      {children}
    </div>
  </Page>
)
