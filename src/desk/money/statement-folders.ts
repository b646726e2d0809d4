import { join } from 'node:path'
import type { Store } from '../open-store.ts'
import { openVault, type Vault } from '../vault.ts'
import { openStatementTray, type StatementTray } from './statement-tray.ts'
import { statements } from './tables-money.ts'

/** Where the bank's bytes lie: folders 'statements' and 'statement-tray' in it; `key`: 32 bytes. */
export interface BankFiles {
  readonly folder: string
  readonly key: Buffer
}

/** The vault of what was taken, mended to hold no more than that, and the tray of what was not. */
export const statementFolders = async (
  store: Store,
  now: () => string,
  bankFiles: BankFiles | undefined,
): Promise<{ tray: StatementTray; vault: Vault }> => {
  if (bankFiles === undefined) return { tray: noTray, vault: openVault('', Buffer.alloc(0)) }
  const { folder, key } = bankFiles
  const vault = openVault(join(folder, 'statements'), key)
  const committed = await store.read.select({ id: statements.id }).from(statements)
  await vault.mend(new Set(committed.map(({ id }) => id)), Date.parse(now()))
  return { vault, tray: await openStatementTray(join(folder, 'statement-tray'), { key, now }) }
}

/** A desk of terms alone takes no files. */
const noTray: StatementTray = {
  put: () => Promise.reject(new Error('this desk has no place for bank files')),
  read: async () => null,
  drop: async () => undefined,
}
