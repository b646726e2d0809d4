import { desc, eq } from 'drizzle-orm'
import { daysBetween, type PlainDate } from '../../domain/day.ts'
import type { Bucket } from '../../domain/settlement.ts'
import type { Db } from '../open-store.ts'
import type { OpenLine } from './payer-lines.ts'
import type { SettlingWorld } from './settling-world.ts'
import { lineParticulars } from './tables-money.ts'

/** What is to be done next about money that is nobody's yet. */
export type SuspenseStep =
  | 'confirm'
  | 'choose'
  | 'return_or_book'
  | 'find'
  | 'ask_bank'
  | 'await_refund'
  | 'await_recall'
  | 'cancelled'

/** 仮受金: one line with money left. `age`: days since it came. */
export interface SuspenseRow extends OpenLine {
  readonly age: number
  /** the latest note */
  readonly note: string | null
  readonly step: SuspenseStep
}

/** Nobody finds the case of a payment by waiting: then the bank is asked who paid. */
const ASK_BANK_AFTER = 30

/** The oldest first. */
export const suspenseRows = async (db: Db, world: SettlingWorld, today: PlainDate): Promise<SuspenseRow[]> => {
  const notes = new Map<string, string>()
  const written = await db
    .select({ line: lineParticulars.line, body: lineParticulars.body })
    .from(lineParticulars)
    .where(eq(lineParticulars.field, 'note'))
    .orderBy(desc(lineParticulars.seq))
  for (const { line, body } of written)
    if (world.lines.has(line) && !notes.has(line)) notes.set(line, String(JSON.parse(body)))
  return [...world.lines.values()]
    .map(line => {
      const age = Math.max(0, daysBetween(line.row.date as PlainDate, today))
      const bucket = world.verdicts.get(line.row.id)?.bucket ?? 'unknown'
      return { ...line, age, note: notes.get(line.row.id) ?? null, step: stepOf(line, bucket, age) }
    })
    .sort((a, b) => b.age - a.age)
}

const stepOf = ({ row, waits }: OpenLine, bucket: Bucket, age: number): SuspenseStep => {
  if (waits === 'refund') return 'await_refund'
  if (waits === 'recall') return 'await_recall'
  if (row.cancels !== null || row.cancelledBy !== null) return 'cancelled'
  if (bucket === 'ambiguous') return 'choose'
  if (bucket === 'duplicate' || bucket === 'closed_case') return 'return_or_book'
  if (bucket === 'unknown') return age > ASK_BANK_AFTER ? 'ask_bank' : 'find'
  return 'confirm'
}
