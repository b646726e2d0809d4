import { eq } from 'drizzle-orm'
import type { Db } from '../open-store.ts'
import { series } from './tables-money.ts'

/** Takes `count` numbers of a series without gaps; the first of them. Only inside the transaction that uses them. */
export const nextInSeries = async (write: Db, name: string, count = 1): Promise<number> => {
  const last = (await write.select({ last: series.last }).from(series).where(eq(series.name, name)).get())?.last ?? 0
  await write
    .insert(series)
    .values({ name, last: last + count })
    .onConflictDoUpdate({ target: series.name, set: { last: last + count } })
  return last + 1
}
