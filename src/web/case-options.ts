import type { Case, Verb } from '../domain/case.ts'
import { standing } from '../domain/decision.ts'
import { demanded } from '../domain/enclosures.ts'
import { longDay } from '../domain/era.ts'
import { type Receipt, unassigned } from '../domain/fee.ts'
import { waitsForCount } from '../domain/fee-count.ts'
import { type GroundCode, groundCodes, groundOf } from '../domain/grounds.ts'
import { owesMasking } from '../domain/identity.ts'
import { outcomes, outcomesOf } from '../domain/kinds.ts'
import { notices } from '../domain/letter.ts'
import { calledFor } from '../domain/letter-called-for.ts'
import { openEnvelopes } from '../domain/packing.ts'
import { policyOf } from '../domain/policy-of.ts'
import { type Context, openKinds } from '../domain/rule.ts'
import { formatYen, yen } from '../domain/yen.ts'
import { choiceLabel } from '../words/choices.ts'
import { itemName } from '../words/item-names.ts'
import { outcomeWords } from '../words/outcomes.ts'
import { asWords, paperWords, whoseWords } from '../words/papers.ts'
import { meansWords } from '../words/payments.ts'
import { requestKindWords } from '../words/requests.ts'
import { lettersIn as letters, postingsIn as postings } from './case-options-post.ts'
import type { Option } from './controls.tsx'

/** What a field of a verb can point at on this case: papers, receipts, decisions, letters … in words. */
export const optionsOf = (kase: Case, verb: Verb, field: string, ctx: Context): readonly Option[] => {
  const lists: Readonly<Record<string, () => readonly Option[]>> = {
    paper: () => papers(kase, verb),
    papers: () => papers(kase, verb),
    receipt: () => receipts(kase, verb),
    orders: () => orders(kase),
    inquiry: () => inquiries(kase),
    decision: () => decisions(kase, verb),
    letter: () => letters(kase, verb),
    letters: () => letters(kase, verb),
    posting: () => postings(kase, verb),
    envelope: () => openEnvelopes(kase).map(({ id }) => ({ value: id, label: itemName(id) })),
    items: () => items(kase, verb, ctx),
  }
  return Object.hasOwn(lists, field) ? (lists[field]?.() ?? []) : []
}

/** Choices of an enum that make sense on this case: only kinds asked for and still without a decision. */
export const narrowed = (kase: Case, verb: Verb, field: string, choices: readonly string[]): readonly string[] => {
  if (field === 'kinds' && verb === 'withdraw') return openKinds(kase)
  if (verb === 'writeLetter') return notices.filter(form => calledFor(kase, form))
  if (verb !== 'draftDecision') return choices
  const kinds = openKinds(kase).filter(kind => !standing(kase, kind))
  if (field === 'kind') return kinds
  if (field === 'outcome') return outcomes.filter(outcome => kinds.some(kind => outcomesOf[kind].includes(outcome)))
  const fits = (code: string) => kinds.some(kind => isGround(code) && groundOf(code).kinds.includes(kind))
  return field === 'grounds' || field === 'ground' ? choices.filter(fits) : choices
}

const isGround = (code: string): code is GroundCode => groundCodes.some(each => each === code)

/** 開示する rather than 「ご請求のとおりにする」, where only one kind can be meant. */
export const choiceOn = (kase: Case | undefined, verb: Verb, field: string, value: string): string => {
  const [kind, ...others] =
    kase && verb === 'draftDecision' ? openKinds(kase).filter(each => !standing(kase, each)) : []
  const outcome = outcomes.find(each => each === value)
  return field === 'outcome' && kind && outcome && others.length === 0
    ? outcomeWords(kind, outcome)
    : choiceLabel(field, value)
}

const papers = (kase: Case, verb: Verb): Option[] =>
  kase.identity.papers
    .filter(paper => (verb === 'maskPaper' ? owesMasking(paper) : paper.fate === undefined))
    .map(paper => ({
      value: paper.id,
      label: `${paperWords[paper.kind]}（${whoseWords[paper.whose]}・${asWords[paper.as]}）`,
      help: `${longDay(paper.receivedOn)} 受領・${paper.place}`,
    }))

/** Which receipts a verb can take; any, where nothing is said. */
const takes: { readonly [V in Verb]?: (receipt: Receipt) => boolean } = {
  recountCash: waitsForCount,
  reverseFee: receipt => receipt.line === undefined,
  proposeRefund: receipt => receipt.refund === undefined,
  approveRefund: receipt => receipt.refund !== undefined && receipt.refundDue === undefined,
  declineRefund: receipt => receipt.refund !== undefined && receipt.refundDue === undefined,
  withdrawRefund: receipt =>
    receipt.refund !== undefined || receipt.sent?.some(each => each.line === undefined) === true,
}

const receipts = (kase: Case, verb: Verb): Option[] =>
  kase.fee.receipts
    .filter(receipt => !receipt.reversed && takes[verb]?.(receipt) !== false)
    .map(receipt => {
      const came = `${longDay(receipt.receivedOn)} ${meansWords[receipt.means]}`
      // The second count is blind.
      if (verb === 'recountCash') return { value: receipt.id, label: came }
      const back = receipt.refund && `・返金 ${formatYen(receipt.refund.amount)}`
      return {
        value: receipt.id,
        label: `${came} ${formatYen(receipt.amount)}`,
        help: `充当 ${formatYen(receipt.applied)}・預り ${formatYen(yen(unassigned(receipt)))}${back ?? ''}`,
      }
    })

/** 定額小為替 of receipts that stand; which of them are cashed by now, 為替帳 knows. */
const orders = (kase: Case): Option[] =>
  kase.fee.receipts
    .filter(receipt => !receipt.reversed)
    .flatMap(({ id, orders: pieces }) =>
      pieces.map(({ face, issuedOn, number }, at) => ({
        value: `${id}-${at + 1}`,
        label: `${formatYen(yen(face))}${number === undefined ? '' : `　証書番号 ${number}`}`,
        help: `${itemName(id)}・${longDay(issuedOn)} 発行`,
      })),
    )

const inquiries = (kase: Case): Option[] =>
  kase.inquiries
    .filter(inquiry => inquiry.finding === undefined)
    .map(inquiry => ({
      value: inquiry.id,
      label: `${typeof inquiry.department === 'string' ? `${inquiry.department}：` : ''}${inquiry.systems.join('、')}`,
      help: `${longDay(inquiry.openedOn)} 依頼・${inquiry.period}`,
    }))

const decisions = (kase: Case, verb: Verb): Option[] =>
  kase.decisions
    .filter(decision => {
      const letters = kase.letters.filter(letter => letter.decision === decision.id)
      if (verb === 'writeReply') return decision.state === 'approved' && letters.every(letter => letter.discarded)
      // An approval, too, may be taken back while its answer is in the house.
      const sent = letters.some(letter => kase.postings.some(posting => posting.letters.includes(letter.id)))
      return decision.state === 'waiting' || (verb === 'returnDecision' && decision.state === 'approved' && !sent)
    })
    .map(decision => ({
      value: decision.id,
      label: `${requestKindWords[decision.kind]}：${outcomeWords(decision.kind, decision.outcome)}`,
    }))

/** What is missing now; for noting a gap anything the policy asks for. */
const items = (kase: Case, verb: Verb, ctx: Context): Option[] => {
  const asked =
    kase.intake.arrivedOn === undefined
      ? []
      : demanded(policyOf(kase, ctx), {
          kinds: kase.intake.kinds,
          requester: kase.intake.requester,
          onForm: kase.intake.onForm,
        }).map(each => each.code)
  const listed =
    verb === 'noteMissing' ? asked.filter(code => !kase.intake.missing.includes(code)) : kase.intake.missing
  return listed.map(code => ({ value: code, label: choiceLabel('items', code) }))
}
