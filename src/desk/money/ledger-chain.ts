import { createHash } from 'node:crypto'
import { asc } from 'drizzle-orm'
import type { PlainDate } from '../../domain/day.ts'
import type { LedgerEntry, LedgerKind } from '../../domain/money/ledger-entry.ts'
import type { Yen } from '../../domain/yen.ts'
import type { Db } from '../open-store.ts'
import { ledger } from './tables-money.ts'

export type LedgerRow = typeof ledger.$inferSelect

/** First link of the chain. */
export const GENESIS = '0'.repeat(64)

/** Over the fields in this order, and the hash of the row before: hex of SHA-256. */
export const hashOf = ({ hash: _hash, ...row }: LedgerRow): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        row.prevHash,
        row.seq,
        row.on,
        row.at,
        row.by,
        row.kind,
        row.debit,
        row.credit,
        row.amount,
        row.operator,
        row.caseNumber,
        row.receipt,
        row.line,
        row.account,
        row.body,
      ]),
    )
    .digest('hex')

const given = <K extends string, V>(key: K, value: V | null) => (value === null ? {} : { [key]: value }) as Record<K, V>

export const entryOf = (row: LedgerRow): LedgerEntry => ({
  seq: row.seq,
  at: row.at,
  by: row.by,
  on: row.on as PlainDate,
  kind: row.kind as LedgerKind,
  debit: row.debit as LedgerEntry['debit'],
  credit: row.credit as LedgerEntry['credit'],
  amount: row.amount as Yen,
  operator: row.operator,
  ...given('caseNumber', row.caseNumber),
  ...given('receipt', row.receipt),
  ...given('line', row.line),
  ...given('account', row.account),
  ...(row.body !== '{}' && { body: JSON.parse(row.body) as Record<string, unknown> }),
})

/** Walks the chain; the faults in words for the shell. */
export const walkChain = async (db: Db): Promise<{ entries: number; faults: string[] }> => {
  const faults: string[] = []
  let [prevHash, expected] = [GENESIS, 1]
  for (const row of await db.select().from(ledger).orderBy(asc(ledger.seq))) {
    if (row.seq !== expected) faults.push(`ledger: entry ${expected} is missing`)
    if (row.prevHash !== prevHash) faults.push(`ledger #${row.seq}: does not follow the entry before it`)
    if (row.hash !== hashOf(row)) faults.push(`ledger #${row.seq}: was changed after it was written`)
    ;[prevHash, expected] = [row.hash, row.seq + 1]
  }
  return { entries: expected - 1, faults }
}
