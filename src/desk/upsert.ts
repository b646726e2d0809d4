import { eq, getTableColumns, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Db } from './open-store.ts'

const pairs = (columns: Record<string, SQLiteColumn>, value: (name: string, column: SQLiteColumn) => unknown) =>
  Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, value(name, column)])) as never

const without = (columns: Record<string, SQLiteColumn>, left: readonly SQLiteColumn[]) =>
  Object.fromEntries(Object.entries(columns).filter(([, column]) => !left.includes(column)))

/** A prepared "insert, or overwrite the row with this key" over all columns of a table; every column must be given. */
export const upsert = <T extends SQLiteTable>(db: Db, table: T, key: SQLiteColumn[]) => {
  const columns = getTableColumns(table)
  const prepared = db
    .insert(table)
    .values(pairs(columns, name => sql.placeholder(name)))
    .onConflictDoUpdate({
      target: key,
      set: pairs(without(columns, key), (_name, column) => sql.raw(`excluded."${column.name}"`)),
    })
    .prepare()
  return async (row: T['$inferSelect']): Promise<void> => {
    await prepared.run(row)
  }
}

/**
 * A prepared update of the row with this key that leaves the columns `unchanged` alone. SQLite writes the pages of every
 * index whose columns are set, changed or not, and each page is encrypted and logged.
 */
export const touch = <T extends SQLiteTable>(db: Db, table: T, key: SQLiteColumn, unchanged: SQLiteColumn[]) => {
  const columns = getTableColumns(table)
  const name = Object.keys(columns).find(each => columns[each] === key) ?? ''
  const prepared = db
    .update(table)
    .set(pairs(without(columns, [key, ...unchanged]), each => sql`${sql.placeholder(each)}`))
    .where(eq(key, sql.placeholder(name)))
    .prepare()
  return async (row: T['$inferSelect']): Promise<void> => {
    await prepared.run(row)
  }
}
