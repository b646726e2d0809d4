import type { CaseRow } from '../desk/desk.ts'
import type { Case } from '../domain/case.ts'
import type { PlainDate } from '../domain/day.ts'
import { standing } from '../domain/decision.ts'
import { outstanding, owed, paid } from '../domain/fee.ts'
import { identityPassed } from '../domain/identity.ts'
import { formatYen, yen } from '../domain/yen.ts'
import { outcomeWords } from '../words/outcomes.ts'
import { kindsInWords, requestKindWords } from '../words/requests.ts'

/** One line of the 受付簿. Days as YYYY-MM-DD, null where there is none yet. */
export interface RegisterRow {
  readonly number: string
  readonly arrivedOn: PlainDate | null
  readonly operator: string
  readonly kinds: string
  readonly name: string
  readonly identity: string
  readonly fee: string
  readonly outcome: string
  readonly postedOn: PlainDate | null
  readonly deliveredOn: PlainDate | null
  readonly closedOn: PlainDate | null
}

export const registerRow = (row: CaseRow, kase: Case, operator: string): RegisterRow => {
  const posting = kase.postings.findLast(each => each.reply)
  return {
    number: row.number,
    arrivedOn: row.arrivedOn,
    operator,
    kinds:
      kase.intake.arrivedOn === undefined
        ? `用紙請求（${kindsInWords(row.kinds) || '未定'}）`
        : kindsInWords(row.kinds),
    name: row.name ?? '（消去済み）',
    identity: identityWord(kase),
    fee: feeWord(kase),
    outcome: outcomeWord(kase),
    postedOn: posting?.postedOn ?? null,
    deliveredOn: posting?.deliveredOn ?? null,
    closedOn: row.closedOn,
  }
}

const identityWord = (kase: Case): string => {
  if (kase.intake.arrivedOn === undefined) return '—'
  return identityPassed(kase) ? '確認済み' : kase.closing.closedOn === undefined ? '確認前' : '確認なし'
}

const feeWord = (kase: Case): string => {
  if (kase.fee.dues.length === 0) return 'なし'
  if (outstanding(kase) > 0) return `未納 ${formatYen(yen(outstanding(kase)))}`
  if (paid(kase) > 0) return `納付 ${formatYen(yen(paid(kase)))}`
  return owed(kase) === 0 && kase.fee.waived > 0 ? '免除' : 'なし'
}

/** An erased case keeps its outcome, so nothing personal is needed here. */
const outcomeWord = (kase: Case): string =>
  kase.intake.kinds
    .map(kind => {
      if (kase.closing.withdrawnKinds.includes(kind))
        return `${requestKindWords[kind]}：${kase.closing.lapsedKinds?.includes(kind) ? 'みなし取下げ' : '取下げ'}`
      const decision = standing(kase, kind)
      return decision?.state === 'approved' ? outcomeWords(kind, decision.outcome) : null
    })
    .filter(word => word !== null)
    .join('、')
