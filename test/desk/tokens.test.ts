import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStaff, type Staff } from '../../src/desk/staff.ts'
import { tokens as table } from '../../src/desk/tables.ts'
import { openTokens, type Tokens } from '../../src/desk/tokens.ts'
import type { Actor } from '../../src/domain/rule.ts'
import { admin, type StoreIn, storeIn } from './store-in.ts'

let at: StoreIn
let staff: Staff
let tokens: Tokens
let hanako: Actor
beforeEach(async () => {
  at = await storeIn()
  staff = openStaff(at.store, { hours: 9, now: at.now })
  tokens = openTokens(at.store, { now: at.now })
  hanako = await member('hanako')
})
afterEach(() => at.gone())

const member = async (signIn: string): Promise<Actor> => {
  const given = { signIn, name: signIn, roles: 'reception', operators: 'ims', password: 'correct horse battery' }
  const result = await staff.add(given, admin)
  if (!result.ok) throw new Error(JSON.stringify(result))
  const { id, name, roles, operators } = result.member
  return { id, name, roles, operators }
}
const made = async () => {
  const result = await tokens.make('会計システム', hanako)
  if (result === null) throw new Error('no token')
  return result
}

describe('a token', () => {
  it('vouches for its owner', async () => {
    const { token } = await made()
    expect(token).toMatch(/^kd_[\w-]{43}$/)
    expect((await tokens.actorOf(token))?.actor).toEqual(hanako)
  })

  it('is kept as a hash only', async () => {
    const { token } = await made()
    expect(JSON.stringify(await at.store.read.select().from(table))).not.toContain(token.slice(3))
    expect(JSON.stringify(await tokens.list(hanako.id))).not.toContain(token.slice(3))
  })

  it('no longer counts once revoked, and stays in the list with the day', async () => {
    const { token, row } = await made()
    const other = await made()
    at.later(5)
    expect(await tokens.revoke(row.id, hanako)).toBe(true)
    expect(await tokens.actorOf(token)).toBeNull()
    expect(await tokens.actorOf(other.token)).not.toBeNull()
    expect(await tokens.list(hanako.id)).toContainEqual({ ...row, revokedAt: at.now() })
    expect(await tokens.revoke(row.id, hanako)).toBe(false)
  })

  it('is revoked by its owner or an administrator, by nobody else', async () => {
    const { token, row } = await made()
    expect(await tokens.revoke(row.id, await member('taro'))).toBe(false)
    expect(await tokens.revoke(row.id, { ...admin, operators: ['iij'] })).toBe(false)
    expect(await tokens.actorOf(token)).not.toBeNull()
    expect(await tokens.revoke(row.id, admin)).toBe(true)
  })

  it('carries the rights of the moment, and falls with its owner', async () => {
    const { token } = await made()
    await staff.change(hanako.id, { name: 'hanako', roles: 'auditor', operators: 'all' }, admin)
    expect((await tokens.actorOf(token))?.actor).toEqual({ ...hanako, roles: ['auditor'], operators: 'all' })
    await staff.deactivate(hanako.id, admin)
    expect(await tokens.actorOf(token)).toBeNull()
  })

  it('needs a name to be told by', async () => {
    expect(await tokens.make('  ', hanako)).toBeNull()
    expect(await tokens.list(hanako.id)).toEqual([])
  })

  it.each(['', 'kd_', `kd_${'a'.repeat(43)}`, 'Bearer x'])('is not %j', async token => {
    await made()
    expect(await tokens.actorOf(token)).toBeNull()
  })
})
