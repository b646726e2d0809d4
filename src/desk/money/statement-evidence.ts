import { eq } from 'drizzle-orm'
import type { Actor } from '../../domain/rule.ts'
import type { Store } from '../open-store.ts'
import type { Vault } from '../vault.ts'
import type { StatementRows } from './statement-rows.ts'
import { statements } from './tables-money.ts'

/** Who may take the bank's own file away: 経理, 監査 and 管理者. */
export const mayFetch = (by: Actor): boolean =>
  by.roles.some(role => role === 'cashier' || role === 'auditor' || role === 'admin')

/** The file as the bank made it; null where it is not for these eyes. */
export const statementEvidence =
  ({ store, rows, vault }: { store: Store; rows: StatementRows; vault: Vault }) =>
  async (id: string, by: Actor): Promise<{ name: string; bytes: Buffer } | null> => {
    const row = await rows.one(id, by)
    if (row === null || !mayFetch(by)) return null
    // A file of several accounts shows all of them.
    const same = await store.read
      .select({ id: statements.id })
      .from(statements)
      .where(eq(statements.sha256, row.sha256))
    for (const each of same) if ((await rows.one(each.id, by)) === null) return null
    const bytes = await vault.read(id)
    return bytes && { name: row.name, bytes }
  }
