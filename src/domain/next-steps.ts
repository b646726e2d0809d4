import { authorityEnded, mustTellSubject } from './authority.ts'
import type { Case, Verb } from './case.ts'
import { reckonCase } from './clock.ts'
import { answerIsOut, keptUntil } from './closing.ts'
import { addDays, type PlainDate } from './day.ts'
import { standing } from './decision.ts'
import { heldUntil } from './delivery.ts'
import { openRefunds, outstanding } from './fee.ts'
import { moneyAsked, moneyInHand, moneyLeft } from './fee-steps.ts'
import { identityPassed, owesMasking } from './identity.ts'
import { feeAllowed } from './kinds.ts'
import type { Letter } from './letter.ts'
import { calledFor } from './letter-called-for.ts'
import { openEnvelopes, waitsForSecond } from './packing.ts'
import { policyOf } from './policy-of.ts'
import { onPaper } from './post.ts'
import { type Context, openKinds, type Role } from './rule.ts'
import { openRound } from './supplement.ts'

/** What is owed next, by whom and until when: derived, stored nowhere. The first one is the case's 「次にすること」. */
export const stepCodes = [
  'unfreeze',
  'send_forms',
  'await_form',
  'mask_paper',
  'recheck_majority',
  'request_supplement',
  'await_supplement',
  'deem_withdrawn_supplement',
  'receive_papers',
  'check_identity',
  'check_identity_again',
  'check_authority',
  'confirm_subject',
  'request_fee',
  'await_fee',
  'remind_fee',
  'deem_withdrawn_fee',
  'recount_cash',
  'rebook_cash',
  'cash_order',
  'approve_refund',
  'send_refund',
  'assign_money',
  'decide_overpaid',
  'open_inquiry',
  'await_inquiry',
  'identify_subject',
  'draft_decision',
  'approve_decision',
  'approve_waiver',
  'write_reply',
  'print_letter',
  'pack_letter',
  'confirm_packing',
  'post_reply',
  'await_delivery',
  'repost',
  'notify_return',
  'await_certificate',
  'acknowledge',
  'close',
  'clear_papers',
  'erase',
  'nothing',
] as const
export type StepCode = (typeof stepCodes)[number]

export interface Step {
  readonly code: StepCode
  readonly by: Role
  readonly verb?: Verb
  readonly dueOn?: PlainDate
}

type Now = Pick<Context, 'today' | 'policyOn' | 'calendar'>

export const nextSteps = (kase: Case, now: Now): readonly [Step, ...Step[]] => {
  const [first = { code: 'nothing', by: 'reception' } satisfies Step, ...rest] = collect(kase, now)
  return [first, ...rest]
}

const collect = (kase: Case, now: Now): Step[] => {
  if (kase.closing.erasedOn !== undefined) return []
  if (kase.closing.frozen) return [{ code: 'unfreeze', by: 'approver', verb: 'unfreeze' }]
  if (kase.intake.arrivedOn === undefined)
    return [...formSteps(kase), ...moneyInHand(kase, now.today), ...lateMoney(kase)]
  if (kase.closing.closedOn !== undefined) return fileSteps(kase, now)
  const due = Object.fromEntries((reckonCase(kase, now)?.internal ?? []).map(each => [each.name, each.date]))
  return [
    ...(kase.fee.waiver ? [{ code: 'approve_waiver', by: 'approver', verb: 'approveWaiver' } as const] : []),
    ...postedSteps(kase, now),
    ...(openKinds(kase).length === 0
      ? []
      : [...requestSteps(kase, now, due.supplement), ...answerSteps(kase, due, now)]),
    ...moneyInHand(kase, now.today),
    ...acknowledgement(kase, due.acknowledge, now),
    ...endSteps(kase),
  ]
}

/** 受付通知: on its day, for one who has heard nothing since the request came. It holds nothing up. */
const acknowledgement = (kase: Case, due: PlainDate | undefined, now: Now): Step[] => {
  if (due === undefined || now.today < due || kase.postings.length > 0) return []
  if (openKinds(kase).length === 0 || kase.letters.some(each => !each.discarded && tells(each))) return []
  return [{ code: 'acknowledge', by: 'reception', verb: 'writeLetter', dueOn: due }]
}

const tells = ({ form, decision }: Letter): boolean => form === 'acknowledgement' || decision !== undefined

/** Money for a form that nobody waits for any more; while one does, it waits for the request. */
const lateMoney = (kase: Case): Step[] => (kase.closing.closedOn === undefined ? [] : moneyLeft(kase))

const formSteps = (kase: Case): Step[] => {
  if (kase.closing.closedOn !== undefined || kase.formRequest === undefined) return []
  return kase.formRequest.sentOn === undefined
    ? [
        {
          code: 'send_forms',
          by: 'reception',
          verb: kase.letters.some(each => each.form === 'form-cover') ? 'sendForms' : 'writeLetter',
        },
      ]
    : [{ code: 'await_form', by: 'reception', verb: 'logRequest' }]
}

const requestSteps = (kase: Case, now: Now, supplementDue: PlainDate | undefined): Step[] => {
  const steps: Step[] = []
  const add = (code: StepCode, by: Role, verb?: Verb, dueOn?: PlainDate) =>
    steps.push({ code, by, ...(verb && { verb }), ...(dueOn && { dueOn }) })
  if (kase.identity.papers.some(owesMasking)) add('mask_paper', 'reception', 'maskPaper')
  if (kase.intake.requester !== 'self' && authorityEnded(kase, now.today))
    add('recheck_majority', 'reception', 'letSubjectTakeOver')
  const round = openRound(kase.supplements)
  if (round && round.dueOn < now.today) add('deem_withdrawn_supplement', 'approver', 'deemWithdrawn', round.dueOn)
  else if (round) add('await_supplement', 'reception', 'receiveSupplement', round.dueOn)
  else if (kase.intake.missing.length > 0) add('request_supplement', 'reception', 'requestSupplement', supplementDue)
  else if (nothingToProve(kase)) return [...steps, ...moneyAsked(kase, now)]
  else if (!identityPassed(kase)) {
    const code = kase.identity.amended ? 'check_identity_again' : 'check_identity'
    if (kase.identity.papers.some(paper => paper.fate === undefined)) add(code, 'reception', 'checkIdentity')
    else add('receive_papers', 'reception', 'receivePaper')
  } else if (kase.intake.requester !== 'self' && kase.identity.authority === undefined)
    add('check_authority', 'reception', 'checkAuthority')
  else if (mustTellSubject(kase, now)) add('confirm_subject', 'reception', 'confirmWithSubject')
  return [...steps, ...moneyAsked(kase, now)]
}

/** Who is amended after the last answer left is proved again only if that answer comes back. */
const nothingToProve = (kase: Case): boolean =>
  kase.identity.amended === true && openKinds(kase).every(kind => answerIsOut(kase, kind))

const answerSteps = (kase: Case, due: Readonly<Record<string, PlainDate>>, now: Now): Step[] => {
  const open = openKinds(kase).filter(kind => !answerIsOut(kase, kind))
  if (open.length === 0) return []
  const decisions = open.map(kind => standing(kase, kind))
  const { decide, post } = due
  const step = (code: StepCode, by: Role, verb: Verb, dueOn?: PlainDate): Step[] => [
    { code, by, verb, ...(dueOn && { dueOn }) },
  ]
  if (decisions.some(each => each?.state === 'waiting'))
    return step('approve_decision', 'approver', 'approveDecision', decide)
  if (decisions.every(each => each === undefined)) {
    if (kase.inquiries.length === 0) return step('open_inquiry', 'reception', 'openInquiry', decide)
    if (kase.inquiries.some(each => each.finding === undefined))
      return step('await_inquiry', 'reception', 'answerInquiry', decide)
    if (kase.inquiries.some(each => each.finding === 'several') && !kase.subjectIdentified)
      return step('identify_subject', 'reception', 'identifySubject', decide)
  }
  if (decisions.some(each => each === undefined)) return step('draft_decision', 'reception', 'draftDecision', decide)
  const letters = decisions.map(each => kase.letters.find(letter => letter.decision === each?.id && !letter.discarded))
  if (letters.some(letter => letter === undefined)) return step('write_reply', 'reception', 'writeReply', post)
  if (letters.some(letter => letter?.printed === 0)) return step('print_letter', 'reception', 'printLetter', post)
  // What was out and came back is `repost`, said once.
  if (letters.every(letter => kase.postings.some(posting => letter && posting.letters.includes(letter.id)))) return []
  const pending = letters.flatMap(letter =>
    letter && !kase.postings.some(posting => posting.letters.includes(letter.id)) ? [letter.id] : [],
  )
  const leave = (): Step[] => {
    const [code, verb] = leaving(kase, pending, now)
    return step(code, 'reception', verb, post)
  }
  if (decisions.every(each => each?.outcome === 'out_of_scope')) return leave()
  const free = open.some(kind => !feeAllowed(kind))
  if (!identityPassed(kase) || (outstanding(kase) > 0 && !free)) return []
  // The power of an agent is looked at again on the day of posting.
  const { authority } = kase.identity
  const stale = authority && ![authority.checkedOn, authority.recheckedOn].includes(now.today)
  return stale ? step('check_authority', 'reception', 'recheckAuthority', post) : leave()
}

/** What stands between printed letters and the counter: their envelope is packed, and looked at by another. */
const leaving = (kase: Case, letters: readonly string[], now: Now) => {
  const done = ['post_reply', 'postLetters'] as const
  const { service, chosenByPerson } = policyOf(kase, now).reply.value
  if (!onPaper(service) || (chosenByPerson && kase.intake.method === 'electronic')) return done
  const envelopes = openEnvelopes(kase)
  const around = letters.map(id => envelopes.find(envelope => envelope.letters.includes(id)))
  if (around.some(envelope => envelope === undefined)) return ['pack_letter', 'packEnvelope'] as const
  return around.some(envelope => envelope && waitsForSecond(kase, envelope, now))
    ? (['confirm_packing', 'confirmPacking'] as const)
    : done
}

const postedSteps = (kase: Case, now: Now): Step[] => {
  const last = kase.postings.findLast(posting => posting.reply)
  if (last === undefined) return []
  if (last.returnedOn !== undefined)
    return [
      { code: 'repost', by: 'reception', verb: leaving(kase, last.letters, now)[1] },
      ...returnNotice(kase, last.returnedOn),
    ]
  if (last.deliveredOn === undefined) {
    const until = heldUntil(last)
    return [{ code: 'await_delivery', by: 'reception', verb: 'recordDelivery', ...(until && { dueOn: until }) }]
  }
  const waits = last.options.includes('delivery_certificate') && last.certificateOn === undefined
  // The postcard comes days later by ordinary mail; chase it after two weeks (law.md §9 case 17).
  return waits
    ? [{ code: 'await_certificate', by: 'reception', verb: 'receiveCertificate', dueOn: addDays(last.deliveredOn, 14) }]
    : []
}

/** 返戻のお知らせ: once for each return, and not to one who has died. */
const returnNotice = (kase: Case, returnedOn: PlainDate): Step[] => {
  const told = kase.letters.some(
    ({ form, discarded, draftedOn }) => form === 'returned-notice' && !discarded && draftedOn >= returnedOn,
  )
  return told || !calledFor(kase, 'returned-notice')
    ? []
    : [{ code: 'notify_return', by: 'reception', verb: 'writeLetter' }]
}

const endSteps = (kase: Case): Step[] => {
  const money = moneyLeft(kase)
  const answered =
    openKinds(kase).every(kind => answerIsOut(kase, kind)) &&
    kase.postings.every(
      posting => posting.deliveredOn !== undefined || posting.returnedOn !== undefined || !posting.reply,
    )
  const back = kase.postings.findLast(posting => posting.reply)?.returnedOn !== undefined
  return answered && !back && money.length === 0 && openRefunds(kase).length === 0
    ? [{ code: 'close', by: 'reception', verb: 'close' }]
    : money
}

/** A closed file: money that came late and papers go back or are shredded, and in the end the particulars are erased. */
const fileSteps = (kase: Case, now: Now): Step[] => {
  const money = [...moneyInHand(kase, now.today), ...moneyLeft(kase)]
  if (kase.identity.papers.some(paper => paper.fate === undefined))
    return [...money, { code: 'clear_papers', by: 'reception', verb: 'shredPaper' }]
  if (money.length > 0) return money
  return keptUntil(kase, now) < now.today ? [{ code: 'erase', by: 'admin', verb: 'erase' }] : []
}
