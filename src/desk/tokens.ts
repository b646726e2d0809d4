import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { line } from '../domain/fields.ts'
import type { Actor } from '../domain/rule.ts'
import type { Store } from './open-store.ts'
import type { SignedIn } from './sessions.ts'
import { actorOf, covers, memberOf } from './staff-member.ts'
import { staff, tokens } from './tables.ts'

export interface TokenRow {
  readonly id: string
  readonly staffId: string
  readonly name: string
  readonly createdAt: string
  readonly revokedAt: string | null
}

/** Keys of the API, each a staff member's own: they carry his roles and operators of the moment, and fall when he leaves. */
export interface Tokens {
  /** `token` is shown this once; only its hash stays. Null where the name cannot stand. */
  make(name: string, by: Actor): Promise<{ token: string; row: TokenRow } | null>
  list(staffId: string): Promise<TokenRow[]>
  /** One's own, or as 管理者 over the owner's operators. False where there is nothing that one may revoke. */
  revoke(id: string, by: Actor): Promise<boolean>
  /** `token` as in `Authorization: Bearer kd_…` */
  actorOf(token: string): Promise<SignedIn | null>
}

const TOKEN = /^kd_[\w-]{43}$/

const shown = {
  id: tokens.id,
  staffId: tokens.staffId,
  name: tokens.name,
  createdAt: tokens.createdAt,
  revokedAt: tokens.revokedAt,
}

export const openTokens = (store: Store, { now }: { now: () => string }): Tokens => ({
  async make(given, by) {
    const name = line(80).safeParse(given)
    if (!name.success) return null
    const token = `kd_${randomBytes(32).toString('base64url')}`
    const row = { id: randomUUID(), staffId: by.id, name: name.data, createdAt: now(), revokedAt: null }
    await store.transaction(async () => {
      await store.write.insert(tokens).values({ ...row, hash: hashOf(token) })
    })
    return { token, row }
  },
  list: async staffId =>
    store.read.select(shown).from(tokens).where(eq(tokens.staffId, staffId)).orderBy(desc(tokens.createdAt), tokens.id),
  revoke: (id, by) =>
    store.transaction(async () => {
      const [row] = await store.write
        .select()
        .from(tokens)
        .innerJoin(staff, eq(staff.id, tokens.staffId))
        .where(and(eq(tokens.id, id), isNull(tokens.revokedAt)))
      if (row === undefined) return false
      const rules = by.roles.includes('admin') && covers(by.operators, memberOf(row.staff).operators)
      if (row.staff.id !== by.id && !rules) return false
      await store.write.update(tokens).set({ revokedAt: now() }).where(eq(tokens.id, id))
      return true
    }),
  async actorOf(token) {
    if (!TOKEN.test(token)) return null
    const [row] = await store.read
      .select()
      .from(tokens)
      .innerJoin(staff, eq(staff.id, tokens.staffId))
      .where(and(eq(tokens.hash, hashOf(token)), isNull(tokens.revokedAt), eq(staff.active, true)))
    if (row === undefined) return null
    const member = memberOf(row.staff)
    return { staff: member, actor: actorOf(member) }
  },
})

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')
