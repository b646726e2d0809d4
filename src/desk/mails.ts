import { and, asc, count, desc, eq, gt, inArray, isNotNull, lt, not, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { todayIn } from '../domain/day.ts'
import { type Actor, cashiers } from '../domain/rule.ts'
import { isReminderOf, reminder } from './clock-reminders.ts'
import type { Store } from './open-store.ts'
import { memberOf, type StaffMember } from './staff-member.ts'
import { cases, mails, staff } from './tables.ts'

export interface Mail {
  readonly id: string
  readonly kind: string
  readonly caseNumber: string | null
  /** null: a member of staff who has no address or has left */
  readonly to: { readonly address: string; readonly name: string } | null
  readonly subject: string
  readonly body: string
  readonly attachments: readonly { readonly case: string; readonly letter: string }[]
  readonly state: 'waiting' | 'sent' | 'failed'
  readonly attempts: number
  readonly lastError: string | null
  readonly createdAt: string
  readonly sentAt: string | null
}

/** The outbox from its far end: what the desk wrote is sent, and how that went is noted. */
export interface Mails {
  /** Oldest first, without those put off until later. */
  waiting(now: string, most?: number): Promise<Mail[]>
  /** Newest first, at most 200 at once; mails of cases that `by` serves, and those of no case for 管理者. */
  list(by: Actor, filter?: MailFilter): Promise<{ rows: Mail[]; next?: string }>
  /** How many there are of each, of all that `by` may see. */
  counts(by: Actor): Promise<Record<Mail['state'], number>>
  /** null where there is none that `by` may see. */
  one(id: string, by: Actor): Promise<Mail | null>
  markSent(id: string, at: string): Promise<void>
  /** Counts as an attempt; the next is not before `until`. */
  putOff(id: string, error: string, until: string): Promise<void>
  /** No attempt, for the server could not be spoken to; yet others go first until then, lest one mail that breaks lines bar the way. */
  noteTrouble(id: string, error: string, until: string): Promise<void>
  markFailed(id: string, error: string): Promise<void>
  /** A failed mail waits again. False where there is none that `by` may send. */
  requeue(id: string, by: Actor): Promise<boolean>
  /** Takes away reminders of earlier days that were not sent: today's say the same, and better. How many. */
  dropStale(now: string): Promise<number>
}

/** `after`: the `next` of the answer before. */
export interface MailFilter {
  readonly state?: Mail['state']
  readonly after?: string
}

const MOST_SHOWN = 200

export const openMails = (store: Store): Mails => {
  // Not in the store: after a restart a mail is tried at once, which does no harm.
  const pauses = new Map<string, string>()
  const mark = (id: string, change: Partial<typeof mails.$inferInsert>, attempts = 0) =>
    store.transaction(async () => {
      await store.write
        .update(mails)
        .set({ ...change, attempts: sql`${mails.attempts} + ${attempts}` })
        .where(eq(mails.id, id))
    })
  const select = () =>
    store.read.select({ mail: mails }).from(mails).leftJoin(cases, eq(cases.number, mails.caseNumber))
  const behind = async (after: string): Promise<SQL | undefined> => {
    const [last] = await store.read.select({ at: mails.createdAt }).from(mails).where(eq(mails.id, after))
    return last && or(lt(mails.createdAt, last.at), and(eq(mails.createdAt, last.at), gt(mails.id, after)))
  }
  const mailOf = async (rows: { mail: typeof mails.$inferSelect }[]): Promise<Mail[]> => {
    const members = (await store.read.select().from(staff)).map(memberOf)
    return rows.map(({ mail: { once: _, recipient: to, attachments: enclosed, ...mail } }) => ({
      ...mail,
      to: addressOf(recipient.parse(JSON.parse(to)), members),
      attachments: attachments.parse(JSON.parse(enclosed)),
    }))
  }
  return {
    async waiting(now, most = 50) {
      const rows = await select()
        .where(eq(mails.state, 'waiting'))
        .orderBy(asc(mails.createdAt), asc(mails.id))
        .limit(most + pauses.size)
      return mailOf(rows.filter(({ mail }) => (pauses.get(mail.id) ?? '') <= now).slice(0, most))
    },
    async list(by, { state, after } = {}) {
      const found = await select()
        .where(
          and(
            seenBy(by),
            state === undefined ? undefined : eq(mails.state, state),
            after === undefined ? undefined : await behind(after),
          ),
        )
        .orderBy(desc(mails.createdAt), asc(mails.id))
        .limit(MOST_SHOWN + 1)
      const rows = await mailOf(found.slice(0, MOST_SHOWN))
      const last = rows.at(-1)
      return { rows, ...(found.length > MOST_SHOWN && last && { next: last.id }) }
    },
    async counts(by) {
      const rows = await store.read
        .select({ state: mails.state, n: count() })
        .from(mails)
        .leftJoin(cases, eq(cases.number, mails.caseNumber))
        .where(seenBy(by))
        .groupBy(mails.state)
      return { waiting: 0, sent: 0, failed: 0, ...Object.fromEntries(rows.map(({ state, n }) => [state, n])) }
    },
    one: async (id, by) => (await mailOf(await select().where(and(eq(mails.id, id), seenBy(by)))))[0] ?? null,
    async markSent(id, at) {
      pauses.delete(id)
      await mark(id, { state: 'sent', sentAt: at, lastError: null }, 1)
    },
    async putOff(id, error, until) {
      pauses.set(id, until)
      await mark(id, { lastError: error }, 1)
    },
    async noteTrouble(id, error, until) {
      pauses.set(id, until)
      await mark(id, { lastError: error })
    },
    async markFailed(id, error) {
      pauses.delete(id)
      await mark(id, { state: 'failed', lastError: error }, 1)
    },
    async requeue(id, by) {
      if (!by.roles.some(role => cashiers.some(may => may === role))) return false
      const [row] = await select().where(and(eq(mails.id, id), eq(mails.state, 'failed'), seenBy(by)))
      if (row === undefined) return false
      pauses.delete(id)
      await store.transaction(async () => {
        await store.write.update(mails).set({ state: 'waiting', attempts: 0 }).where(eq(mails.id, id))
      })
      return true
    },
    async dropStale(now) {
      const stale = and(eq(mails.state, 'waiting'), eq(mails.kind, reminder), not(isReminderOf(todayIn(now))))
      const any = await store.read.select({ id: mails.id }).from(mails).where(stale).limit(1)
      if (any.length === 0) return 0
      return store.transaction(
        async () => (await store.write.delete(mails).where(stale).returning({ id: mails.id })).length,
      )
    },
  }
}

const seenBy = (by: Actor) => {
  if (by.operators !== 'all') return inArray(cases.operator, [...by.operators])
  return by.roles.includes('admin') ? undefined : isNotNull(mails.caseNumber)
}

const recipient = z.union([z.object({ to: z.string(), name: z.string() }), z.object({ staff: z.string() })])
const attachments = z.array(z.object({ case: z.string(), letter: z.string() }))

const addressOf = (given: z.output<typeof recipient>, members: readonly StaffMember[]): Mail['to'] => {
  if ('to' in given) return { address: given.to, name: given.name }
  const member = members.find(each => each.id === given.staff)
  return member?.active && member.email !== null ? { address: member.email, name: member.name } : null
}
