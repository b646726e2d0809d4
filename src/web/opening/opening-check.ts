import { type FieldIssue, issueCode, issuesOf, unprintable } from '../../desk/issues.ts'
import { barred, type Case, decide, ruleOf, type Verb } from '../../domain/case.ts'
import { evolve } from '../../domain/evolve.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import { type Context, stripped } from '../../domain/rule.ts'
import { fieldLabel } from '../../words/fields.ts'
import { issueSentence } from '../../words/issues.ts'
import { refusalSentence } from '../../words/refusals.ts'
import type { FormIssue, FormState } from '../controls.tsx'
import { type Fields, isBlank } from '../read-body.ts'
import { feeBody, logBody } from './opening-bodies.ts'

/**
 * Everything that the rules have against this envelope, its money included, before anything is stored: one press makes
 * several commands, and the first must not stand when the clerk mistyped the third.
 */
export const checkOpening = (fields: Fields, kase: Case, ctx: Context): FormState => {
  const log = read('logRequest', logBody(fields))
  const money = feeBody(fields)
  const fee = money && read('receiveFee', money)
  // The money came with the envelope; its day is said where the envelope's day stands.
  const wrongMoney = fee && 'issues' in fee ? fee.issues.filter(({ path }) => path !== 'receivedOn') : []
  const issues = wrongMoney.map(issue => told('receiveFee', issue))
  if ('issues' in log) {
    const noKind = isBlank(fields.kinds) ? [refused('logRequest', refuse('kind_missing', { field: 'kinds' }))] : []
    return { values: fields, issues: [...log.issues.map(issue => told('logRequest', issue)), ...noKind, ...issues] }
  }
  // A form that came back a second time meets its own first press: the desk knows the key and repeats its answer.
  if (barred(kase, 'logRequest', ctx) !== null) return { values: fields, issues }
  const logged = decide(kase, 'logRequest', log.body, ctx)
  if (isRefusal(logged)) return no(fields, 'logRequest', logged, issues)
  if (fee === null || 'issues' in fee) return { values: fields, issues }
  const after = logged.reduce((so, event) => evolve(so, event, { seq: so.seq + 1, at: ctx.now, by: ctx.by.id }), kase)
  const received = decide(after, 'receiveFee', fee.body, ctx)
  return isRefusal(received) ? no(fields, 'receiveFee', received) : { values: fields, issues }
}

/** What of a command's body cannot be read, said at its fields. */
export const unreadable = (verb: Verb, input: Fields): FormIssue[] => {
  const given = read(verb, input)
  return 'issues' in given ? given.issues.map(issue => told(verb, issue)) : []
}

type Read = { readonly body: Record<string, unknown> } | { readonly issues: readonly FieldIssue[] }

const read = (verb: Verb, input: Fields): Read => {
  const parsed = ruleOf(verb).body.safeParse(input, { error: issueCode })
  if (!parsed.success) return { issues: issuesOf(parsed.error) }
  const body = stripped(parsed.data as Record<string, unknown>)
  const blind = unprintable(body)
  return blind.length > 0 ? { issues: blind } : { body }
}

/** The field of the page that a verb's path means: one of several boxes is said at the boxes, an agent at the name. */
const at = (verb: Verb, path: string): string => {
  if (path === 'requester' && verb === 'logRequest') return path
  const field = path.replace(/^(kinds|enclosed)\.\d+$/, '$1').replace(/^(agent|subject|requester)$/, '$1.family')
  return verb === 'receiveFee' ? `fee.${field}` : field
}

const told = (verb: Verb, { path, code, about }: FieldIssue): FormIssue => ({
  path: at(verb, path),
  label: fieldLabel(verb, path).label,
  sentence:
    code === 'required' && chosen.includes(path)
      ? '選ばれていません。一つ選んでください。'
      : issueSentence(code, about),
})

/** Nothing is typed into these. */
const chosen: readonly string[] = ['operator', 'service', 'requester', 'method', 'orders.face']

const refused = (verb: Verb, refusal: Refusal): FormIssue => ({
  path: at(verb, refusal.field ?? ''),
  label: fieldLabel(verb, refusal.field ?? '').label,
  sentence: refusalSentence(refusal),
})

/** The form after a "no" of the rules, said at its field. */
export const no = (fields: Fields, verb: Verb, refusal: Refusal, others: readonly FormIssue[] = []): FormState =>
  refusal.field === undefined
    ? { values: fields, issues: others, problem: refusalSentence(refusal) }
    : { values: fields, issues: [refused(verb, refusal), ...others] }
