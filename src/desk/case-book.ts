import type { Case } from '../domain/case.ts'
import type { PlainDate } from '../domain/day.ts'
import { standing } from '../domain/decision.ts'
import { outstanding, owed, paid } from '../domain/fee.ts'
import { identityPassed } from '../domain/identity.ts'
import type { Outcome, RequestKind } from '../domain/kinds.ts'

/** A line of the 受付簿 besides what every list shows; yen and codes, nothing personal. */
export interface CaseBook {
  readonly identityPassed: boolean
  /** null: nothing was ever asked */
  readonly fee: { readonly outstanding: number; readonly paid: number; readonly waived: boolean } | null
  readonly outcomes: readonly { readonly kind: RequestKind; readonly outcome: Outcome | 'withdrawn' | 'lapsed' }[]
  readonly postedOn: PlainDate | null
  readonly deliveredOn: PlainDate | null
}

export const caseBook = (kase: Case): CaseBook => {
  const posting = kase.postings.findLast(each => each.reply)
  return {
    identityPassed: identityPassed(kase),
    fee:
      kase.fee.dues.length === 0
        ? null
        : {
            outstanding: outstanding(kase),
            paid: paid(kase),
            waived: owed(kase) === 0 && kase.fee.waived > 0,
          },
    outcomes: kase.intake.kinds.flatMap((kind): CaseBook['outcomes'] => {
      const { withdrawnKinds, lapsedKinds } = kase.closing
      if (withdrawnKinds.includes(kind))
        return [{ kind, outcome: lapsedKinds?.includes(kind) ? 'lapsed' : 'withdrawn' }]
      const decision = standing(kase, kind)
      return decision?.state === 'approved' ? [{ kind, outcome: decision.outcome }] : []
    }),
    postedOn: posting?.postedOn ?? null,
    deliveredOn: posting?.deliveredOn ?? null,
  }
}
