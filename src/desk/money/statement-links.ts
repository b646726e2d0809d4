import { and, desc, eq, isNull, lte, sql } from 'drizzle-orm'
import { sameName } from '../../banks/readable.ts'
import type { Cancels, StatementLine } from '../../banks/statement.ts'
import type { Db } from '../open-store.ts'
import type { SortedLine } from './statement-sameness.ts'
import { statementLines } from './tables-money.ts'

/** As `statement_lines.cancels` holds it: why, and the line that is meant where it was found. */
export interface StoredCancels {
  readonly why: Cancels['why']
  readonly line?: string
}

/** Reads that column; null where the line takes none back. */
export const cancelsIn = (stored: string | null): StoredCancels | null =>
  stored === null ? null : (JSON.parse(stored) as StoredCancels)

export interface Links {
  /** by id of the line that takes another one back */
  readonly cancels: ReadonlyMap<string, StoredCancels>
  /** by id of the line that is taken back */
  readonly cancelledBy: ReadonlyMap<string, string>
}

/** How far back an earlier month is looked through for what a 取消 means. */
const MOST = 50

/**
 * Which lines take which ones back: as the reader found them in the file, else the latest line of the account before that
 * has the same name and amount, the other way. Nothing is applied. `idOf`: id of the file's line of a record.
 */
export const linksOf = async (
  db: Db,
  account: string,
  lines: readonly SortedLine[],
  idOf: (record: number) => string | undefined,
): Promise<Links> => {
  const cancels = new Map<string, StoredCancels>()
  const cancelledBy = new Map<string, string>()
  for (const { line, known } of lines) {
    const id = idOf(line.record)
    if (line.cancels === undefined || id === undefined) continue
    const { why, record } = line.cancels
    const inFile = record === undefined ? undefined : idOf(record)
    const meant = inFile ?? (known === null ? await earlier(db, account, line, cancelledBy) : undefined)
    if (known === null || meant !== undefined) cancels.set(id, { why, ...(meant !== undefined && { line: meant }) })
    if (meant !== undefined) cancelledBy.set(meant, id)
  }
  return { cancels, cancelledBy }
}

const earlier = async (
  db: Db,
  account: string,
  line: StatementLine,
  taken: ReadonlyMap<string, string>,
): Promise<string | undefined> => {
  const side = line.out === undefined ? statementLines.out : statementLines.in
  const found = await db
    .select({ id: statementLines.id, payer: statementLines.payer })
    .from(statementLines)
    .where(
      and(
        eq(statementLines.account, account),
        eq(side, line.out ?? line.in ?? 0),
        lte(statementLines.date, line.date),
        isNull(statementLines.cancels),
        isNull(statementLines.cancelledBy),
      ),
    )
    .orderBy(desc(statementLines.date), desc(statementLines.id))
    .limit(MOST)
  const name = sameName(line.payer)
  return found.find(each => sameName(each.payer) === name && !taken.has(each.id))?.id
}

/** Writes the links of lines that were stored before; those of new lines are written with them. */
export const linkStored = async (write: Db, links: Links, isStored: (id: string) => boolean): Promise<void> => {
  for (const [id, cancels] of links.cancels)
    if (isStored(id))
      await write
        .update(statementLines)
        .set({ cancels: JSON.stringify(cancels) })
        .where(eq(statementLines.id, id))
  for (const [id, by] of links.cancelledBy)
    if (isStored(id))
      await write
        .update(statementLines)
        .set({ cancelledBy: sql`coalesce(${statementLines.cancelledBy}, ${by})` })
        .where(eq(statementLines.id, id))
}
