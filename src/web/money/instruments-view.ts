import type { AccountRow } from '../../desk/money/bank-accounts.ts'
import type { ProvingLine } from '../../desk/money/banked-lines.ts'
import type { StaffMember } from '../../desk/staff-member.ts'
import { parseCaseNumber } from '../../domain/case-number.ts'
import type { PlainDate } from '../../domain/day.ts'
import type { InstrumentAct } from '../../domain/money/instrument-acts.ts'
import { type Instruments, type Pool, poolOf } from '../../domain/money/instruments.ts'
import type { OrderRow } from '../../domain/money/order-book.ts'
import { cashiers } from '../../domain/rule.ts'
import { emptyForm, type FormState } from '../controls.tsx'
import { operatorNames } from '../operator-names.ts'
import { mayAny, type Visit } from '../visit.ts'

/** Everything that the page of 為替と切手 shows, for one look at it. */
export interface InstrumentsView {
  readonly visit: Visit
  readonly today: PlainDate
  readonly book: Instruments
  /** whose stamps and cash are shown; empty where nobody is served */
  readonly operator: string
  readonly pool: Pool
  readonly names: ReadonlyMap<string, string>
  readonly accounts: readonly AccountRow[]
  readonly counters: readonly Pick<StaffMember, 'id' | 'name'>[]
  readonly nameOf: (staff: string) => string
  readonly lines: ReadonlyMap<number, readonly ProvingLine[]>
  readonly may: boolean
  /** the form that was sent and not accepted */
  readonly formOf: (act: InstrumentAct) => FormState
}

export const instrumentsView = async (
  visit: Visit,
  sent: { act: InstrumentAct; form: FormState; operator?: string } | null = null,
): Promise<InstrumentsView> => {
  const { desk, by, parts, query } = visit
  const [{ today }, book, names, accounts, counters, staff, lines] = await Promise.all([
    desk.context(by),
    desk.instruments.book(by),
    operatorNames(desk),
    desk.accounts.list(by, { retired: true }),
    desk.instruments.counters(by),
    parts.staff.list(),
    desk.instruments.lines(by),
  ])
  const served = [...names.keys()].filter(id => by.operators === 'all' || by.operators.includes(id))
  const asked = sent?.operator || query.operator || ''
  const operator = served.includes(asked) ? asked : (book.pools.find(full)?.operator ?? served[0] ?? '')
  const called = new Map(staff.map(({ id, name }) => [id, name]))
  return {
    visit,
    today,
    book,
    operator,
    pool: poolOf(book, operator),
    names,
    accounts,
    counters: counters.filter(each => each.operators === 'all' || each.operators.includes(operator)),
    nameOf: id => called.get(id) ?? id,
    lines,
    may: mayAny(by, cashiers),
    formOf: act => (sent?.act === act ? sent.form : emptyForm),
  }
}

const full = ({ operator, stamps, cash }: Pool): boolean => operator !== null && (stamps.yen !== 0 || cash.yen !== 0)

export const orderViews = { held: '手もとにあるもの', all: 'すべて' } as const

/** As asked in the address: by operator, held or all, and by a number that was typed or read from the paper. */
export const ordersShown = ({ visit: { query }, book }: InstrumentsView): OrderRow[] => {
  const q = (query.q ?? '').normalize('NFKC').replace(/[\s-]/g, '')
  const number = parseCaseNumber(q)
  return book.orders.filter(
    order =>
      (!query.operator || order.operator === query.operator) &&
      (q !== '' || query.view === 'all' || order.state === 'held') &&
      (q === '' || order.caseNumber === number || (order.number ?? '').replace(/[\s-]/g, '').includes(q)),
  )
}
