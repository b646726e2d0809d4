import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { issueCode, issuesOf } from '../desk/issues.ts'
import { barred, isVerb, ruleOf, type Verb } from '../domain/case.ts'
import { issueSentence } from '../words/issues.ts'
import { refusalSentence } from '../words/refusals.ts'
import { verbWords } from '../words/verbs.ts'
import { defaultsOf } from './act-defaults.ts'
import { materialOf } from './act-material.tsx'
import { recordedOf } from './act-recorded.ts'
import { caseAt } from './case-at.ts'
import { type BandFacts, CaseBand } from './case-band.tsx'
import type { FormIssue, FormState } from './controls.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { FileList } from './files.tsx'
import { inputOf } from './form-schema.ts'
import { refusedForm, statusOf } from './form-state.ts'
import { CaseLetters } from './letters-of-case.tsx'
import { PasswordField } from './lines.tsx'
import { Button } from './marks.tsx'
import { Csrf, Page } from './page.tsx'
import { CasePapers } from './papers-of-case.tsx'
import type { WebParts } from './parts.ts'
import { paths } from './paths.ts'
import { showProblem } from './problem.tsx'
import type { Fields } from './read-body.ts'
import { VerbFields } from './verb-form.tsx'
import { get, post, type Sent, type Visit } from './visit.ts'

/** One verb on one case: its form, and the deed. The verb's own schema makes the form, so a new verb needs no page. */
export const actPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/cases/:number/acts/:verb', showAct)
  post(app, parts, '/cases/:number/acts/:verb', doAct)
}

type Found = BandFacts & { readonly verb: Verb }

const find = async (visit: Visit): Promise<Found | null> => {
  const { verb = '' } = visit.params
  if (!isVerb(verb) || ruleOf(verb).opens || ruleOf(verb).inner) return null
  const found = await caseAt(visit)
  return found && { ...found, verb }
}

const showAct = async (visit: Visit): Promise<FastifyReply> => {
  const found = await find(visit)
  if (found === null) return showProblem(visit.request, visit.reply, 404)
  const { kase, verb, context } = found
  const no = barred(kase, verb, context)
  if (no !== null) return barredPage(visit, found, refusalSentence(no), no.refused === 'not_allowed' ? 403 : 409)
  const values = { ...defaultsOf(kase, verb, context), ...(await recordedOf(visit, found)) }
  return formPage(visit, found, { values, issues: [] }, 200)
}

const doAct = async (visit: Sent): Promise<FastifyReply> => {
  const found = await find(visit)
  if (found === null) return showProblem(visit.request, visit.reply, 404)
  const { number, verb } = found
  const { _once: once, _seen: seen, _password: password } = visit.marks
  const again = (form: FormState, status: number) => formPage(visit, found, form, status, once)
  const input = inputOf(verb, visit.fields)
  if (verbWords[verb].irreversible !== undefined) {
    const wrong = await wrongPassword(visit, password ?? '')
    // All that is wrong is said at once: the password has to be typed again in any case.
    if (wrong) return again({ values: visit.fields, issues: [...wrongFields(verb, visit.fields, input), wrong] }, 422)
  }
  const answer = await visit.desk.perform(number, verb, input, visit.by, {
    ...(once && { once }),
    // A form without its number saw nothing.
    seen: /^\d{1,9}$/.test(seen ?? '') ? Number(seen) : 0,
  })
  if (answer.ok) return visit.reply.redirect(paths.case(answer.number), 303)
  return again(refusedForm(verb, visit.fields, answer), statusOf(answer))
}

const PASSWORD = 'ご自分のパスワード'

const wrongPassword = async ({ parts, by }: Sent, password: string): Promise<FormIssue | null> => {
  if (password !== '' && (await parts.staff.confirmPassword(by.id, password))) return null
  return { path: '_password', label: PASSWORD, sentence: issueSentence(password ? 'password_wrong' : 'required') }
}

const wrongFields = (verb: Verb, values: Fields, input: Fields): readonly FormIssue[] => {
  const read = ruleOf(verb).body.safeParse(input, { error: issueCode })
  return read.success ? [] : refusedForm(verb, values, { ok: false, issues: issuesOf(read.error) }).issues
}

const formPage = async (visit: Visit, found: Found, form: FormState, status: number, once?: string) => {
  const { number, verb, kase, context } = found
  const words = verbWords[verb]
  return visit.reply.code(status).html(
    <Page visit={visit} title={`${words.title}（${number}）`} at="cases" bare>
      <CaseBand {...found} small />
      <div class="desk">
        <div class="sheet">
          <h1>{words.title}</h1>
          {words.help && <p class="lead">{words.help}</p>}
          <ErrorSummary form={form} />
          {await materialOf(visit, found)}
          <form method="post" action={paths.act(number, verb)} data-once>
            <Csrf visit={visit} />
            <input type="hidden" name="_once" value={once ?? randomUUID()} />
            <input type="hidden" name="_seen" value={kase.seq} />
            <VerbFields verb={verb} form={form} on={{ kase, context }} />
            {words.irreversible && <Irreversible sentence={words.irreversible} form={form} />}
            <p class="buttons">
              <Button primary>{words.label}</Button>
              <a href={paths.case(number)}>案件へ戻る</a>
            </p>
          </form>
        </div>
        <aside class="beside" aria-label="書類">
          <CasePapers kase={kase} />
          <CaseLetters number={number} kase={kase} />
          <FileList number={number} files={await visit.parts.files.list(number, visit.by)} />
        </aside>
      </div>
    </Page>,
  )
}

const Irreversible = ({ sentence, form }: { sentence: string; form: FormState }) => (
  <div class="irreversible">
    <p>
      <span aria-hidden="true">▲</span> {sentence}
    </p>
    <PasswordField form={form} name="_password" label={PASSWORD} required />
  </div>
)

const barredPage = (visit: Visit, found: Found, sentence: string, status: number) =>
  visit.reply.code(status).html(
    <Page visit={visit} title={verbWords[found.verb].title} at="cases" bare>
      <CaseBand {...found} small />
      <div class="sheet">
        <h1>{verbWords[found.verb].title}</h1>
        <p class="lead">いまは実行できません。{sentence}</p>
        <p>
          <a href={paths.case(found.number)}>案件へ戻る</a>
        </p>
      </div>
    </Page>,
  )
