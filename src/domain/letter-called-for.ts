import type { Case } from './case.ts'
import { outstanding } from './fee.ts'
import type { Notice } from './letter.ts'
import { covered } from './letter-cover.ts'
import { lockedPackage } from './package.ts'
import type { Posting } from './post.ts'
import { openKinds } from './rule.ts'
import { openRound } from './supplement.ts'

/** Whether the case has what a notice speaks of: without it the letter would state a day, a sum or an agent that is not there. */
export const calledFor = (kase: Case, form: Notice): boolean => calls[form]?.(kase) ?? true

/** The answer that came back and has not gone out again. To one who has died nothing is written (law.md §9 case 2). */
export const returnedReply = ({ postings }: Case): Posting | undefined => {
  const last = postings.findLast(posting => posting.reply)
  return last?.returnedOn !== undefined && last.returnReason !== 'deceased' ? last : undefined
}

const arrived = ({ intake }: Case): boolean => intake.arrivedOn !== undefined

/** Forms, their cover and the 委任状 may always be sent. */
const calls: Partial<Record<Notice, (kase: Case) => boolean>> = {
  'reception-slip': arrived,
  acknowledgement: kase => arrived(kase) && openKinds(kase).length > 0,
  reckoning: arrived,
  'cover-letter': kase => covered(kase).length > 0,
  // Both letters name the day that `requestSupplement` and `requestFee` have set; the clocks stop with those, not with paper.
  'supplement-request': kase => openRound(kase.supplements) !== undefined,
  'fee-notice': kase => kase.fee.dueOn !== undefined && outstanding(kase) > 0,
  'fee-reminder': kase => kase.fee.reminders !== undefined && outstanding(kase) > 0,
  'counter-slip': kase => kase.fee.receipts.some(receipt => receipt.means === 'cash' && !receipt.reversed),
  'fee-receipt': kase => kase.fee.receipts.some(receipt => receipt.applied > 0 && !receipt.reversed),
  'fee-return': kase =>
    kase.fee.receipts.some(receipt => receipt.refunded > 0 || receipt.refundDue !== undefined) ||
    kase.identity.papers.some(paper => paper.fate?.how === 'returned'),
  'withdrawal-form': kase => arrived(kase) && openKinds(kase).length > 0,
  'withdrawal-confirmation': ({ closing }) =>
    closing.withdrawnKinds.some(kind => closing.lapsedKinds?.includes(kind) !== true),
  'deemed-withdrawal': kase => kase.closing.deemed !== undefined,
  'extension-notice': kase => kase.extendedTo !== undefined,
  'returned-notice': kase => returnedReply(kase) !== undefined,
  'password-notice': kase => lockedPackage(kase) !== undefined,
  'subject-notice': kase => arrived(kase) && kase.intake.agent !== undefined,
}
