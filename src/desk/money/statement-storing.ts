import { setImmediate } from 'node:timers/promises'
import { eq, getTableColumns, sql } from 'drizzle-orm'
import type { Movement } from '../../domain/money/ledger-entry.ts'
import type { Yen } from '../../domain/yen.ts'
import type { Store } from '../open-store.ts'
import type { AccountRow } from './bank-accounts.ts'
import { ledgerOf } from './ledger.ts'
import { nextInSeries } from './number-series.ts'
import type { Period } from './statement-gaps.ts'
import { lineRow } from './statement-line-row.ts'
import { linkStored, linksOf } from './statement-links.ts'
import type { SortedLine } from './statement-sameness.ts'
import { bankAccounts, statementLines, statements } from './tables-money.ts'

/** What one account of the desk gets from one file. */
export interface Share {
  /** uuid, under which the bytes lie in the vault */
  readonly id: string
  readonly account: AccountRow
  readonly period: Period | null
  /** oldest first */
  readonly lines: readonly SortedLine[]
  /** JSON of what was told of the file */
  readonly issues: string
  /** why it was taken although it does not prove itself */
  readonly despite: string | null
  /** to be remembered of the account */
  readonly learned: Partial<
    Pick<typeof bankAccounts.$inferInsert, 'dateMode' | 'bankCode' | 'branchCode' | 'kind' | 'number'>
  >
}

export interface FileFacts {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  readonly format: string
}

/** Lines written before somebody else is let in: reading goes on beside a large import, other commands wait for its end. */
const TURN = 500

export const lineId = (n: number): string => `L${String(n).padStart(6, '0')}`

/** Writes shares of a file. Only inside a transaction. */
export const storingOf = ({ write }: Pick<Store, 'write'>) => {
  const ledger = ledgerOf(write)
  const insert = write
    .insert(statementLines)
    .values(
      Object.fromEntries(
        Object.keys(getTableColumns(statementLines)).map(name => [name, sql.placeholder(name)]),
      ) as never,
    )
    .prepare()

  return async (
    { id: statement, account, period, lines, issues, despite, learned }: Share,
    file: FileFacts,
    { at, by, onWay }: { at: string; by: string; onWay: (written: number) => void },
  ): Promise<{ id: string; account: string; lines: number; added: number }> => {
    const fresh = lines.filter(({ known }) => known === null)
    const first = fresh.length === 0 ? 0 : await nextInSeries(write, 'line', fresh.length)
    const ids = new Map(lines.flatMap(({ line, known }) => (known === null ? [] : [[line.record, known]])))
    for (const [nth, { line }] of fresh.entries()) ids.set(line.record, lineId(first + nth))
    const links = await linksOf(write, account.id, lines, record => ids.get(record))
    await write.insert(statements).values({
      ...file,
      id: statement,
      account: account.id,
      from: period?.from ?? null,
      to: period?.to ?? null,
      lines: lines.length,
      added: fresh.length,
      openingBalance: period?.opening ?? null,
      closingBalance: period?.closing ?? null,
      issues,
      despite,
      by,
      at,
    })
    const operator = account.operators.length === 1 ? (account.operators[0] ?? null) : null
    for (let from = 0; from < fresh.length; from += TURN) {
      const movements: Movement[] = []
      for (const { line, sameness } of fresh.slice(from, from + TURN)) {
        const id = ids.get(line.record) ?? ''
        await insert.run(lineRow(line, { id, account: account.id, statement, sameness, links }))
        if (line.in !== undefined && line.in > 0)
          movements.push(cameIn(line.in as Yen, line.date, operator, id, account.id))
      }
      await ledger.append(movements, { at, by, followed: true })
      onWay(from + TURN)
      if (fresh.length > TURN) await setImmediate()
    }
    const isNew = new Set(fresh.map(({ line }) => ids.get(line.record)))
    await linkStored(write, links, id => !isNew.has(id))
    if (Object.keys(learned).length > 0)
      await write.update(bankAccounts).set(learned).where(eq(bankAccounts.id, account.id))
    return { id: statement, account: account.id, lines: lines.length, added: fresh.length }
  }
}

const cameIn = (amount: Yen, on: Movement['on'], operator: string | null, line: string, account: string): Movement => ({
  kind: 'line_in',
  on,
  debit: 'bank',
  credit: 'unidentified',
  amount,
  operator,
  line,
  account,
})
