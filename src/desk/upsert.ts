import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Db } from './open-store.ts'

/** A prepared "insert, or overwrite the row with this key" over all columns of a table; every column must be given. */
export const upsert = <T extends SQLiteTable>(db: Db, table: T, key: SQLiteColumn[]) => {
  const columns = getTableColumns(table)
  const names = Object.keys(columns)
  const values = Object.fromEntries(names.map(name => [name, sql.placeholder(name)])) as unknown as T['$inferInsert']
  const set = Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, sql.raw(`excluded."${column.name}"`) satisfies SQL]),
  )
  const prepared = db
    .insert(table)
    .values(values)
    .onConflictDoUpdate({ target: key, set: set as never })
    .prepare()
  return async (row: T['$inferSelect']): Promise<void> => {
    await prepared.run(row)
  }
}
