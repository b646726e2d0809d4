import { afterEach, expect, test } from 'vitest'
import { identityPassed } from '../../src/domain/identity.ts'
import { hanako, requestFor, sato } from '../domain/given.ts'
import { type DeskIn, deskIn } from './desk-in.ts'

let at: DeskIn
afterEach(() => at.gone())

const amendedTo = async (change: object) => {
  at = await deskIn()
  const number = await at.do(null, 'logRequest', requestFor('ims'))
  await at.do(number, 'receivePaper', { kind: 'driver_license', receivedOn: '2026-11-20', expiresOn: '2028-05-01' })
  await at.do(number, 'checkIdentity', {})
  await at.do(number, 'amendPerson', { person: { ...hanako, ...change }, reason: '訂正' })
  const found = await at.desk.kase(number, sato)
  const history = await at.desk.history(number, sato)
  return { passed: found !== null && identityPassed(found.kase), last: history.at(-1)?.event }
}

test('the desk compares with the person whom it keeps: a telephone corrected leaves the identity check standing', async () => {
  expect((await amendedTo({ phone: '096-111-1111' })).passed).toBe(true)
})

test('another name takes the identity check away, and the journal says so without the name', async () => {
  const { passed, last } = await amendedTo({ family: '別人', given: '次郎' })
  expect(passed).toBe(false)
  expect(last).toMatchObject({ type: 'PersonAmended', unproved: true })
  expect(JSON.stringify(last)).not.toContain('別人')
})

test('what is derived of an amended case is what verify derives', async () => {
  await amendedTo({ address: '熊本県熊本市中央区下通一丁目3番8号' })
  expect((await at.desk.verify()).faults).toEqual([])
})
