import type { CaseBook } from '../desk/case-book.ts'
import type { CaseRow } from '../desk/desk.ts'
import type { PlainDate } from '../domain/day.ts'
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

export const registerRow = (row: CaseRow, operator: string): RegisterRow => {
  const { book } = row
  return {
    number: row.number,
    arrivedOn: row.arrivedOn,
    operator,
    kinds: row.arrivedOn === null ? `用紙請求（${kindsInWords(row.kinds) || '未定'}）` : kindsInWords(row.kinds),
    name: row.name ?? '（消去済み）',
    identity: identityWord(row),
    fee: feeWord(book),
    outcome: outcomeWord(book),
    postedOn: book.postedOn,
    deliveredOn: book.deliveredOn,
    closedOn: row.closedOn,
  }
}

const identityWord = ({ book, arrivedOn, closedOn }: CaseRow): string => {
  if (arrivedOn === null) return '—'
  return book.identityPassed ? '確認済み' : closedOn === null ? '確認前' : '確認なし'
}

const feeWord = ({ fee }: CaseBook): string => {
  if (fee === null) return 'なし'
  if (fee.outstanding > 0) return `未納 ${formatYen(yen(fee.outstanding))}`
  if (fee.paid > 0) return `納付 ${formatYen(yen(fee.paid))}`
  return fee.waived ? '免除' : 'なし'
}

/** An erased case keeps its outcome, so nothing personal is needed here. */
const outcomeWord = ({ outcomes }: CaseBook): string =>
  outcomes
    .map(({ kind, outcome }) => {
      if (outcome === 'withdrawn') return `${requestKindWords[kind]}：取下げ`
      return outcome === 'lapsed' ? `${requestKindWords[kind]}：みなし取下げ` : outcomeWords(kind, outcome)
    })
    .join('、')
