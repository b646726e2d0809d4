import { day } from '../../../src/domain/day.ts'
import { decideInstrument, type InstrumentAct, instrumentRuleOf } from '../../../src/domain/money/instrument-acts.ts'
import type { InstrumentContext } from '../../../src/domain/money/instrument-rule.ts'
import { type Instruments, instrumentsOf, poolOf } from '../../../src/domain/money/instruments.ts'
import type { LedgerAccount, LedgerEntry, Movement } from '../../../src/domain/money/ledger-entry.ts'
import { stampsWorth } from '../../../src/domain/money/stamp-book.ts'
import { isRefusal, type Refusal } from '../../../src/domain/refusal.ts'
import { stripped } from '../../../src/domain/rule.ts'
import { yen } from '../../../src/domain/yen.ts'
import { ito } from '../given.ts'

export const balance = (entries: readonly LedgerEntry[], account: LedgerAccount, operator?: string) =>
  entries
    .filter(entry => operator === undefined || entry.operator === operator)
    .reduce(
      (sum, each) => sum + (each.debit === account ? each.amount : 0) - (each.credit === account ? each.amount : 0),
      0,
    )

/** A ledger that is written as the desk writes it. */
export class Safe {
  readonly entries: LedgerEntry[] = []
  today = '2026-11-21'
  line: InstrumentContext['line']

  book(
    ...movements: (Omit<Movement, 'on' | 'amount' | 'operator'> &
      Partial<Pick<Movement, 'operator'>> & { amount: number; on?: string })[]
  ): this {
    for (const { on = this.today, amount, ...rest } of movements)
      this.entries.push({
        operator: 'ims',
        ...rest,
        on: day(on),
        amount: yen(amount),
        seq: this.entries.length + 1,
        at: `${this.today}T03:00:00.000Z`,
        by: 'ito',
      })
    return this
  }
  orders(caseNumber: string, ...orders: readonly { face: number; issuedOn?: string; number?: string }[]): this {
    const pieces = orders.map(({ issuedOn = '2026-11-01', ...order }) => ({ ...order, issuedOn }))
    return this.book({
      kind: 'received',
      debit: 'postal_orders',
      credit: 'held',
      amount: pieces.reduce((sum, { face }) => sum + face, 0),
      caseNumber,
      receipt: 'r1',
      body: { orders: pieces },
    })
  }
  stamps(caseNumber: string, ...stamps: readonly { face: number; count: number }[]): this {
    const amount = stampsWorth(stamps)
    return this.book({
      kind: 'received',
      debit: 'stamps',
      credit: 'held',
      amount,
      caseNumber,
      receipt: 'r1',
      body: { stamps },
    })
  }
  cash(amount: number): this {
    return this.book({ kind: 'received', debit: 'cash', credit: 'held', amount, caseNumber: '26000014', receipt: 'r1' })
  }
  back(account: 'stamps' | 'postal_orders' | 'cash', amount: number, body?: Record<string, unknown>): this {
    const side = { debit: 'held', credit: account, caseNumber: '26000014', receipt: 'r1' } as const
    return this.book({ kind: 'returned', ...side, amount, ...(body && { body }) })
  }
  get now(): Instruments {
    return instrumentsOf(this.entries)
  }
  get pool() {
    return poolOf(this.now, 'ims')
  }
  try(act: InstrumentAct, input: Record<string, unknown>, by = ito): readonly Movement[] | Refusal {
    const body = stripped(instrumentRuleOf(act).body.parse(input) as Record<string, unknown>)
    const entry = this.entries.find(({ seq }) => seq === body.entry)
    return decideInstrument(act, body, {
      today: day(this.today),
      by,
      book: this.now,
      ...(entry && { entry }),
      ...(this.line && { line: this.line }),
      accountsOf: operator => (operator === 'ims' ? ['a1'] : []),
      countersOf: () => ['ito', 'sato'],
      knowsOperator: operator => ['ims', 'iij'].includes(operator),
      operatorOf: number => (number === '26000014' ? 'ims' : null),
    })
  }
  do(act: InstrumentAct, input: Record<string, unknown>): this {
    const decided = this.try(act, input)
    if (isRefusal(decided)) throw new Error(`${act} was refused: ${JSON.stringify(decided)}`)
    return this.book(...decided)
  }
  no(act: InstrumentAct, input: Record<string, unknown>, by = ito): [string, string | undefined] | null {
    const decided = this.try(act, input, by)
    return isRefusal(decided) ? [decided.refused, decided.field] : null
  }
}

export const key = (nth: number, caseNumber = '26000014') => ({ caseNumber, receipt: 'r1', nth: String(nth) })
export const cashing = (...orders: ReturnType<typeof key>[]) => ({
  orders,
  on: '2026-11-21',
  where: '新宿郵便局',
  into: 'cash',
})
