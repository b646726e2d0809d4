import { describe, expect, test } from 'vitest'
import { heldMoney, outstanding, owed, paid as paidIn } from '../../src/domain/fee.ts'
import {
  type Given,
  hanako,
  ito,
  logged,
  paid,
  readyToPost,
  recounted,
  requestFor,
  type Story,
  sato,
  sent,
  suzuki,
  Story as Tale,
} from './given.ts'

const books = ({ kase }: Story) => ({ outstanding: outstanding(kase), held: heldMoney(kase), paid: paidIn(kase) })
const stamps = (amount: string, face: number, count: number): Given<'receiveFee'> => ({
  means: 'stamps',
  amount,
  receivedOn: '2026-11-20',
  stamps: [{ face, count }],
})
const back = (amount: string, means: Given<'refundFee'>['means'], receipt = 'r1'): Given<'refundFee'> => ({
  receipt,
  amount,
  means,
  on: '2026-11-21',
  reason: '返還',
})
const early = (operator = 'ims') =>
  new Tale().do('logFormRequest', { operator, channel: 'phone', receivedOn: '2026-11-20', requester: hanako })

describe('stamps of the wrong face value', () => {
  test('given 1,000 yen owed, when 1,040 come, then the fee is paid and 40 go back in stamps', () => {
    const story = logged('iij')
      .as(ito)
      .do('receiveFee', stamps('1040', 104, 10))
    expect(books(story)).toEqual({ outstanding: 0, held: 40, paid: 1000 })
    story.do('refundFee', { ...back('40', 'stamps'), stamps: [{ face: 20, count: 2 }] })
    expect(books(story)).toEqual({ outstanding: 0, held: 0, paid: 1000 })
  })

  test('given 1,000 yen owed, when 960 come, then 40 are owed and a second envelope or a waiver ends it', () => {
    const short = () =>
      logged('iij')
        .as(ito)
        .do('receiveFee', stamps('960', 96, 10))
    expect(books(short())).toEqual({ outstanding: 40, held: 0, paid: 960 })
    expect(books(short().do('receiveFee', stamps('40', 10, 4)))).toEqual({ outstanding: 0, held: 0, paid: 1000 })
    const waived = short().do('proposeWaiver', { reason: '少額' }).as(suzuki).do('approveWaiver', {})
    expect([owed(waived.kase), outstanding(waived.kase)]).toEqual([960, 0])
  })
})

test('given a free request, when a fee comes with it, then it is held and goes back', () => {
  const story = logged('ims', { kinds: ['correction'] }).tell(paid('1000', 'postal_order'))
  expect(story.steps()).toContain('assign_money')
  story.do('refundFee', back('1000', 'postal_order'))
  expect(books(story)).toEqual({ outstanding: 0, held: 0, paid: 0 })
})

describe('money before the request', () => {
  const arrives = (story: Story, more = {}) => story.as(sato).do('logRequest', requestFor('ims', more))

  test('given a form that was asked for, when the fee comes first, then it waits and pays on arrival', () => {
    const story = early().tell(paid())
    expect(story.kase.fee.receipts[0]).toMatchObject({ held: 'fee_not_due', applied: 0 })
    expect(story.steps()).toEqual(['send_forms'])
    arrives(story)
    expect(story.last.map(event => event.type)).toEqual(['RequestLogged', 'FeeAsked', 'FeeApplied'])
    expect(books(story)).toEqual({ outstanding: 0, held: 0, paid: 3300 })
    expect(story.kase.feeSettledOn).toBe('2026-11-21')
  })

  test('in two sums pays as far as is owed', () => {
    const story = early().tell(paid('2000'), paid('2000'))
    expect(books(arrives(story))).toEqual({ outstanding: 0, held: 700, paid: 3300 })
    expect(story.kase.fee.receipts.map(each => each.applied)).toEqual([2000, 1300])
  })

  test('stays held when the request is free, the means is none of the policy, or an order was dead', () => {
    expect(books(arrives(early().tell(paid()), { kinds: ['correction'] }))).toMatchObject({ held: 3300, paid: 0 })
    expect(books(arrives(early().tell(paid('3300', 'stamps'))))).toEqual({ outstanding: 3300, held: 3300, paid: 0 })
    const dead = early()
      .as(ito)
      .do('receiveFee', {
        means: 'postal_order',
        amount: '1000',
        receivedOn: '2026-11-20',
        orders: [{ face: 1000, issuedOn: '2026-05-01' }],
      })
    expect(books(arrives(dead))).toMatchObject({ held: 1000, paid: 0 })
  })

  test('in cash by post pays once it is counted, before or after the request comes', () => {
    expect(books(arrives(early().tell(recounted('3300'))))).toMatchObject({ outstanding: 0, paid: 3300 })
    const later = arrives(early().tell(paid('3300', 'registered_cash')))
    expect(books(later)).toEqual({ outstanding: 3300, held: 3300, paid: 0 })
    expect(books(later.do('recountCash', { receipt: 'r1', amount: '3300' }))).toMatchObject({ outstanding: 0 })
  })
})

describe('money for what has ended', () => {
  test('given a withdrawn request, when the fee comes after all, then it is held and the case closes when it went back', () => {
    const story = logged('ims').do('withdraw', { on: '2026-11-21', how: 'phone' }).tell(paid('3300', 'postal_order'))
    expect(story.kase.fee.receipts[0]?.held).toBe('fee_not_due')
    expect(story.refusal('close', {})).toBe('ledger_not_zero')
    expect(story.do('refundFee', back('3300', 'postal_order')).refusal('close', {})).toBeNull()
  })

  test('given a closed case, when a fee comes twice, then it is booked, held and returned without reopening', () => {
    const closed = () =>
      readyToPost().tell(sent).do('recordDelivery', { posting: 's1', on: '2026-11-21' }).do('close', {})
    const story = closed().tell(paid('3300', 'postal_order'))
    expect(story.last).toMatchObject([{ type: 'FeeReceived', receipt: 'r2', held: 'fee_not_due' }])
    expect(story.steps()).toContain('assign_money')
    expect(story.as(suzuki).refusal('refundFee', back('3300', 'postal_order', 'r1'))).toBe('exceeds_balance')
    expect(story.refusal('reverseFee', { receipt: 'r1', reason: 'x' })).toBe('case_closed')
    expect(story.refusal('applyFee', { receipt: 'r2', amount: '1' })).toBe('case_closed')
    story.as(ito).do('refundFee', back('3300', 'postal_order', 'r2'))
    expect(story.steps()).not.toContain('assign_money')
    const wrong = closed().tell(paid('3300', 'postal_order')).do('reverseFee', { receipt: 'r2', reason: '別の案件' })
    expect(heldMoney(wrong.kase)).toBe(0)
  })

  test('given a form request that was closed, when money comes after all, then it is to be given back', () => {
    const story = early().do('close', {}).tell(paid())
    expect(story.steps()).toEqual(['assign_money'])
  })

  test('given an erased case, nothing is booked any more', () => {
    const story = readyToPost().tell(sent).do('recordDelivery', { posting: 's1', on: '2026-11-21' })
    story.do('shredPaper', { paper: 'p1', on: '2026-11-21', witness: 'ito' }).do('close', {})
    const late = story.tell(paid('100', 'cash')).day('2040-01-01')
    expect(late.refusal('erase', {})).toBe('not_allowed')
    const admin = { id: 'kanri', roles: ['admin', 'cashier'] as const, operators: 'all' as const }
    expect(late.as(admin).refusal('erase', {})).toBe('ledger_not_zero')
    late.do('giveUpRefund', { receipt: 'r2', how: '書面' }).do('erase', {})
    expect(late.refusal('receiveFee', { means: 'cash', amount: '1', receivedOn: '2026-11-21' })).toBe('already_erased')
  })
})

test('given a full fee, when it is paid again, then the second sum is held whole', () => {
  const story = logged('ims').tell(paid(), paid())
  expect(books(story)).toEqual({ outstanding: 0, held: 3300, paid: 3300 })
  expect(story.kase.fee.receipts[1]).toMatchObject({ applied: 0, amount: 3300 })
  expect(story.kase.fee.receipts[1]).not.toHaveProperty('held')
})

test('郵便振替 is bookable with the office and the stamp of its slip', () => {
  const story = logged('ims').as(ito).do('receiveFee', {
    means: 'postal_transfer',
    amount: '3300',
    receivedOn: '2026-11-20',
    reference: '熊本中央局 07123',
  })
  expect(story.last).toMatchObject([{ reference: { fresh: '熊本中央局 07123' }, held: 'means_not_accepted' }])
  expect(story.refusal('applyFee', { receipt: 'r1', amount: '3300' })).toBeNull()
})
