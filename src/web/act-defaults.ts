import type { Case, Verb } from '../domain/case.ts'
import { openRefunds } from '../domain/fee.ts'
import { owedBack } from '../domain/fee-owed-back.ts'
import type { Notice } from '../domain/letter.ts'
import { nextSteps, type StepCode } from '../domain/next-steps.ts'
import { openEnvelopes } from '../domain/packing.ts'
import { policyOf } from '../domain/policy-of.ts'
import type { Context } from '../domain/rule.ts'
import { narrowed, optionsOf } from './case-options.ts'
import { fieldsOf } from './form-schema.ts'
import type { Fields } from './read-body.ts'

/** What stands in a form before anybody has typed: today, the only thing there is, what the policy promises. */
export const defaultsOf = (kase: Case, verb: Verb, ctx: Context): Fields => {
  const values: Fields = {}
  for (const field of fieldsOf(verb)) {
    if (field.value !== undefined) values[field.name] = field.value
    if (field.widget === 'day' && todayByDefault.has(field.name)) values[field.name] = ctx.today.replaceAll('-', '/')
    const options = optionsOf(kase, verb, field.name, ctx)
    const [only] = options
    if (field.widget === 'pick' && options.length === 1 && only) values[field.name] = only.value
    if (field.widget === 'picks') values[field.name] = ticked(kase, verb, field.name, options)
    if (field.widget === 'one' && field.required) {
      const choices = narrowed(kase, verb, field.name, field.choices)
      if (choices.length === 1 && choices[0]) values[field.name] = choices[0]
    }
  }
  if (verb === 'refundFee' || verb === 'proposeRefund') Object.assign(values, sumBack(kase, verb))
  if (verb === 'writeLetter') Object.assign(values, offered(kase, ctx))
  return { ...values, ...(verb === 'postLetters' ? promised(kase, ctx) : {}) }
}

/** The sum owed back, where only one receipt can be meant; of a transfer that was approved, exactly that. */
const sumBack = (kase: Case, verb: Verb): Fields => {
  const [due, ...dues] = openRefunds(kase).filter(({ refundDue }) => refundDue !== undefined)
  if (verb === 'refundFee' && due && dues.length === 0)
    return { receipt: due.id, amount: String(due.refundDue), means: 'transfer' }
  const [only, ...more] = owedBack(kase)
  return only && more.length === 0 ? { receipt: only.receipt.id, amount: String(only.amount) } : {}
}

/** The notice that the case is waiting for. */
const offered = (kase: Case, ctx: Context): Fields => {
  const [form] = nextSteps(kase, ctx).flatMap(({ code }) => noticeOf[code] ?? [])
  return form === undefined ? {} : { form }
}

const noticeOf: Partial<Record<StepCode, Notice>> = {
  send_forms: 'form-cover',
  notify_return: 'returned-notice',
  acknowledge: 'acknowledgement',
}

const todayByDefault = new Set(['on', 'receivedOn', 'postedOn', 'since'])

const ticked = (kase: Case, verb: Verb, field: string, options: readonly { value: string }[]): string[] => {
  if (field === 'orders' || verb === 'noteMissing' || verb === 'receiveSupplement') return []
  if (field !== 'letters') return options.map(option => option.value)
  // What lies packed goes together.
  const [envelope] = verb === 'postLetters' ? openEnvelopes(kase) : []
  if (envelope) return [...envelope.letters]
  const printed = kase.letters.filter(letter => letter.printed > 0 && letter.form !== 'reception-slip')
  return options.map(option => option.value).filter(id => printed.some(letter => letter.id === id))
}

/** An answer goes the way the policy promises its readers; a notice may go a simpler one. */
const promised = (kase: Case, ctx: Context): Fields => {
  if (kase.intake.arrivedOn === undefined) return {}
  const policy = policyOf(kase, ctx)
  const out = kase.postings.flatMap(posting => (posting.returnedOn === undefined ? posting.letters : []))
  const reply = kase.letters.some(letter => letter.decision && letter.printed > 0 && !out.includes(letter.id))
  const { service, options } = (reply ? policy.reply : policy.notices).value
  return { service, options: [...options], to: reply && kase.intake.requester !== 'self' ? 'agent' : 'subject' }
}
