import { eq } from 'drizzle-orm'
import type { Actor } from '../../domain/rule.ts'
import type { Store } from '../open-store.ts'
import { onceKeys } from '../tables.ts'
import { upsert } from '../upsert.ts'

/**
 * Idempotency-Key of acts whose answer is what stands afterwards (a line, a month): the same key again does nothing. A key is of one
 * person and one act on one thing, so that nobody sees another's by guessing. Both only inside the transaction of the act.
 */
export const onceIn = (store: Store) => {
  const put = upsert(store.write, onceKeys, [onceKeys.key])
  return {
    /** What `once` stands for here; null without one. */
    key: (by: Actor, what: string, once: string | undefined): string | null =>
      once === undefined ? null : `${by.id}:${what}:${once}`,
    done: async (key: string | null): Promise<boolean> =>
      key !== null &&
      (await store.write.select({ key: onceKeys.key }).from(onceKeys).where(eq(onceKeys.key, key)).get()) !== undefined,
    remember: async (key: string | null, at: string): Promise<void> => {
      if (key !== null) await put({ key, caseNumber: '', firstSeq: 0, lastSeq: 0, at })
    },
  }
}
