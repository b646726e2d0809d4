import type { Case } from '../domain/case.ts'
import type { FormId, Letter } from '../domain/letter.ts'
import type { Step } from '../domain/next-steps.ts'
import { policyOf } from '../domain/policy-of.ts'
import type { Posting } from '../domain/post.ts'
import type { PostOption, PostService } from '../domain/postage.ts'
import type { Context } from '../domain/rule.ts'
import type { CaseRecord } from './case-row.ts'
import type { NumberedCase } from './projecting.ts'
import type { receipts, tasks, waitingLetters } from './tables-work.ts'

/** Rows of the projections for the pages of the day; equal inputs give equal rows. */

/** After every day that a calendar of ours knows. */
export const NEVER = '9999'

export const isOpen = ({ closedOn, erasedOn }: Pick<CaseRecord, 'closedOn' | 'erasedOn'>): boolean =>
  closedOn === null && erasedOn === null

export const taskRows = (record: CaseRecord): (typeof tasks.$inferSelect)[] =>
  isOpen(record)
    ? (JSON.parse(record.steps) as Step[]).flatMap((step, nth) =>
        step.code === 'nothing'
          ? []
          : [
              {
                caseNumber: record.number,
                nth,
                operator: record.operator,
                code: step.code,
                dueOn: step.dueOn ?? record.dueOn ?? NEVER,
              },
            ],
      )
    : []

/** Papers that stay in the house. */
export const inHouse: readonly FormId[] = ['reception-slip', 'reckoning', 'counter-slip']

/** A letter that is to be printed or posted, and how the policy promises to send it. */
export interface OpenLetter extends Letter {
  readonly service: PostService
  readonly options: readonly PostOption[]
}

export const letterRows = (
  kase: NumberedCase,
  ctx: Pick<Context, 'policyOn'>,
): (typeof waitingLetters.$inferSelect)[] => {
  const { closing, intake } = kase
  if (closing.frozen || closing.closedOn !== undefined || closing.erasedOn !== undefined) return []
  const open = openLetters(kase)
  if (open.length === 0) return []
  const policy = policyOf(kase, ctx)
  return open.map(letter => {
    const { service, options } = (letter.decision === undefined ? policy.notices : policy.reply).value
    const body: OpenLetter = { ...letter, service, options }
    return {
      caseNumber: kase.number,
      id: letter.id,
      operator: intake.operator,
      printed: letter.printed > 0,
      inHouse: inHouse.includes(letter.form),
      body: JSON.stringify(body),
    }
  })
}

/** Neither discarded nor under way nor delivered; forms that went by e-mail are out although nothing was posted. */
const openLetters = (kase: Case): Letter[] => {
  const out = kase.postings.filter(posting => posting.returnedOn === undefined).flatMap(posting => posting.letters)
  return kase.letters.filter(
    letter =>
      !letter.discarded &&
      !out.includes(letter.id) &&
      !(letter.form === 'form-cover' && kase.formRequest?.sentOn !== undefined),
  )
}

/** Delivery, certificate or another try is still to come. Nobody can tell where an untracked notice is. */
export const isUnderWay = (kase: Case, posting: Posting): boolean => {
  if (posting.returnedOn !== undefined) return !sentAgain(kase, posting)
  if (posting.deliveredOn === undefined) return posting.reply || posting.trackingNumber !== undefined
  return posting.options.includes('delivery_certificate') && posting.certificateOn === undefined
}

const sentAgain = ({ postings }: Case, posting: Posting): boolean =>
  postings
    .slice(postings.indexOf(posting) + 1)
    .some(later => later.letters.some(letter => posting.letters.includes(letter)))

export const receiptRows = (kase: NumberedCase): (typeof receipts.$inferSelect)[] =>
  kase.fee.receipts.map(receipt => ({
    caseNumber: kase.number,
    id: receipt.id,
    operator: kase.intake.operator,
    receivedOn: receipt.receivedOn,
    means: receipt.means,
    amount: receipt.amount,
    reversed: receipt.reversed === true,
    body: JSON.stringify(receipt),
  }))
