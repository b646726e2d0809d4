import { describe, expect, test } from 'vitest'
import { ito, logged, paid, recounted, Story as Tale } from '../domain/given.ts'
import { long, notified, pagesOf, pdfOf, valuesOf } from './letter-cases.ts'
import { textOf } from './pdf.ts'

const asked = (more = {}) =>
  new Tale().do('logFormRequest', {
    operator: 'sakura',
    channel: 'email',
    receivedOn: '2026-11-20',
    requester: long,
    kinds: ['disclosure'],
    ...more,
  })

describe('a receipt', () => {
  test('of parts names each, and replaces the one before', () => {
    const story = logged('ims').tell(paid('1000'), notified('fee-receipt')).do('printLetter', { letter: 'l1' })
    expect(valuesOf(story.tell(recounted('2300'), notified('fee-receipt')))).toMatchObject({
      amount: '3,300円',
      means: '銀行振込 1,000円、現金書留 2,300円',
      tax: '10％対象 3,300円（うち消費税額300円）',
      replaces: '先に発行した領収書（R26-00001）に代えて発行するものです。',
    })
  })

  test('of a part has the tax of the part, fractions dropped', () => {
    const story = logged('ims').tell(paid('1000'), notified('fee-receipt'))
    expect(valuesOf(story)).toMatchObject({ tax: '10％対象 1,000円（うち消費税額90円）' })
    expect(valuesOf(story).reissue).toBeUndefined()
  })

  test('counts the postal orders', () => {
    const orders = [1000, 1000, 1000, 300].map(face => ({ face: `${face}`, issuedOn: '2026-11-01' }))
    const story = logged('ims')
      .as(ito)
      .do('receiveFee', { means: 'postal_order', amount: '3300', receivedOn: '2026-11-20', orders })
    expect(valuesOf(story.tell(notified('fee-receipt')))).toMatchObject({ means: '定額小為替（1,000円3枚、300円1枚）' })
  })
})

test('one who asks about a transfer abroad gets the form for it, which prescribes neither papers nor a fee', async () => {
  const story = asked({ kinds: ['foreign_transfer'] }).tell(notified('form-cover'))
  expect(valuesOf(story).enclosures).toContain('外国にある第三者への提供に係る情報の提供の求め　1部')
  const paper = await textOf(await pdfOf(asked().tell(notified('request-foreign'))))
  expect(paper).toContain('この求めに手数料はかかりません。')
  expect(paper).not.toMatch(/運転免許証|円/)
})

describe('a fee notice', () => {
  test('names the kinds that are charged for, and only what is left to pay', () => {
    const story = logged('ims', { kinds: ['disclosure', 'correction'] })
      .tell(paid('1000'))
      .do('requestFee', {})
    expect(valuesOf(story.tell(notified('fee-notice')))).toMatchObject({
      amount: '2,300円（手数料3,300円（税率10％、うち消費税額300円）のうち、お支払いいただく残りの額）',
      kindWithArticle: '保有個人データの開示（個人情報の保護に関する法律第33条第1項）',
    })
  })

  test.each(['ims', 'iij'])('of %s to a long name stays on one page', async operator => {
    const story = logged(operator, { subject: long }).do('requestFee', {}).tell(notified('fee-notice'))
    expect(await pagesOf(story)).toBe(1)
  })
})
