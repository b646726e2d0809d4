import { asc, inArray } from 'drizzle-orm'
import type { SheetNames } from '../../letters/month-sheet-rows.ts'
import type { Db } from '../open-store.ts'
import { readOperatorFile } from '../operator-file.ts'
import { operators, staff } from '../tables.ts'
import { bankAccounts } from './tables-money.ts'

/** Names of operators and bank accounts as they are called today, for a sheet that knows their ids. */
export const sheetNames = async (db: Db): Promise<SheetNames> => {
  const terms = await db.select().from(operators).orderBy(asc(operators.serial))
  const named = new Map(terms.map(({ id, file, yaml }) => [id, readOperatorFile(file, yaml).operator.name]))
  const accounts = await db.select({ id: bankAccounts.id, label: bankAccounts.label }).from(bankAccounts)
  const labelled = new Map(accounts.map(({ id, label }) => [id, label]))
  return {
    operator: id => (id === null ? '事業者未定' : (named.get(id) ?? id)),
    bank: id => (id === null ? '口座の記載なし' : (labelled.get(id) ?? id)),
  }
}

/** Names of staff by id; who is no longer there stays there by the id. */
export const staffNames = async (db: Db, ids: readonly string[]): Promise<(id: string) => string> => {
  const rows =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(staff)
          .where(inArray(staff.id, [...ids]))
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return id => names.get(id) ?? id
}
