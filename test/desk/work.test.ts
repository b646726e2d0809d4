import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ito, requestFor, sato, suzuki } from '../domain/given.ts'
import { type DeskIn, deskIn } from './desk-in.ts'

let inn: DeskIn
let first: string
let second: string

beforeAll(async () => {
  inn = await deskIn()
  first = await inn.do(null, 'logRequest', requestFor('ims'))
  second = await inn.do(null, 'logRequest', requestFor('sakura'))
})
afterAll(() => inn.gone())

const today = () => inn.desk.today(sato, { limit: 1 })
const faults = async () => (await inn.desk.verify()).faults

describe('the work of the day', () => {
  test('shows the soonest of each code and counts all of them', async () => {
    const { byCode, near } = await today()
    const all = [near, ...byCode.values()]
    expect(all.every(list => list.tasks.length <= 1)).toBe(true)
    expect(byCode.get('request_fee')).toMatchObject({ total: 2, tasks: [{ row: { number: first } }] })
  })

  test('has each task in one place', async () => {
    const { near, byCode } = await inn.desk.today(sato)
    const told = [near, ...byCode.values()].flatMap(list =>
      list.tasks.map(({ row, step }) => `${row.number} ${step.code}`),
    )
    expect(new Set(told).size).toBe(told.length)
  })

  test('moves a case that has come near to the near ones', async () => {
    inn.at('2026-12-04')
    const { near } = await inn.desk.today(sato)
    expect(near.tasks.map(task => task.row.number)).toContain(first)
    inn.at('2026-11-21')
  })
})

describe('letters that wait', () => {
  const waiting = async (state: 'unprinted' | 'printed') =>
    (await inn.desk.waitingLetters(sato, state, 10)).letters.map(each => [each.row.number, each.letter.id])

  test('stand first to be printed, then to be posted, and nowhere once given up', async () => {
    await inn.do(second, 'requestFee', {}, ito)
    await inn.do(second, 'writeLetter', { form: 'fee-notice' }, ito)
    expect([await waiting('unprinted'), await waiting('printed')]).toEqual([[[second, 'l1']], []])
    await inn.do(second, 'printLetter', { letter: 'l1' }, ito)
    expect([await waiting('unprinted'), await waiting('printed')]).toEqual([[], [[second, 'l1']]])
    await inn.do(second, 'discardLetter', { letter: 'l1' }, ito)
    expect([await waiting('unprinted'), await waiting('printed')]).toEqual([[], []])
    expect(await faults()).toEqual([])
  })

  test('beyond the limit are counted', async () => {
    for (const form of ['reception-slip', 'reckoning'] as const) await inn.do(first, 'writeLetter', { form })
    expect(await inn.desk.waitingLetters(sato, 'unprinted', 1)).toMatchObject({ total: 2, letters: [{}] })
  })

  test('of operators that one does not serve are not there', async () => {
    const only = { ...sato, operators: ['iij'] }
    expect(await inn.desk.waitingLetters(only, 'unprinted', 10)).toEqual({ letters: [], total: 0 })
  })
})

describe('money', () => {
  test('that came is told by its day, newest first, and in the totals', async () => {
    await inn.do(second, 'receiveFee', { means: 'transfer', amount: '1415', receivedOn: '2026-11-21' }, ito)
    const from = '2026-11-01' as never
    expect(await inn.desk.receipts({ from, limit: 5 }, sato)).toMatchObject({ total: 1, rows: [{ number: second }] })
    expect(await inn.desk.moneyTotals('2026-11-21' as never, undefined, sato)).toMatchObject({
      outstanding: 3300,
      today: [{ means: 'transfer', amount: 1415, count: 1 }],
      cases: { owing: 1, all: 2 },
    })
  })

  test('that is no longer owed waits for a decision', async () => {
    await inn.do(second, 'withdraw', { on: '2026-11-21', how: 'letter' })
    expect((await inn.desk.money({ state: 'due' }, sato)).find(row => row.number === second)).toMatchObject({
      overpaid: 1415,
    })
    await inn.do(first, 'proposeWaiver', { reason: '災害' }, ito)
    expect((await inn.desk.money({ state: 'due' }, sato)).find(row => row.number === first)).toMatchObject({
      waiverWaits: true,
    })
    await inn.do(first, 'approveWaiver', {}, suzuki)
    expect((await inn.desk.money({ state: 'due' }, sato)).map(row => row.number)).toEqual([second])
    expect(await faults()).toEqual([])
  })
})

test('a case derived by an older version is derived anew on the day, whole', async () => {
  inn.store.sqlite.write.exec(
    "UPDATE cases SET shape = 0, book = '{}'; DELETE FROM tasks; DELETE FROM receipts; DELETE FROM waiting_letters",
  )
  expect(await faults()).toEqual([])
  inn.at('2026-11-22')
  expect((await inn.desk.today(sato)).byCode.size).toBeGreaterThan(0)
  expect((await inn.desk.receipts({ from: '2026-11-01' as never, limit: 5 }, sato)).total).toBe(1)
  expect(await faults()).toEqual([])
})

test('what the day shows is checked against the journal', async () => {
  inn.store.sqlite.write.exec('DELETE FROM tasks')
  expect((await faults())[0]).toContain('the tasks differ from the journal')
})
