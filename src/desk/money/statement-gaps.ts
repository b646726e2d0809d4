import { and, asc, desc, eq, gt, gte, isNotNull, lt, or, sql } from 'drizzle-orm'
import type { StatementAccount } from '../../banks/statement.ts'
import type { PlainDate } from '../../domain/day.ts'
import type { Db } from '../open-store.ts'
import { statementLines, statements } from './tables-money.ts'

/** Money that lies between a file and the statements of the same account around it, and that no line explains. */
export interface Gap {
  readonly where: 'before' | 'after'
  /** yen; below zero where money left unseen */
  readonly amount: number
  /** the statement on the other side, and its last or first day */
  readonly statement: string
  readonly on: PlainDate
}

/** First and last day, and the balances before the first and after the last line. */
export interface Period {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly opening: number | null
  readonly closing: number | null
}

/** First and last day and the balances around them; null for an account without lines and without a period. */
export const periodOf = ({ from, to, lines, openingBalance, closingBalance }: StatementAccount): Period | null => {
  let [first, last] = [from, to]
  for (const { date } of lines) {
    if (first === undefined || date < first) first = date
    if (last === undefined || date > last) last = date
  }
  if (first === undefined || last === undefined) return null
  return { from: first, to: last, opening: openingBalance ?? null, closing: closingBalance ?? null }
}

/** A balance that the store knows against what the file says, with the stored lines between them. */
export const gapsOf = async (db: Db, account: string, file: Period): Promise<Gap[]> => {
  const net = async (...between: Parameters<typeof and>): Promise<number> =>
    (
      await db
        .select({
          sum: sql<number>`coalesce(sum(coalesce(${statementLines.in}, 0) - coalesce(${statementLines.out}, 0)), 0)`,
        })
        .from(statementLines)
        .where(and(eq(statementLines.account, account), ...between))
        .get()
    )?.sum ?? 0
  const { date } = statementLines

  const before = async (): Promise<Gap | null> => {
    if (file.opening === null) return null
    const found = await db
      .select()
      .from(statements)
      .where(
        and(
          eq(statements.account, account),
          lt(statements.from, file.from),
          or(isNotNull(statements.openingBalance), isNotNull(statements.closingBalance)),
        ),
      )
      .orderBy(desc(statements.from), desc(statements.at))
      .limit(1)
      .get()
    if (found?.from == null || found.to === null) return null
    const ended = found.to < file.from && found.closingBalance !== null
    const known = ended ? found.closingBalance : found.openingBalance
    if (known === null) return null
    const since = ended ? gt(date, found.to) : gte(date, found.from)
    const amount = file.opening - known - (await net(since, lt(date, file.from)))
    return amount === 0 ? null : { where: 'before', amount, statement: found.id, on: found.to as PlainDate }
  }

  const after = async (): Promise<Gap | null> => {
    if (file.closing === null) return null
    const found = await db
      .select()
      .from(statements)
      .where(and(eq(statements.account, account), gt(statements.from, file.to), isNotNull(statements.openingBalance)))
      .orderBy(asc(statements.from), desc(statements.at))
      .limit(1)
      .get()
    if (found?.from == null || found.openingBalance === null) return null
    const amount = found.openingBalance - file.closing - (await net(gt(date, file.to), lt(date, found.from)))
    return amount === 0 ? null : { where: 'after', amount, statement: found.id, on: found.from as PlainDate }
  }

  return [await before(), await after()].filter(gap => gap !== null)
}
