import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ledgerOf } from '../../../src/desk/money/ledger.ts'
import { openStaff } from '../../../src/desk/staff.ts'
import type { InstrumentAct } from '../../../src/domain/money/instrument-acts.ts'
import type { LedgerAccount } from '../../../src/domain/money/ledger-entry.ts'
import { orderText } from '../../../src/domain/money/order-book.ts'
import type { Actor } from '../../../src/domain/rule.ts'
import { ito, kanri, requestFor, takahashi } from '../../domain/given.ts'
import { type DeskIn, deskIn } from '../desk-in.ts'
import { accountIn, lineIn } from './statement-cast.ts'

let at: DeskIn
beforeEach(async () => {
  at = await deskIn()
})
afterEach(() => at.gone())

/** Serves IIJ only. */
const tanaka: Actor = { id: 'tanaka', roles: ['cashier'], operators: ['iij'] }

const paidBy = async (operator: string, fee: Record<string, unknown>) => {
  const number = await at.do(null, 'logRequest', requestFor(operator))
  await at.do(number, 'receiveFee', { receivedOn: '2026-11-21', ...fee } as never, ito)
  return number
}
const byOrders = (operator: string, ...faces: number[]) =>
  paidBy(operator, {
    means: 'postal_order',
    amount: String(faces.reduce((sum, face) => sum + face, 0)),
    orders: faces.map((face, nth) => ({ face: String(face), issuedOn: '2026-06-01', number: `12345-${nth}` })),
  })
const byStamps = (operator: string, face: number, count: number) =>
  paidBy(operator, {
    means: 'stamps',
    amount: String(face * count),
    stamps: [{ face: String(face), count: String(count) }],
  })

const act = (name: InstrumentAct, input: unknown, by = ito, once?: string) =>
  at.desk.instruments.act(name, input, by, once === undefined ? {} : { once })
const cashing = (caseNumber: string, ...nths: number[]) => ({
  orders: nths.map(nth => ({ caseNumber, receipt: 'r1', nth })),
  on: '2026-11-21',
  where: '新宿郵便局',
  into: 'cash',
})
const lying = async (account: LedgerAccount) =>
  (await ledgerOf(at.store.read).read()).reduce(
    (sum, { debit, credit, amount }) => sum + (debit === account ? amount : 0) - (credit === account ? amount : 0),
    0,
  )
const verified = async () => (await at.desk.verify()).faults

describe('定額小為替 in the safe', () => {
  it('come with the fee of a case and are cashed at once', async () => {
    const number = await byOrders('ims', 1000, 1000, 1000, 300)
    expect(
      (await at.desk.instruments.book(ito)).orders.map(({ number: serial, lastDay, state }) => [
        serial,
        lastDay,
        state,
      ]),
    ).toEqual([0, 1, 2, 3].map(nth => [`12345-${nth}`, '2026-12-01', 'held']))
    expect(await act('cashOrders', cashing(number, 1, 2, 4))).toMatchObject({ ok: true, entries: [{ amount: 2300 }] })
    expect([await lying('cash'), await lying('postal_orders')]).toEqual([2300, 1000])
    expect(await verified()).toEqual([])
  })

  it('are cashed once however often the same form comes', async () => {
    const number = await byOrders('ims', 1000, 300)
    const first = await act('cashOrders', cashing(number, 1), ito, 'k1')
    expect(await act('cashOrders', cashing(number, 1), ito, 'k1')).toEqual({ ...first, repeated: true })
    expect(await act('cashOrders', cashing(number, 1), ito, 'k2')).toMatchObject({
      refusal: { refused: 'order_not_held', field: 'orders' },
    })
    expect(await lying('cash')).toBe(1000)
  })

  it('are told as dying from thirty days before', async () => {
    const number = await byOrders('ims', 1000)
    expect((await at.desk.instruments.dying(ito)).map(orderText)).toEqual([`${number}-r1-1`])
    await act('cashOrders', cashing(number, 1))
    expect(await at.desk.instruments.dying(ito)).toEqual([])
  })

  it('are not there for those who serve another operator', async () => {
    const number = await byOrders('ims', 1000)
    const own = await byOrders('iij', 300)
    expect((await at.desk.instruments.book(tanaka)).orders.map(each => each.caseNumber)).toEqual([own])
    expect((await at.desk.instruments.book(tanaka)).pools.map(pool => pool.operator)).toEqual(['iij'])
    expect(await at.desk.instruments.dying(tanaka)).toHaveLength(1)
    expect(await act('cashOrders', cashing(number, 1), tanaka)).toMatchObject({
      refusal: { refused: 'order_not_held' },
    })
  })

  it('do not go back to the payer once they have been cashed', async () => {
    const number = await byOrders('ims', 1000, 300)
    await act('cashOrders', cashing(number, 1))
    const refund = { receipt: 'r1', means: 'postal_order', on: '2026-11-21', reason: '取下げ' } as const
    const approver: Actor = { id: 'suzuki', roles: ['approver'], operators: 'all' }
    const asked = (amount: string) => at.desk.perform(number, 'refundFee', { ...refund, amount }, approver)
    expect(await asked('1300')).toMatchObject({ ok: false, refusal: { refused: 'instruments_not_held' } })
    expect(await asked('300')).toMatchObject({ ok: true })
    expect((await at.desk.instruments.book(ito)).orders.map(({ state }) => state)).toEqual(['cashed', 'returned'])
    expect(await verified()).toEqual([])
  })

  it('that go back are the ones that the refund names, not the first that add up', async () => {
    const number = await byOrders('ims', 1000, 1000, 300)
    await act('cashOrders', cashing(number, 1))
    const approver: Actor = { id: 'suzuki', roles: ['approver'], operators: 'all' }
    const asked = (orders: string[]) =>
      at.desk.perform(
        number,
        'refundFee',
        { receipt: 'r1', means: 'postal_order', on: '2026-11-21', reason: '取下げ', amount: '1000', orders },
        approver,
      )
    expect(await asked(['r1-1'])).toMatchObject({ ok: false, refusal: { refused: 'instruments_not_held' } })
    expect(await asked(['r1-2'])).toMatchObject({ ok: true })
    expect(await asked(['r1-2'])).toMatchObject({ ok: false })
    const states = (await at.desk.instruments.book(ito)).orders.map(each => [each.nth, each.state])
    expect(states).toEqual([
      [1, 'cashed'],
      [2, 'returned'],
      [3, 'held'],
    ])
    expect(await verified()).toEqual([])
  })

  it('hold back the reversal of their receipt until the cashing is taken back', async () => {
    const number = await byOrders('ims', 1000)
    const done = await act('cashOrders', cashing(number, 1))
    const reverse = () => at.desk.perform(number, 'reverseFee', { receipt: 'r1', reason: '別の案件' }, ito)
    expect(await reverse()).toMatchObject({ refusal: { refused: 'instruments_not_held' } })
    await act('takeBackEntry', { entry: done.ok ? done.entries[0]?.seq : 0 })
    expect(await reverse()).toMatchObject({ ok: true })
    expect(await verified()).toEqual([])
  })
})

describe('stamps and cash', () => {
  it('are used no more than there are, each for its own operator', async () => {
    const number = await byStamps('iij', 100, 12)
    const use = {
      operator: 'iij',
      stamps: [{ face: 100, count: 10 }],
      on: '2026-11-21',
      purpose: 'postage',
      caseNumber: number,
    }
    expect(await act('useStamps', use, tanaka)).toMatchObject({ ok: true })
    expect(await act('useStamps', use, tanaka)).toMatchObject({
      refusal: { refused: 'stamps_not_held', about: { most: 2 } },
    })
    expect(await act('useStamps', { ...use, operator: 'ims' }, tanaka)).toMatchObject({
      refusal: { refused: 'unknown_operator' },
    })
    expect([await lying('stamps'), await lying('postage')]).toEqual([200, 1000])
    expect(await verified()).toEqual([])
  })

  it('give change from the book when a refund names the faces', async () => {
    const number = await byStamps('iij', 100, 12)
    const change = {
      receipt: 'r1',
      amount: '100',
      means: 'stamps',
      on: '2026-11-21',
      reason: '余り',
      stamps: [{ face: 100, count: 1 }],
    }
    await at.do(number, 'refundFee', change as never, { ...ito, roles: ['approver'] })
    expect((await at.desk.instruments.book(ito)).pools[0]?.stamps.faces).toEqual([{ face: 100, count: 11 }])
  })

  it('are counted by two who are staff of this desk', async () => {
    const staff = openStaff(at.store, { hours: 8, now: at.now })
    const member = { signIn: 'goto', name: '後藤', password: 'goto-no-aikotoba', operators: 'all' }
    const added = await staff.add({ ...member, roles: ['cashier'] }, kanri)
    const looks = await staff.add({ ...member, signIn: 'mori', roles: ['auditor'] }, kanri)
    if (!added.ok || !looks.ok) throw new Error('not added')
    expect(await at.desk.instruments.counters(ito)).toEqual([{ id: added.member.id, name: '後藤', operators: 'all' }])
    await paidBy('ims', { means: 'cash', amount: '3300' })
    const count = { operator: 'ims', counted: '3200', with: looks.member.id, reason: 'missing' }
    expect(await act('countCash', count)).toMatchObject({ refusal: { refused: 'unknown_counter', field: 'with' } })
    expect(await act('countCash', { ...count, with: added.member.id })).toMatchObject({ ok: true })
    expect([await lying('cash'), await lying('difference')]).toEqual([3200, 100])
  })

  it('reach the bank by way of what is under way, and the line proves it', async () => {
    const registered = await at.desk.accounts.register(
      {
        label: '三菱UFJ 本店',
        operators: ['ims'],
        bankCode: '0005',
        branchCode: '001',
        kind: '普通',
        number: '1234567',
      },
      ito,
    )
    if (!registered.ok) throw new Error(JSON.stringify(registered))
    await paidBy('ims', { means: 'cash', amount: '3300' })
    const into = registered.account.id
    expect(await act('bankCash', { operator: 'ims', amount: '3300', on: '2026-11-21', into })).toMatchObject({
      ok: true,
    })
    expect((await at.desk.instruments.book(ito)).banked).toMatchObject([{ kind: 'cash_banked', account: into }])
    expect([await lying('cash'), await lying('in_transit')]).toEqual([0, 3300])
    expect(await verified()).toEqual([])
  })

  it('are proved by the line of the bank, and unproved again', async () => {
    const into = await accountIn(at)
    await paidBy('ims', { means: 'cash', amount: '3300' })
    const banked = await act('bankCash', { operator: 'ims', amount: '3300', on: '2026-11-21', into })
    const entry = banked.ok ? (banked.entries[0]?.seq ?? 0) : 0
    const line = await lineIn(at, { payer: 'ｹﾞﾝｷﾝ', amount: 3300, date: '2026-11-21' })
    await lineIn(at, { payer: 'ｹﾞﾝｷﾝ', amount: 3299, date: '2026-11-21' })
    expect((await at.desk.instruments.lines(ito)).get(entry)).toMatchObject([{ id: line, rest: 3300 }])
    const proved = await act('proveBanked', { entry, line })
    expect(proved).toMatchObject({ ok: true, entries: [{ kind: 'linked', line }] })
    expect([await lying('in_transit'), (await at.desk.instruments.book(ito)).banked]).toEqual([0, []])
    expect(await verified()).toEqual([])
    await act('takeBackEntry', { entry: proved.ok ? proved.entries[0]?.seq : 0 })
    expect((await at.desk.instruments.lines(ito)).get(entry)).toMatchObject([{ id: line, rest: 3300 }])
    expect(await verified()).toEqual([])
  })

  it('say field by field what could not be read', async () => {
    const done = await act('useStamps', {
      operator: 'ims',
      stamps: [{ face: '八十四', count: '1' }],
      on: '',
      purpose: 'postage',
    })
    expect(done.ok || !('issues' in done) ? [] : done.issues.map(({ path, code }) => [path, code])).toEqual([
      ['stamps.0.face', 'number_not_read'],
      ['on', 'required'],
    ])
    expect(await act('cashOrders', { ...cashing('x', 1), orders: [] })).toMatchObject({
      issues: [{ path: 'orders', code: 'required' }],
    })
  })

  it('are not for those who only read', async () => {
    expect(await act('countCash', { operator: 'ims', counted: '0', with: 'x' }, takahashi)).toMatchObject({
      refusal: { refused: 'not_allowed' },
    })
  })
})

describe('the proof', () => {
  it('sees paper that left without having been there, and an order that the book does not know', async () => {
    const number = await byStamps('iij', 100, 12)
    const entry = { on: '2026-11-21' as never, operator: 'iij', caseNumber: number, receipt: 'r1' }
    await at.store.transaction(() =>
      ledgerOf(at.store.write).append(
        [
          {
            ...entry,
            kind: 'stamps_used',
            debit: 'postage',
            credit: 'stamps',
            amount: 1300 as never,
            body: { stamps: [{ face: 100, count: 13 }] },
          },
        ],
        { at: at.now(), by: 'ito' },
      ),
    )
    expect(await verified()).toEqual(['iij: more stamps left than there were'])
  })
})
