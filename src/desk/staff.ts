import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { type Refusal, refuse } from '../domain/refusal.ts'
import type { Actor } from '../domain/rule.ts'
import { type FieldIssue, issueCode, issuesOf } from './issues.ts'
import type { Store } from './open-store.ts'
import { hashPassword, passwordIssue } from './passwords.ts'
import { openSessions, type Sessions } from './sessions.ts'
import { openSignIn, type SigningIn } from './sign-in.ts'
import { changedMember, covers, memberOf, newMember, type StaffMember } from './staff-member.ts'
import { sessions, staff } from './tables.ts'

/** As of `desk.perform`: path 'signIn', 'password', 'roles' …; codes for `words`. */
export type StaffResult =
  | { ok: true; member: StaffMember }
  | { ok: false; refusal: Refusal }
  | { ok: false; issues: readonly FieldIssue[] }

/** Administration is for 管理者 whose operators include those of the member. Sessions end when password or rights change. */
export interface Staff extends SigningIn, Pick<Sessions, 'actorOf' | 'signOut'> {
  list(): Promise<StaffMember[]>
  find(id: string): Promise<StaffMember | null>
  /** `demo`: accepts the ten-character passphrases of the demo desk */
  add(input: unknown, by: Actor, how?: { demo?: boolean }): Promise<StaffResult>
  change(id: string, input: unknown, by: Actor): Promise<StaffResult>
  setPassword(id: string, password: string, by: Actor): Promise<StaffResult>
  changeOwnPassword(id: string, current: string, next: string): Promise<StaffResult>
  deactivate(id: string, by: Actor): Promise<StaffResult>
  activate(id: string, by: Actor): Promise<StaffResult>
}

type Row = typeof staff.$inferSelect
type Change = Partial<Pick<Row, 'name' | 'email' | 'roles' | 'operators' | 'active' | 'passwordHash'>>

export const openStaff = (store: Store, { hours, now }: { hours: number; now: () => string }): Staff => {
  const sittings = openSessions(store, { hours, now })
  const signing = openSignIn(store, sittings, now)

  const find = async (id: string, from = store.read) => {
    const [row] = await from.select().from(staff).where(eq(staff.id, id))
    return row === undefined ? null : memberOf(row)
  }

  /** `why` sees the member as it is inside the transaction. */
  const update = (id: string, change: Change, why: (member: StaffMember) => Promise<StaffResult | null>) =>
    store.transaction(async (): Promise<StaffResult> => {
      const member = await find(id, store.write)
      if (member === null) return issue('id', 'unknown_staff')
      const no = await why(member)
      if (no !== null) return no
      const [row] = await store.write.update(staff).set(change).where(eq(staff.id, id)).returning()
      if (row === undefined) return issue('id', 'unknown_staff')
      if (endsSessions(change, member)) await store.write.delete(sessions).where(eq(sessions.staffId, id))
      return { ok: true, member: memberOf(row) }
    })

  /** Somebody must remain who can let others in. */
  const isLastAdmin = async (member: StaffMember) => {
    const others = (await store.write.select().from(staff)).map(memberOf).filter(each => each.id !== member.id)
    return rules(member) && !others.some(rules)
  }

  const setPassword = async (id: string, password: string, allowed: (member: StaffMember) => boolean) => {
    const member = await find(id)
    const wrong = member === null ? null : passwordIssue(password, member.signIn)
    if (wrong !== null) return issue('password', wrong)
    return update(id, { passwordHash: await hashPassword(password) }, async found =>
      allowed(found) ? null : notAllowed,
    )
  }

  return {
    signIn: signing.signIn,
    confirmPassword: signing.confirmPassword,
    actorOf: sittings.actorOf,
    signOut: sittings.signOut,
    find: id => find(id),
    list: async () =>
      (await store.read.select().from(staff).orderBy(asc(staff.createdAt), asc(staff.id))).map(memberOf),

    async add(input, by, how = {}) {
      const read = newMember.safeParse(input, { error: issueCode })
      if (!read.success) return { ok: false, issues: issuesOf(read.error) }
      const { password, email, ...given } = read.data
      if (!administers(by, given)) return notAllowed
      const wrong = passwordIssue(password, given.signIn, how.demo)
      if (wrong !== null) return issue('password', wrong)
      const passwordHash = await hashPassword(password)
      return store.transaction(async (): Promise<StaffResult> => {
        const [row] = await store.write
          .insert(staff)
          .values({
            ...columns(given),
            id: randomUUID(),
            signIn: given.signIn,
            email,
            passwordHash,
            active: true,
            createdAt: now(),
          })
          .onConflictDoNothing({ target: staff.signIn })
          .returning()
        return row === undefined ? issue('signIn', 'sign_in_taken') : { ok: true, member: memberOf(row) }
      })
    },

    async change(id, input, by) {
      const read = changedMember.safeParse(input, { error: issueCode })
      if (!read.success) return { ok: false, issues: issuesOf(read.error) }
      const given = read.data
      return update(id, { ...columns(given), email: given.email ?? null }, async member => {
        if (!administers(by, member) || !administers(by, given)) return notAllowed
        return !rules({ ...member, roles: given.roles, operators: given.operators }) && (await isLastAdmin(member))
          ? issue('roles', 'last_admin')
          : null
      })
    },

    setPassword: (id, password, by) => setPassword(id, password, member => administers(by, member)),

    async changeOwnPassword(id, current, next) {
      if (!(await signing.confirmPassword(id, current))) return issue('current', 'password_wrong')
      return setPassword(id, next, member => member.active)
    },

    deactivate: (id, by) =>
      update(id, { active: false }, async member => {
        if (!administers(by, member)) return notAllowed
        return (await isLastAdmin(member)) ? issue('id', 'last_admin') : null
      }),

    activate: (id, by) => update(id, { active: true }, async member => (administers(by, member) ? null : notAllowed)),
  }
}

const notAllowed: StaffResult = { ok: false, refusal: refuse('not_allowed') }
const issue = (path: string, code: string): StaffResult => ({ ok: false, issues: [{ path, code }] })

const administers = (by: Actor, member: Pick<StaffMember, 'operators'>) =>
  by.roles.includes('admin') && covers(by.operators, member.operators)

/** An administrator for all operators, who can sign in. */
const rules = ({ active, roles, operators }: StaffMember) => active && roles.includes('admin') && operators === 'all'

const columns = ({ name, roles, operators }: Pick<StaffMember, 'name' | 'roles' | 'operators'>) => ({
  name,
  roles: JSON.stringify([...new Set(roles)]),
  operators: JSON.stringify(operators),
})

const endsSessions = (change: Change, was: StaffMember) =>
  change.passwordHash !== undefined ||
  change.active === false ||
  (change.roles !== undefined && change.roles !== JSON.stringify(was.roles)) ||
  (change.operators !== undefined && change.operators !== JSON.stringify(was.operators))
