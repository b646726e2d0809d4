import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStaff, type Staff, type StaffResult } from '../../src/desk/staff.ts'
import { staff as table } from '../../src/desk/tables.ts'
import type { Actor } from '../../src/domain/rule.ts'
import { admin, type StoreIn, storeIn } from './store-in.ts'

let at: StoreIn
let staff: Staff
beforeEach(async () => {
  at = await storeIn()
  staff = openStaff(at.store, { hours: 9, now: at.now })
})
afterEach(() => at.gone())

const hanako = {
  signIn: 'hanako',
  name: '髙橋 花子',
  email: 'hanako@example.jp',
  roles: ['reception', 'cashier'],
  operators: ['ims', 'iij'],
  password: 'correct horse battery',
}
const added = async (more: object = {}) => member(await staff.add({ ...hanako, ...more }, admin))
const member = (result: StaffResult) => {
  if (result.ok) return result.member
  throw new Error(JSON.stringify(result))
}
const codes = (result: StaffResult) =>
  'issues' in result ? result.issues.map(({ path, code }) => `${path}: ${code}`) : result
const refused = { ok: false, refusal: { refused: 'not_allowed' } }

describe('adding a member', () => {
  it('keeps name, roles and operators, and never the password', async () => {
    const { id } = await added()
    expect(await staff.find(id)).toEqual({
      id,
      signIn: 'hanako',
      name: '髙橋 花子',
      email: 'hanako@example.jp',
      roles: ['reception', 'cashier'],
      operators: ['ims', 'iij'],
      active: true,
      createdAt: at.now(),
    })
    const [row] = await at.store.read.select().from(table)
    expect(row?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/)
    expect(JSON.stringify(row)).not.toContain('correct horse')
  })

  it('gives the same password another hash each time', async () => {
    await added()
    await added({ signIn: 'taro' })
    const rows = await at.store.read.select().from(table)
    expect(new Set(rows.map(row => row.passwordHash)).size).toBe(2)
  })

  it.each([
    ['a taken name, however it is typed', { signIn: ' ＨＡＮＡＫＯ ' }, 'signIn: sign_in_taken'],
    ['a name with blanks', { signIn: 'ha na' }, 'signIn: sign_in_not_read'],
    ['a short password', { signIn: 'b2', password: 'elevenchars' }, 'password: password_too_short'],
    [
      'the name as password',
      { signIn: 'hanako.takahashi', password: 'Hanako.Takahashi' },
      'password: password_is_sign_in',
    ],
    ['one key pressed many times', { signIn: 'b2', password: 'aaaaaaaaaaaaaaaa' }, 'password: password_too_simple'],
    [
      'a password of a thousand characters',
      { signIn: 'b2', password: 'abcde'.repeat(200) },
      'password: password_too_long',
    ],
    ['no role', { signIn: 'b2', roles: [] }, 'roles: role_missing'],
    ['no operator', { signIn: 'b2', operators: [] }, 'operators: operator_missing'],
    ['an address that is none', { signIn: 'b2', email: 'hanako' }, 'email: email_not_read'],
    ['no name', { signIn: 'b2', name: ' ' }, 'name: required'],
  ])('refuses %s', async (_what, more, code) => {
    await added()
    expect(codes(await staff.add({ ...hanako, ...more }, admin))).toEqual([code])
    expect(await staff.list()).toHaveLength(1)
  })

  it('counts a kanji outside the basic plane as one character', async () => {
    expect(codes(await staff.add({ ...hanako, password: '𠮷野家𠀋abcdef' }, admin))).toEqual([
      'password: password_too_short',
    ])
  })

  it('takes the passphrases of the demo desk only for the demo desk', async () => {
    const demo = { ...hanako, password: 'demo-desk1' }
    expect(codes(await staff.add(demo, admin))).toEqual(['password: password_too_short'])
    expect(await staff.add(demo, admin, { demo: true })).toMatchObject({ ok: true })
  })

  it('reads ticked boxes as a browser sends them', async () => {
    expect(await added({ roles: 'auditor', operators: ['ims', 'all'] })).toMatchObject({
      roles: ['auditor'],
      operators: 'all',
    })
  })

  it('is for administrators whose operators reach as far', async () => {
    const local: Actor = { id: 'local', roles: ['admin'], operators: ['ims'] }
    expect(await staff.add(hanako, { ...admin, roles: ['approver'] })).toEqual(refused)
    expect(await staff.add(hanako, local)).toEqual(refused)
    expect(await staff.add({ ...hanako, operators: ['ims'] }, local)).toMatchObject({ ok: true })
  })
})

describe('changing a member', () => {
  it('changes name, roles and operators', async () => {
    const { id } = await added()
    await staff.change(id, { name: '高橋 花子', roles: ['approver'], operators: 'all' }, admin)
    expect(await staff.find(id)).toMatchObject({
      name: '高橋 花子',
      email: null,
      roles: ['approver'],
      operators: 'all',
    })
  })

  it('does not let a local administrator take over a member with a wider reach', async () => {
    const { id } = await added({ operators: 'all' })
    const local: Actor = { id: 'local', roles: ['admin'], operators: ['ims'] }
    expect(await staff.setPassword(id, 'another long password', local)).toEqual(refused)
    expect(await staff.change(id, { ...hanako, operators: ['ims'] }, local)).toEqual(refused)
    expect(await staff.deactivate(id, local)).toEqual(refused)
  })

  it('keeps the last administrator in office', async () => {
    const { id } = await added({ roles: ['admin'], operators: 'all' })
    expect(codes(await staff.deactivate(id, admin))).toEqual(['id: last_admin'])
    expect(codes(await staff.change(id, { ...hanako, operators: 'all' }, admin))).toEqual(['roles: last_admin'])
    await added({ signIn: 'second', roles: ['admin'], operators: 'all' })
    expect(await staff.deactivate(id, admin)).toMatchObject({ ok: true })
  })

  it('says so where there is no such member', async () => {
    expect(codes(await staff.deactivate('nobody', admin))).toEqual(['id: unknown_staff'])
    expect(codes(await staff.setPassword('nobody', 'another long password', admin))).toEqual(['id: unknown_staff'])
  })
})

describe("one's own password", () => {
  it('changes with the current one', async () => {
    const { id } = await added()
    expect(await staff.changeOwnPassword(id, hanako.password, 'another long password')).toMatchObject({ ok: true })
    expect(await staff.signIn('hanako', hanako.password, '::1')).toBe('failed')
    expect(await staff.signIn('hanako', 'another long password', '::1')).toHaveProperty('session')
  })

  it('stays without it', async () => {
    const { id } = await added()
    expect(codes(await staff.changeOwnPassword(id, 'wrong', 'another long password'))).toEqual([
      'current: password_wrong',
    ])
    expect(await staff.signIn('hanako', hanako.password, '::1')).toHaveProperty('session')
  })
})
