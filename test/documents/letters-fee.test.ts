import { describe, expect, test } from 'vitest'
import { policyBook } from '../../src/domain/policy-of.ts'
import {
  feeLapsed,
  ito,
  logged,
  operators,
  paid,
  refundApproved,
  refunded,
  requestFor,
  type Story,
  suzuki,
  Story as Tale,
} from '../domain/given.ts'
import { notified, pagesOf, pdfOf, valuesOf, wordsOf } from './letter-cases.ts'
import { textOf } from './pdf.ts'

const reminded = (story: Story) =>
  story.as(ito).do('requestFee', { dueOn: '2026-12-01' }).day('2026-12-02').do('remindFee', { dueOn: '2026-12-16' })

describe('a reminder', () => {
  test('of a fee that is short names what came and the rest, and how to pay that', async () => {
    const story = reminded(logged('ims').tell(paid('3000')))
    expect(valuesOf(story)).toMatchObject({
      askedOn: '令和8年11月21日',
      shortOf: '3,000円',
      paid: '3,000円',
      left: '300円（不足している額）',
      dueOn: '令和8年12月16日',
      afterDue: expect.stringContaining('手数料不納'),
    })
    expect(JSON.stringify(valuesOf(story).means)).toContain('不足している額')
    const paper = await textOf(await pdfOf(story))
    expect(paper).toContain('なお不足しております')
    expect(paper).not.toContain('まだ確認できておりません')
  })

  test('of a fee that has not come names the whole of it and a new day', async () => {
    const story = reminded(logged('ims'))
    expect(valuesOf(story)).toMatchObject({ left: '3,300円' })
    expect(valuesOf(story)).not.toHaveProperty('paid')
    const paper = await textOf(await pdfOf(story))
    expect(paper).toContain('まだ確認できておりません')
    expect(paper).not.toContain('不足して')
  })

  test('threatens no lapse where the policy has none', () => {
    const lenient: typeof policyOn = (id, on) => {
      const policy = policyOn(id, on)
      return (
        policy && { ...policy, waits: { ...policy.waits, value: { ...policy.waits.value, deemedWithdrawal: false } } }
      )
    }
    const story = new Tale('2026-11-21', { policyOn: lenient }).do('logRequest', requestFor('ims'))
    expect(wordsOf(reminded(story))).not.toContain('取り下げられた')
    expect(story.day('2026-12-17').steps()).toContain('remind_fee')
    story.do('remindFee', { dueOn: '2026-12-24' })
    expect(story.day('2026-12-25').steps()).toContain('await_fee')
  })
})

const policyOn = policyBook(operators)

test('the letter of a lapse says that the fee was not paid, and when it was asked for', () => {
  const story = logged('ims').tell(paid('1000')).as(suzuki).tell(feeLapsed('2026-12-17', '2026-12-01'))
  story.do('deemWithdrawn', { because: 'fee' })
  expect(valuesOf(story.tell(notified('deemed-withdrawal'))).history).toEqual([
    { label: '令和8年11月20日', text: 'ご請求の到達' },
    { label: '令和8年11月21日', text: '手数料のご案内' },
    { label: '令和8年12月2日', text: '手数料の督促（期限 令和8年12月16日）' },
    { label: '令和8年12月17日', text: '手数料の全部又は一部が期限までに納められませんでした（手数料不納）。' },
  ])
})

describe('a letter about money that goes back', () => {
  const rows = (story: Story) => valuesOf(story.tell(notified('fee-return'))).returns

  test('names the transfer that is coming, without the head of the account', () => {
    expect(rows(logged('ims').tell(paid('5000'), refundApproved('1700')))).toEqual([
      {
        item: '手数料（令和8年11月20日に銀行振込で受領）',
        amount: '1,700円',
        how: '○○銀行 熊本支店 普通 末尾567（ヤマダ ハナコ 様名義）へ振り込みます。',
      },
    ])
  })

  test('names the transfer that was made and what went another way, each on its own', async () => {
    const story = logged('ims').tell(paid('5000'), refunded('1000'))
    story.do('refundFee', { receipt: 'r1', amount: '700', means: 'cash', on: '2026-11-21', reason: '過払い' })
    expect(rows(story)).toEqual([
      { item: expect.any(String), amount: '700円' },
      { item: expect.any(String), amount: '1,000円', how: expect.stringContaining('令和8年11月21日に○○銀行') },
    ])
    expect(valuesOf(story).total).toBe('1,700円')
    expect(await textOf(await pdfOf(story))).toContain('へ振り込みました')
  })
})

describe('a 領収書', () => {
  test('has its number of the series, and the day of the first when it is a 再発行', async () => {
    const story = logged('ims').tell(paid(), notified('fee-receipt'))
    expect(valuesOf(story)).toMatchObject({ receiptNumber: 'R26-00001', tax: '10％対象 3,300円（うち消費税額300円）' })
    expect(valuesOf(story)).not.toHaveProperty('reissue')
    expect(valuesOf(story)).not.toHaveProperty('registration')
    story.do('printLetter', { letter: 'l1' }).day('2026-12-01').tell(notified('fee-receipt'))
    expect(valuesOf(story)).toMatchObject({
      receiptNumber: 'R26-00001',
      reissue: '再発行（初回の発行 令和8年11月21日）',
    })
    expect(await textOf(await pdfOf(story))).toContain('【再発行】')
  })

  test('rounds the tax of a part as the policy says, and names the number of the issuer', () => {
    const rounding: typeof policyOn = (id, on) => {
      const policy = policyOn(id, on)
      const fee = policy && { ...policy.fee, value: { ...policy.fee.value, rounding: 'round' as const } }
      return policy && fee && { ...policy, fee, invoiceNumber: 'T1234567890123' }
    }
    const story = new Tale('2026-11-21', { policyOn: rounding }).do('logRequest', requestFor('ims')).tell(paid('1000'))
    expect(valuesOf(story.tell(notified('fee-receipt')))).toMatchObject({
      tax: '10％対象 1,000円（うち消費税額91円）',
      registration: 'T1234567890123',
    })
  })
})

describe('a 窓口受領票', () => {
  test('says what was received, of whom and by whom, twice on one sheet', async () => {
    const story = logged('ims').tell(paid('3300', 'cash'))
    story.as({ ...ito, name: '伊藤 由紀' }).tell(notified('counter-slip'))
    expect(valuesOf(story)).toMatchObject({
      slipNumber: 'C26-00001',
      amount: '3,300円',
      receivedOn: '令和8年11月20日',
      payer: '山田　花子　様',
      clerk: '伊藤 由紀',
    })
    const mother = logged('ims').as(ito)
    mother.do('receiveFee', { means: 'cash', amount: '3300', receivedOn: '2026-11-20', payer: '山田　和子' })
    expect(valuesOf(mother.tell(notified('counter-slip')))).toMatchObject({ payer: '山田　和子　様' })
    const paper = await textOf(await pdfOf(story))
    expect(paper.match(/C26-00001/g)).toHaveLength(2)
    expect(await pagesOf(story)).toBe(1)
  })
})
