import { afterEach, beforeEach, expect, test } from 'vitest'
import { fold } from '../../src/domain/evolve.ts'
import { ito, kanri, requestFor, sato, suzuki } from '../domain/given.ts'
import { type DeskIn, deskIn } from './desk-in.ts'

let at: DeskIn
beforeEach(async () => {
  at = await deskIn()
})
afterEach(() => at.gone())

const name = '山田花子'
const journal = () => JSON.stringify(at.store.sqlite.read.prepare('SELECT body FROM journal').all())
const particulars = () => JSON.stringify(at.store.sqlite.read.prepare('SELECT body FROM particulars').all())

test('a name that somebody typed beside a fact never stands in the journal, and goes with the erasure', async () => {
  const number = await at.do(null, 'logRequest', requestFor('ims', { arrivedAt: `${name}様宛ての私書箱` }))
  const paper = { kind: 'driver_license', receivedOn: '2026-11-20', expiresOn: '2028-05-01' } as const
  await at.do(number, 'receivePaper', { ...paper, issuer: `${name}の会社` })
  const money = { means: 'postal_transfer', amount: '3300', receivedOn: '2026-11-20' } as const
  await at.do(number, 'receiveFee', { ...money, reference: `${name} 受付局` }, ito)
  await at.do(number, 'applyFee', { receipt: 'r1', amount: '3300' }, ito)
  await at.do(number, 'openInquiry', { department: `顧客管理部 ${name}`, systems: '会員管理', period: '全期間' })
  expect(journal()).not.toContain(name)
  for (const text of ['様宛ての私書箱', 'の会社', ' 受付局', '顧客管理部 ']) expect(particulars()).toContain(text)
  const inquiry = (await at.desk.kase(number, sato))?.kase.inquiries[0]
  expect(await at.desk.reveal(number, [inquiry?.department as never], sato)).toEqual([`顧客管理部 ${name}`])

  await at.do(number, 'withdraw', { on: '2026-11-21', how: 'letter' })
  await at.do(number, 'keepFee', { reason: '調査に着手した後の取下げのため' }, suzuki)
  await at.do(number, 'shredPaper', { paper: 'p1', on: '2026-11-21', witness: 'ito' } as never)
  await at.do(number, 'close', {})
  at.at('2040-01-01')
  await at.do(number, 'erase', {}, kanri)
  expect(particulars()).toBe('[]')
  expect((await at.desk.verify()).faults).toEqual([])
})

test('what an envelope held is an item of the checklist, not a text of its own', async () => {
  const typed = await at.desk.perform(null, 'logRequest', requestFor('ims', { enclosed: [`${name}の手紙`] }), sato)
  expect(typed).toMatchObject({ ok: false, issues: [{ code: 'invalid_value' }] })
})

test('an inquiry of before, with its department in plain text, folds as it did', () => {
  const plain = { department: '顧客管理部', systems: ['会員管理'], period: '全期間' }
  const event = { type: 'InquiryOpened' as const, id: 'i1', ...plain, openedOn: '2026-11-21' as never }
  expect(fold([{ seq: 1, at: '2026-11-21T03:00:00.000Z', by: 'sato', event }]).inquiries).toMatchObject([plain])
})
