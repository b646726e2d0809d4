import { z } from 'zod'
import { type Refusal, refuse } from '../refusal.ts'
import { cashiers } from '../rule.ts'
import { cashRules, notInBox } from './cash-rules.ts'
import { type InstrumentContext, type InstrumentRule, instrumentRule } from './instrument-rule.ts'
import { poolOf } from './instruments.ts'
import type { LedgerEntry, LedgerKind, Movement } from './ledger-entry.ts'
import { orderRules } from './order-rules.ts'
import { within } from './stamp-book.ts'
import { stampRules } from './stamp-rules.ts'

const reversible: readonly LedgerKind[] = ['orders_cashed', 'stamps_used', 'cash_banked', 'linked']

/** What a person does with 定額小為替, 切手 and 現金 beside taking them in and giving them back, which cases do. */
export const instrumentActs = {
  ...orderRules,
  ...stampRules,
  ...cashRules,
  /** Cashed, used or banked by mistake: a new entry leads the other way. `entry`: number in the ledger. */
  takeBackEntry: instrumentRule({
    by: cashiers,
    body: z.object({ entry: z.coerce.number('number_not_read').int('number_not_read') }),
    decide(_body, ctx) {
      const { entry } = ctx
      if (entry === undefined || !reversible.includes(entry.kind)) return refuse('unknown_entry', { field: 'entry' })
      return wrongWay(entry, ctx) ?? [wayBack(entry, ctx)]
    },
  }),
  /** The credit line of the bank that proves what was cashed or paid into the account. */
  proveBanked: instrumentRule({
    by: cashiers,
    body: z.object({
      entry: z.coerce.number('number_not_read').int('number_not_read'),
      line: z.string().min(1, 'required').max(80),
    }),
    decide(_body, { today, entry, line, book }) {
      if (entry === undefined || entry.debit !== 'in_transit' || entry.body?.takesBack !== undefined)
        return refuse('unknown_entry', { field: 'entry' })
      if (line === undefined || line.account !== entry.account) return refuse('unknown_line', { field: 'line' })
      if (book.proved.has(entry.seq) || book.takenBack.has(entry.seq))
        return refuse('entry_settled', { field: 'entry' })
      if (line.rest < entry.amount)
        return refuse('line_used_up', { field: 'line', about: { rest: Math.max(0, line.rest) } })
      return [
        {
          kind: 'linked',
          on: line.date > today ? today : line.date,
          debit: 'unidentified',
          credit: 'in_transit',
          amount: entry.amount,
          operator: entry.operator,
          line: line.id,
          account: line.account,
          body: { of: entry.seq },
        },
      ]
    },
  }),
} as const

/** What would be missing if it were taken back. */
const wrongWay = (entry: LedgerEntry, ctx: InstrumentContext): Refusal | null => {
  const { seq, kind, body = {}, operator, debit, amount } = entry
  // Only the link that stands now: one that was taken off before would lead its money out of the line twice.
  if (kind === 'linked')
    return ctx.book.proved.get(Number(body.of))?.seq === seq ? null : refuse('unknown_entry', { field: 'entry' })
  if (body.takesBack !== undefined) return refuse('unknown_entry', { field: 'entry' })
  if (ctx.book.proved.has(seq) || ctx.book.takenBack.has(seq)) return refuse('entry_settled', { field: 'entry' })
  const got = ctx.book.pools.flatMap(pool => pool.stamps.moves).find(move => move.seq === seq && move.in.length > 0)?.in
  if (got !== undefined) {
    const there = within(got, poolOf(ctx.book, operator ?? '').stamps.faces)
    const short = got.find(({ face, count }) => (there.find(each => each.face === face)?.count ?? 0) < count)
    if (short) return refuse('stamps_not_held', { field: 'entry', about: { face: short.face, most: 0 } })
  }
  return debit === 'cash' && notInBox(operator ?? '', amount, ctx) ? refuse('cash_not_held', { field: 'entry' }) : null
}

const kindBack: Partial<Record<LedgerKind, LedgerKind>> = { orders_cashed: 'orders_returned', linked: 'unlinked' }

const wayBack = (entry: LedgerEntry, { today }: InstrumentContext): Movement => {
  const { seq, kind, debit, credit, amount, operator, caseNumber, account, line, body } = entry
  return {
    kind: kindBack[kind] ?? kind,
    on: today,
    debit: credit,
    credit: debit,
    amount,
    operator,
    ...(caseNumber !== undefined && { caseNumber }),
    ...(account !== undefined && { account }),
    ...(line !== undefined && { line }),
    body: {
      takesBack: seq,
      ...(kind === 'orders_cashed' && { orders: body?.orders }),
      ...(kind === 'linked' && { of: body?.of }),
    },
  }
}

export type InstrumentAct = keyof typeof instrumentActs
export const instrumentActNames = Object.keys(instrumentActs) as InstrumentAct[]
export const instrumentRuleOf = (act: InstrumentAct): InstrumentRule => instrumentActs[act] as unknown as InstrumentRule

/** Decides one act. `body` is what the act's own schema has parsed; an expected "no" is a value. */
export const decideInstrument = (
  act: InstrumentAct,
  body: Record<string, unknown>,
  ctx: InstrumentContext,
): readonly Movement[] | Refusal => {
  const rule = instrumentRuleOf(act)
  return ctx.by.roles.some(role => rule.by.includes(role)) ? rule.decide(body, ctx) : refuse('not_allowed')
}
