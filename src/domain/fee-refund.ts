import { z } from 'zod'
import type { Case } from './case.ts'
import type { PlainDate } from './day.ts'
import { liveReceipt, openRefunds, type Receipt, unassigned, whileKept } from './fee.ts'
import type { FeeCorrectionEvent } from './fee-correction.ts'
import { day, keptText, ticked, yenField } from './fields.ts'
import type { Kept } from './kept.ts'
import { keptPayee, type Payee } from './payee.ts'
import { type Refusal, type RefusalCode, refuse } from './refusal.ts'
import { approvers, cashiers, notYetOrTooEarly, rule } from './rule.ts'
import { type Yen, yen } from './yen.ts'

/** 振込による返金: proposed with the payee's account, approved by another person, seen to leave the bank. */
export type FeeRefundEvent =
  | { type: 'RefundProposed'; receipt: string; amount: Yen; payee: Kept<Payee>; reason: Kept<string> }
  | { type: 'RefundApproved'; receipt: string; amount: Yen }
  | { type: 'RefundDeclined'; receipt: string; reason: Kept<string> }
  /** taken back before it was sent */
  | { type: 'RefundWithdrawn'; receipt: string; amount: Yen; reason: Kept<string> }
  /** what was booked as sent has not left (its line was un-matched), or came back (`bounced`) */
  | { type: 'RefundUnsent'; receipt: string; amount: Yen; line?: string; bounced?: true; on?: PlainDate }

const proposed = (receipt: Receipt | undefined): receipt is Receipt & { refund: object } =>
  receipt?.refund !== undefined && receipt.refundDue === undefined

const whileOpen =
  (fits: (receipt: Receipt) => boolean) =>
  (kase: Case): Refusal | null =>
    whileKept(kase) ?? (openRefunds(kase).some(fits) ? null : refuse('nothing_owed'))

/** Sent by hand, so that no line of a statement has to be un-matched first. */
const sentByHand = (receipt: Receipt) => receipt.sent?.findLast(each => each.line === undefined)

export const feeRefundRules = {
  proposeRefund: rule({
    by: cashiers,
    body: z.object({ receipt: z.string(), amount: yenField(), payee: keptPayee(), reason: keptText(1000) }),
    when: kase =>
      whileKept(kase) ??
      (kase.fee.receipts.some(each => !each.reversed && mostOf(kase, each) > 0) ? null : refuse('unknown_receipt')),
    decide(kase, body) {
      const receipt = liveReceipt(kase, body.receipt)
      if (receipt === undefined) return refuse('unknown_receipt', { field: 'receipt' })
      if (receipt.refund !== undefined) return refuse('refund_open', { field: 'receipt' })
      if (receipt.held === 'count_unconfirmed') return refuse('count_unconfirmed', { field: 'receipt' })
      return tooMuch(kase, receipt, body.amount) ?? [{ type: 'RefundProposed', ...body }]
    },
  }),
  /** Whoever approves may also return what was applied; it is then owed again (`refundFee`). */
  approveRefund: rule({
    by: approvers,
    body: z.object({ receipt: z.string() }),
    when: whileOpen(proposed),
    decide(kase, body, ctx): readonly FeeCorrectionEvent[] | Refusal {
      const receipt = liveReceipt(kase, body.receipt)
      if (!proposed(receipt)) return refuse('unknown_receipt', { field: 'receipt' })
      const { amount, by } = receipt.refund
      if (by === ctx.by.id) return refuse('same_person')
      const wrong = tooMuch(kase, receipt, amount)
      if (wrong) return { ...wrong, field: 'receipt' }
      const back = Math.max(0, amount - unassigned(receipt))
      return [
        ...(back > 0 ? [{ type: 'FeeUnapplied' as const, receipt: receipt.id, amount: yen(back) }] : []),
        { type: 'RefundApproved', receipt: receipt.id, amount },
      ]
    },
  }),
  declineRefund: rule({
    by: approvers,
    body: z.object({ receipt: z.string(), reason: keptText(1000) }),
    when: whileOpen(proposed),
    decide: (kase, body) =>
      proposed(liveReceipt(kase, body.receipt))
        ? [{ type: 'RefundDeclined', ...body }]
        : refuse('unknown_receipt', { field: 'receipt' }),
  }),
  /** Not sent after all, or sent and returned by the bank (口座なし、当社からの組戻し): the money is held again. */
  withdrawRefund: rule({
    by: cashiers,
    body: z.object({ receipt: z.string(), reason: keptText(1000) }),
    when: kase =>
      whileKept(kase) ??
      (kase.fee.receipts.some(each => !each.reversed && (each.refund ?? sentByHand(each)) !== undefined)
        ? null
        : refuse('nothing_owed')),
    decide(kase, body, ctx): readonly FeeCorrectionEvent[] | Refusal {
      const receipt = liveReceipt(kase, body.receipt)
      const { refund } = receipt ?? {}
      if (refund) return [{ type: 'RefundWithdrawn', amount: refund.amount, ...body }]
      const sent = receipt && sentByHand(receipt)
      if (sent === undefined) return refuse('unknown_receipt', { field: 'receipt' })
      return [{ type: 'RefundUnsent', receipt: body.receipt, amount: sent.amount, bounced: true, on: ctx.today }]
    },
  }),
  /** The bank's debit line has been matched. */
  refundSent: rule({
    by: cashiers,
    inner: true,
    body: z.object({ receipt: z.string(), amount: yenField(), on: day(), line: z.string().min(1).max(80) }),
    when: whileOpen(each => each.refundDue !== undefined),
    decide(kase, body, ctx): readonly FeeCorrectionEvent[] | Refusal {
      const receipt = liveReceipt(kase, body.receipt)
      if (receipt === undefined) return refuse('unknown_receipt', { field: 'receipt' })
      return (
        notApproved(receipt, body.amount) ??
        notYetOrTooEarly('on', body.on, ctx, receipt.receivedOn) ?? [
          { type: 'FeeRefunded', means: 'transfer', ...body },
        ]
      )
    },
  }),
  /** That line is un-matched again, or the bank has paid the money back by another (`bounced`, 振込不能). */
  refundUnsent: rule({
    by: cashiers,
    inner: true,
    body: z.object({ receipt: z.string(), line: z.string().min(1).max(80), bounced: ticked() }),
    when: whileKept,
    decide(kase, body): readonly FeeCorrectionEvent[] | Refusal {
      const receipt = liveReceipt(kase, body.receipt)
      const sent = receipt?.sent?.find(each => each.line === body.line)
      if (receipt === undefined || sent === undefined) return refuse('unknown_receipt', { field: 'receipt' })
      if (!body.bounced && receipt.refund !== undefined) return refuse('refund_open', { field: 'receipt' })
      const { line, bounced } = body
      const { id, refund: _open } = receipt
      return [{ type: 'RefundUnsent', receipt: id, amount: sent.amount, line, ...(bounced && { bounced }) }]
    },
  }),
}

/** A closed case does not come to owe again: what it was paid goes back after reopening. */
const mostOf = (kase: Case, receipt: Receipt): number =>
  unassigned(receipt) + (kase.closing.closedOn === undefined ? receipt.applied : 0)

const tooMuch = (kase: Case, receipt: Receipt, amount: number): Refusal | null => {
  const most = mostOf(kase, receipt)
  return amount > 0 && amount <= most ? null : refuse('exceeds_balance', { field: 'amount', about: { most } })
}

/** A transfer leaves only as another person has approved it, to the yen. */
export const notApproved = (receipt: Receipt, amount: number): Refusal | null => {
  const due = receipt.refundDue
  if (due === amount) return null
  const code: RefusalCode = 'refund_not_approved'
  return due === undefined ? refuse(code, { field: 'means' }) : refuse(code, { field: 'amount', about: { due } })
}
