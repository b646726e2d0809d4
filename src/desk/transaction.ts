import type Database from 'better-sqlite3'

export type Transaction = <T>(work: () => Promise<T>) => Promise<T>

export interface Writing {
  readonly transaction: Transaction
  /** Work that SQLite refuses inside a transaction (checkpoint); waits its turn all the same. */
  readonly between: <T>(work: () => T) => Promise<T>
}

/**
 * One writer connection, one transaction at a time (BEGIN IMMEDIATE), committed when `work` resolves and rolled back when it
 * throws. Nothing but the store may be awaited inside, and no `transaction` within another: it would wait for itself. For
 * the same reason a file is opened once per process; other processes wait for each other (busy_timeout).
 */
export const writing = (sqlite: Database.Database): Writing => {
  const [begin, commit, rollback] = ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'].map(sql => sqlite.prepare(sql)) as [
    Database.Statement,
    Database.Statement,
    Database.Statement,
  ]
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => T | Promise<T>): Promise<T> => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    begin.run()
    try {
      const result = await work()
      commit.run()
      return result
    } catch (error) {
      // A full disk or a failed constraint may have rolled back already.
      if (sqlite.inTransaction) rollback.run()
      throw error
    }
  }
  return { transaction: work => inTurn(() => run(work)), between: work => inTurn(work) }
}
