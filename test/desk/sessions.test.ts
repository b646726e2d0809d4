import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStaff, type Staff } from '../../src/desk/staff.ts'
import { sessions } from '../../src/desk/tables.ts'
import { admin, type StoreIn, storeIn } from './store-in.ts'

const password = 'correct horse battery'
let at: StoreIn
let staff: Staff
let id: string
beforeEach(async () => {
  at = await storeIn()
  staff = openStaff(at.store, { hours: 9, now: at.now })
  const added = await staff.add(
    { signIn: 'hanako', name: '花子', roles: 'reception', operators: 'ims', password },
    admin,
  )
  id = added.ok ? added.member.id : ''
})
afterEach(() => at.gone())

const signedIn = async () => {
  const result = await staff.signIn('hanako', password, '192.0.2.1')
  return typeof result === 'string' ? result : result.session
}
const HOUR = 60

describe('signing in', () => {
  it('gives a session that vouches for the member', async () => {
    const who = await staff.actorOf(await signedIn())
    expect(who?.staff.name).toBe('花子')
    expect(who?.actor).toEqual({ id, name: '花子', roles: ['reception'], operators: ['ims'] })
  })

  it('takes the name in full width and capitals', async () => {
    expect(await staff.signIn(' ＨＡＮＡＫＯ', password, '192.0.2.1')).toHaveProperty('session')
  })

  it.each([
    ['a wrong password', 'hanako', 'wrong horse battery'],
    ['nobody of that name', 'nobody', password],
    ['an empty password', 'hanako', ''],
    ['a password with more behind it', 'hanako', `${password}x`],
  ])('fails alike for %s', async (_what, name, given) => {
    expect(await staff.signIn(name, given, '192.0.2.1')).toBe('failed')
  })

  it('fails for a member who was shut out, until let in again', async () => {
    await staff.deactivate(id, admin)
    expect(await signedIn()).toBe('failed')
    await staff.activate(id, admin)
    expect(await signedIn()).not.toBe('failed')
  })

  it('does not keep the session id itself', async () => {
    const session = await signedIn()
    const rows = JSON.stringify(await at.store.read.select().from(sessions))
    expect(session).toMatch(/^[\w-]{43}$/)
    expect(rows).not.toContain(session)
    expect(rows).toContain(id)
  })
})

describe('ten failures in a quarter of an hour', () => {
  const fail = async (times: number, name = 'hanako', from = '192.0.2.1') => {
    const results = []
    for (let n = 0; n < times; n++) results.push(await staff.signIn(name, 'wrong', from))
    return results
  }

  it('lock the name for this client, right password or not, and no other client', async () => {
    expect(await fail(11)).toEqual([...Array(10).fill('failed'), 'locked'])
    expect(await signedIn()).toBe('locked')
    expect(await staff.signIn('hanako', password, '192.0.2.2')).toHaveProperty('session')
  })

  it('lock a name that does not exist just the same', async () => {
    expect((await fail(11, 'nobody')).at(-1)).toBe('locked')
  })

  it('count when they come all at once', async () => {
    const results = await Promise.all(Array.from({ length: 15 }, () => staff.signIn('hanako', 'wrong', '192.0.2.1')))
    expect(results.filter(each => each === 'failed')).toHaveLength(10)
  })

  it('are forgotten after the quarter of an hour', async () => {
    await fail(10)
    at.later(15)
    expect(await signedIn()).not.toBe('locked')
  })

  it('are forgotten after signing in', async () => {
    await fail(9)
    await signedIn()
    expect((await fail(10)).at(-1)).toBe('failed')
  })
})

describe('a session', () => {
  it('ends nine hours after the last page', async () => {
    const session = await signedIn()
    at.later(8 * HOUR)
    expect(await staff.actorOf(session)).not.toBeNull()
    at.later(9 * HOUR - 1)
    expect(await staff.actorOf(session)).not.toBeNull()
    at.later(9 * HOUR)
    expect(await staff.actorOf(session)).toBeNull()
  })

  it('ends after a day, however busy', async () => {
    const session = await signedIn()
    for (let hour = 0; hour < 23; hour++) {
      at.later(HOUR)
      expect(await staff.actorOf(session)).not.toBeNull()
    }
    at.later(HOUR)
    expect(await staff.actorOf(session)).toBeNull()
  })

  it('ends by signing out, and only that one', async () => {
    const [one, other] = [await signedIn(), await signedIn()]
    await staff.signOut(one)
    expect(await staff.actorOf(one)).toBeNull()
    expect(await staff.actorOf(other)).not.toBeNull()
  })

  it.each([
    ['the password changes', () => staff.setPassword(id, 'another long password', admin)],
    ['the roles change', () => staff.change(id, { name: '花子', roles: 'auditor', operators: 'ims' }, admin)],
    ['the operators change', () => staff.change(id, { name: '花子', roles: 'reception', operators: 'iij' }, admin)],
    ['the member is shut out', () => staff.deactivate(id, admin)],
  ])('ends when %s', async (_what, change) => {
    const session = await signedIn()
    expect(await change()).toMatchObject({ ok: true })
    expect(await staff.actorOf(session)).toBeNull()
    await staff.activate(id, admin)
    expect(await staff.actorOf(session)).toBeNull()
  })

  it('goes on when only the name changes', async () => {
    const session = await signedIn()
    await staff.change(id, { name: '華子', roles: 'reception', operators: 'ims' }, admin)
    expect((await staff.actorOf(session))?.staff.name).toBe('華子')
  })

  it('is not begun with a password that was changed while it was checked', async () => {
    const [result] = await Promise.all([signedIn(), staff.setPassword(id, 'another long password', admin)])
    if (result !== 'failed') expect(await staff.actorOf(result)).toBeNull()
    expect(await signedIn()).toBe('failed')
  })

  it.each(['', 'x', 'a'.repeat(43), "' OR 1=1 --"])('is nobody for the cookie %j', async cookie => {
    await signedIn()
    expect(await staff.actorOf(cookie)).toBeNull()
  })

  it('leaves no row once it is over and somebody signs in', async () => {
    await signedIn()
    at.later(10 * HOUR)
    await signedIn()
    expect(await at.store.read.select().from(sessions)).toHaveLength(1)
  })
})

describe('confirming the password', () => {
  it('tells right from wrong', async () => {
    expect(await staff.confirmPassword(id, password)).toBe(true)
    expect(await staff.confirmPassword(id, 'wrong')).toBe(false)
    expect(await staff.confirmPassword('nobody', password)).toBe(false)
  })

  it('cannot be guessed on and on', async () => {
    for (let n = 0; n < 10; n++) await staff.confirmPassword(id, 'wrong')
    expect(await staff.confirmPassword(id, password)).toBe(false)
    at.later(15)
    expect(await staff.confirmPassword(id, password)).toBe(true)
  })
})
