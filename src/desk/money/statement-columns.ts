import { eq } from 'drizzle-orm'
import { columnMapping } from '../../banks/column-mapping.ts'
import type { Issue } from '../../banks/issue.ts'
import { readStatement } from '../../banks/read-statement.ts'
import type { StatementLine } from '../../banks/statement.ts'
import type { PlainDate } from '../../domain/day.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { Actor } from '../../domain/rule.ts'
import { type FieldIssue, issueCode, issuesOf } from '../issues.ts'
import type { Store } from '../open-store.ts'
import { accountOf, keepsBooks, seesAccount } from './bank-accounts.ts'
import { bankAccounts } from './tables-money.ts'

export type Tried =
  | { ok: true; lines: readonly StatementLine[]; issues: readonly Issue[] }
  | { ok: false; issues: readonly FieldIssue[] }

/** Enough for the rows that the screen shows. */
const HEAD = 64 * 1024
const LINE_FEED = 0x0a

/** The first rows of a file as these columns would read them. Nothing is kept. */
export const tryColumns = (bytes: Buffer, layout: unknown, importedOn: PlainDate): Tried => {
  const parsed = columnMapping.safeParse(layout, { error: issueCode })
  if (!parsed.success) return { ok: false, issues: issuesOf(parsed.error) }
  const end = bytes.length <= HEAD ? bytes.length : bytes.lastIndexOf(LINE_FEED, HEAD) + 1 || HEAD
  const { accounts, issues } = readStatement(bytes.subarray(0, end), { importedOn, layout: parsed.data })
  return { ok: true, lines: accounts.flatMap(account => account.lines), issues }
}

/** Remembers the columns of an account's files. Null when done. */
export const saveColumns = async (
  store: Store,
  account: string,
  layout: unknown,
  by: Actor,
): Promise<Refusal | readonly FieldIssue[] | null> => {
  if (!keepsBooks(by)) return refuse('not_allowed')
  const parsed = columnMapping.safeParse(layout, { error: issueCode })
  if (!parsed.success) return issuesOf(parsed.error)
  return store.transaction(async () => {
    const row = await store.write.select().from(bankAccounts).where(eq(bankAccounts.id, account)).get()
    if (row === undefined || !row.active || !seesAccount(by, accountOf(row)))
      return [{ path: 'account', code: 'account_missing' }]
    await store.write
      .update(bankAccounts)
      .set({ layout: JSON.stringify(parsed.data) })
      .where(eq(bankAccounts.id, account))
    return null
  })
}
