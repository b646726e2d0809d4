import { and, asc, gt, inArray } from 'drizzle-orm'
import type { PlainDate } from '../../domain/day.ts'
import type { LedgerEntry, LedgerKind } from '../../domain/money/ledger-entry.ts'
import { type LineState, lineState } from '../../domain/money/line-state.ts'
import type { Actor } from '../../domain/rule.ts'
import type { PayerLine } from '../../domain/settlement.ts'
import { yen } from '../../domain/yen.ts'
import type { Db } from '../open-store.ts'
import { serves } from '../world.ts'
import { ledgerOf } from './ledger.ts'
import type { LineRow } from './line-book.ts'
import { bankAccounts, statementLines } from './tables-money.ts'

/** A credit of which something is still 仮受金. */
export interface OpenLine {
  readonly row: LineRow
  readonly account: { readonly id: string; readonly label: string; readonly operators: readonly string[] }
  /** a refund waits for its approval, or the payer's bank for an answer: not to be given to a case now */
  readonly waits?: 'refund' | 'recall'
}

const waiting: readonly LedgerKind[] = [
  'refund_proposed',
  'refund_declined',
  'refund_owed',
  'refund_paid',
  'refund_unpaid',
  'recall_requested',
  'recall_agreed',
  'recall_refused',
  'recall_ended',
  'recalled',
]

/** Of the accounts that `by` serves, by day. */
export const openLines = async (db: Db, by: Actor): Promise<OpenLine[]> => {
  const accounts = await servedAccounts(db, by)
  if (accounts.size === 0) return []
  const rows = await db
    .select()
    .from(statementLines)
    .where(and(gt(statementLines.rest, 0), inArray(statementLines.account, [...accounts.keys()])))
    .orderBy(asc(statementLines.date), asc(statementLines.statement), asc(statementLines.record))
  const held = new Map<string, LedgerEntry[]>()
  for (const entry of await ledgerOf(db).read({ kinds: waiting }))
    if (entry.line !== undefined) held.set(entry.line, [...(held.get(entry.line) ?? []), entry])
  return rows.flatMap(row => {
    const account = accounts.get(row.account)
    if (account === undefined) return []
    const waits = waitsFor(row, held.get(row.id) ?? [])
    return [{ row, account, ...(waits && { waits }) }]
  })
}

export const servedAccounts = async (db: Db, by: Actor): Promise<Map<string, OpenLine['account']>> => {
  const rows = await db.select().from(bankAccounts)
  return new Map(
    rows.flatMap(({ id, label, operators: json }) => {
      const operators = JSON.parse(json) as string[]
      return operators.some(operator => serves(by, operator)) ? [[id, { id, label, operators }]] : []
    }),
  )
}

const waitsFor = (row: LineRow, entries: readonly LedgerEntry[]): OpenLine['waits'] =>
  entries.length === 0
    ? undefined
    : barWaits(lineState({ id: row.id, operator: null, account: row.account, date: row.date as PlainDate }, entries))

export const barWaits = ({ refund, recall }: Pick<LineState, 'refund' | 'recall'>): OpenLine['waits'] =>
  refund && !refund.approved ? 'refund' : recall ? 'recall' : undefined

/** As the matcher reads it. A line that another one takes back is as little money as the one that takes it back. */
export const payerLine = ({ row, account }: OpenLine): PayerLine => ({
  id: row.id,
  date: row.date as PlainDate,
  amount: yen(row.rest ?? 0),
  payer: row.payer,
  ...(row.payerCode && { payerCode: row.payerCode }),
  ...(row.edi && { edi: row.edi }),
  ...(row.description && { description: row.description }),
  operators: account.operators,
  ...((row.cancels !== null || row.cancelledBy !== null) && { cancels: true }),
})
