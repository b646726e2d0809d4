import { expect, test } from 'vitest'
import { heldMoney, outstanding } from '../../src/domain/fee.ts'
import { type Given, logged, paid, readyToPost, type Story, sent } from './given.ts'

const order = (face: number, issuedOn: string): Given<'receiveFee'> => ({
  means: 'postal_order',
  amount: String(face),
  receivedOn: '2026-11-20',
  orders: [{ face, issuedOn }],
})
const give = (story: Story, amount: string, means: Given<'refundFee'>['means'] = 'postal_order') =>
  story.do('refundFee', { receipt: 'r1', amount, means, on: '2026-11-21', reason: '返還' })

test('case 13: too much, too little, the wrong paper, an old order, odd stamps: all booked, none lost', () => {
  const over = logged('ims').tell(paid('5000'))
  expect([outstanding(over.kase), heldMoney(over.kase)]).toEqual([0, 1700])
  const short = logged('ims').tell(paid('3000'))
  expect(short.steps()).toContain('request_fee')
  const wrong = logged('ims').tell(paid('3300', 'stamps'))
  expect([outstanding(wrong.kase), heldMoney(wrong.kase)]).toEqual([3300, 3300])
  const old = logged('ims').do('receiveFee', order(1000, '2026-05-01'))
  expect(old.refusal('applyFee', { receipt: 'r1', amount: '1000' })).toBe('order_expired')
  expect(heldMoney(give(old, '1000').kase)).toBe(0)
  const stamps = [
    { face: 82, count: 12 },
    { face: 10, count: 2 },
  ]
  const odd = logged('iij').do('receiveFee', { means: 'stamps', amount: '1004', receivedOn: '2026-11-20', stamps })
  expect([outstanding(odd.kase), heldMoney(odd.kase)]).toEqual([0, 4])
  expect(heldMoney(odd.do('giveUpRefund', { receipt: 'r1', how: '返金不要の申出書' }).kase)).toBe(0)
})

test('case 14: a fee sent for a free request is held, never applied, and must go back before closing', () => {
  const story = logged('ims', { kinds: ['correction'] }).do('receiveFee', order(1000, '2026-11-01'))
  expect(story.kase.fee.receipts[0]).toMatchObject({ held: 'fee_not_due', applied: 0 })
  expect(story.refusal('applyFee', { receipt: 'r1', amount: '1000' })).toBe('nothing_owed')
  story.do('withdraw', { on: '2026-11-21', how: 'phone' })
  expect(story.refusal('close', {})).toBe('ledger_not_zero')
  expect(give(story, '1000').refusal('close', {})).toBeNull()
})

test('case 15: the tax rose between form and arrival: the price of arrival, or the older one once published', () => {
  const on = { arrivedOn: '2019-10-03', stampedOn: '2019-10-03' }
  const due = (more: object) => logged('ims', { ...on, ...more }, '2019-10-03').kase.fee.dues[0]
  expect(due({})).toMatchObject({ asked: 3300, rate: 10 })
  expect(due({ shownFee: '3,240円' })).toMatchObject({ asked: 3240, olderForm: true })
  expect(due({ shownFee: '3,150円' })).toMatchObject({ asked: 3150, tax: 286 })
  expect(due({ shownFee: '3,300円' })).not.toHaveProperty('olderForm')
  expect(logged('cloud-walker').kase.fee.dues[0]).toMatchObject({ published: 3150, asked: 3150 })
})

test('case 16: the reply comes back: not answered, one more way is tried, the address is proved anew', () => {
  const story = readyToPost().tell(sent).day('2026-12-05')
  story.do('recordHeld', { posting: 's1', since: '2026-11-24' })
  story.do('recordReturn', { posting: 's1', on: '2026-12-05', reason: 'unclaimed' })
  expect(story.steps()).toEqual(['repost', 'notify_return'])
  expect(story.refusal('receiveCertificate', { posting: 's1', on: '2026-12-05' })).toBe('certificate_not_expected')
  story.do('addNote', { way: 'phone_out', memo: '再送の連絡' })
  story.do('receivePaper', {
    kind: 'residence_record',
    as: 'original',
    receivedOn: '2026-12-05',
    issuedOn: '2026-12-01',
  })
  story.do('checkIdentity', { sendTo: 'papers', address: '新住所' }).tell(sent)
  expect(story.kase.postings.map(each => each.returnReason)).toEqual(['unclaimed', undefined])
  story.do('recordReturn', { posting: 's2', on: '2026-12-05', reason: 'moved' })
  expect(story.refusal('close', {})).toBe('not_delivered')
  expect(story.refusal('close', { undelivered: true })).toBeNull()
})

test('case 17: the certificate card is missing: chased after two weeks, asked for again within a year', () => {
  const story = readyToPost().tell(sent).day('2026-12-10').do('recordDelivery', { posting: 's1', on: '2026-11-24' })
  expect(story.steps()[0]).toBe('await_certificate')
  story.do('askForCertificate', { posting: 's1', on: '2026-12-10' })
  expect(story.day('2027-11-22').refusal('askForCertificate', { posting: 's1', on: '2027-11-22' })).toBe(
    'certificate_window_over',
  )
  expect(story.refusal('receiveCertificate', { posting: 's1', on: '2026-12-20' })).toBeNull()
})
