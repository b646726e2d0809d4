import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, lte } from 'drizzle-orm'
import type { Actor } from '../domain/rule.ts'
import type { Store } from './open-store.ts'
import { actorOf, memberOf, type StaffMember } from './staff-member.ts'
import { sessions, staff } from './tables.ts'

export interface SignedIn {
  readonly staff: StaffMember
  readonly actor: Actor
}

export interface Sessions {
  /** Null where the password was changed or the member shut out since `passwordHash` was verified. Gives the cookie's value. */
  start(staffId: string, passwordHash: string): Promise<string | null>
  actorOf(id: string): Promise<SignedIn | null>
  signOut(id: string): Promise<void>
}

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
/** However busy, one signs in again once a day. */
const LONGEST_HOURS = 24

/** Only the hash of a session's id is stored: who reads the store cannot go on in another's name. `hours`: idle time. */
export const openSessions = (store: Store, { hours, now }: { hours: number; now: () => string }): Sessions => ({
  start: (staffId, passwordHash) =>
    store.transaction(async () => {
      const at = now()
      await store.write.delete(sessions).where(lte(sessions.expiresAt, at))
      const [owner] = await store.write
        .select({ id: staff.id })
        .from(staff)
        .where(and(eq(staff.id, staffId), eq(staff.passwordHash, passwordHash), eq(staff.active, true)))
      if (owner === undefined) return null
      const id = randomBytes(32).toString('base64url')
      await store.write
        .insert(sessions)
        .values({ idHash: hashOf(id), staffId, createdAt: at, seenAt: at, expiresAt: ending(at, at, hours) })
      return id
    }),
  async actorOf(id) {
    const at = now()
    const [row] = await store.read
      .select()
      .from(sessions)
      .innerJoin(staff, eq(staff.id, sessions.staffId))
      .where(and(eq(sessions.idHash, hashOf(id)), gt(sessions.expiresAt, at), eq(staff.active, true)))
    if (row === undefined) return null
    // Once a minute is exact enough, and spares a commit per page.
    if (Date.parse(at) - Date.parse(row.sessions.seenAt) >= MINUTE_MS)
      await store.transaction(async () => {
        await store.write
          .update(sessions)
          .set({ seenAt: at, expiresAt: ending(row.sessions.createdAt, at, hours) })
          .where(eq(sessions.idHash, row.sessions.idHash))
      })
    const member = memberOf(row.staff)
    return { staff: member, actor: actorOf(member) }
  },
  signOut: id =>
    store.transaction(async () => {
      await store.write.delete(sessions).where(eq(sessions.idHash, hashOf(id)))
    }),
})

const hashOf = (id: string) => createHash('sha256').update(id).digest('hex')

const ending = (created: string, seen: string, hours: number) =>
  new Date(Math.min(Date.parse(seen) + hours * HOUR_MS, Date.parse(created) + LONGEST_HOURS * HOUR_MS)).toISOString()
