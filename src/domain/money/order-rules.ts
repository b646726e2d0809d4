import { z } from 'zod'
import { count, day, line } from '../fields.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { cashiers } from '../rule.ts'
import { yen } from '../yen.ts'
import { type InstrumentContext, inFuture, instrumentRule, some } from './instrument-rule.ts'
import type { Movement } from './ledger-entry.ts'
import { type OrderKey, type OrderRow, orderText, worthOf } from './order-book.ts'

const orderKey = z.object({
  caseNumber: z.string().min(1, 'required').max(20),
  receipt: z.string().min(1, 'required').max(20),
  nth: count(999),
})

export const orderRules = {
  /** 換金: into the cash box, or into a bank account, where the statement proves it later (未達 until then). */
  cashOrders: instrumentRule({
    by: cashiers,
    body: z.object({
      orders: some(orderKey),
      on: day(),
      where: line(100),
      into: z.string().min(1, 'required').max(80),
    }),
    decide({ orders: keys, on, where, into }, ctx) {
      const future = inFuture(on, ctx)
      if (future) return future
      const rows: OrderRow[] = []
      for (const key of keys) {
        const row = held(key, ctx)
        if (row === undefined || rows.includes(row)) return refuse('order_not_held', { field: 'orders' })
        if (row.lastDay < on) return refuse('order_expired', { field: 'orders' })
        if (on < row.receivedOn)
          return refuse('date_before_event', { field: 'on', about: { day: on, earliest: row.receivedOn } })
        rows.push(row)
      }
      const movements: Movement[] = []
      for (const [operator, own] of Map.groupBy(rows, row => row.operator)) {
        const unknown = unknownAccount(into, operator, ctx)
        if (unknown) return unknown
        movements.push({
          kind: 'orders_cashed',
          on,
          debit: into === 'cash' ? 'cash' : 'in_transit',
          credit: 'postal_orders',
          amount: yen(worthOf(own)),
          operator,
          ...(into !== 'cash' && { account: into }),
          body: { orders: own.map(({ caseNumber, receipt, nth }) => ({ caseNumber, receipt, nth })), where },
        })
      }
      return movements
    },
  }),
}

const held = (key: OrderKey, { book }: InstrumentContext): OrderRow | undefined =>
  book.orders.find(row => row.state === 'held' && orderText(row) === orderText(key))

export const unknownAccount = (into: string, operator: string | null, ctx: InstrumentContext): Refusal | null =>
  into === 'cash' || ctx.accountsOf(operator ?? '').includes(into) ? null : refuse('unknown_account', { field: 'into' })
