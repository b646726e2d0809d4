import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../src/domain/day.ts'
import { yen } from '../../src/domain/yen.ts'
import { missingItem } from '../../src/letters/supplement-items.ts'
import { hanako } from '../domain/given.ts'
import { fixturePolicy } from '../operators.ts'
import { type Envelope, envelope, numberIn, personOf, taro } from './opening-form.ts'
import { type Browser, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let sato: Browser
beforeAll(async () => {
  web = await webIn()
  sato = await web.as('sato')
})
afterAll(() => web.gone())

const seen = async (fields: Envelope) => {
  const answer = await sato.post('/cases/new/preview', fields)
  expect(answer.statusCode).toBe(200)
  return answer.body.replaceAll(/<!--.*?-->/g, '')
}
const words = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

describe('the panel tells before saving', () => {
  test('the number to be, both dates with the days left, and the fee with its tax', async () => {
    const told = words(await seen(envelope('ims')))
    expect(told).toContain((await web.desk.context(sato.by)).number.replace(/^(..)(.....)(.)$/, '$1-$2-$3'))
    expect(told).toMatch(/訴えを提起できる日（法39条） 2026年12月5日（土） ○ あと14日/)
    expect(told).toMatch(/回答の発送 2026年12月4日（金） ○ あと13日/)
    expect(told).toContain('3,300円')
    expect(told).toContain('公表額 3,000円（税別）に消費税10％ 300円を加えた額')
    expect(told).toContain('ありません')
  })

  test('no day to sue where 39条 does not apply, and no fee where none may be asked', async () => {
    const told = words(await seen(envelope('ims', { kinds: ['held_information'] })))
    expect(told).toContain('この種類の請求にはありません')
    expect(told).toContain('この請求に手数料はかかりません')
  })

  test('the very sentences that the 補正 letter will carry', async () => {
    const told = words(await seen(envelope('iij', { enclosed: [], onForm: [] }))).replaceAll(' ', '')
    for (const code of ['request-disclosure', 'subject_identity', 'fee']) {
      const from = { on: day('2026-11-20'), asked: yen(1000), requester: 'self' } as const
      const row = missingItem(fixturePolicy('iij'), code, from)
      expect(told).toContain(`${row.item}${row.missing}${row.send}`.replaceAll(' ', ''))
    }
  })

  test('the checklist follows operator, kinds and agent, and says why', async () => {
    const own = await seen(envelope('ims', { onForm: [] }))
    expect(own).toMatch(/name="enclosed" value="request-disclosure"/)
    expect(own).not.toContain('value="power_of_attorney"')
    const agent = await seen(envelope('ims', { requester: 'appointed', ...personOf('agent', taro) }))
    for (const code of ['agent_identity', 'power_of_attorney', 'seal_certificate'])
      expect(agent).toContain(`name="enclosed" value="${code}"`)
    expect(words(agent)).toContain('代理人に権限があることを確かめるために必要です。')
    const corrections = await seen(envelope('sakura', { kinds: ['correction'], onForm: [] }))
    expect(corrections).toContain('value="request-correction"')
    expect(corrections).not.toContain('value="request-disclosure"')
  })

  test('the desks of an operator that has several', async () => {
    expect(await seen(envelope('iij'))).toMatch(/type="radio"[^>]*name="desk"/)
    expect(await seen(envelope('ims'))).not.toContain('name="desk"')
  })

  test('a way of coming that the policy does not ask for, and a letter with nowhere to go', async () => {
    expect(words(await seen(envelope('ims', { service: 'ordinary' })))).toContain(
      'ほかの方法で届いた請求も受け付けます',
    )
    expect(words(await seen(envelope('sakura', { service: 'ordinary' })))).not.toContain('ほかの方法で届いた請求')
    const nowhere = { enclosed: [], 'subject.postcode': '' }
    expect(words(await seen(envelope('ims', nowhere)))).toContain('補正のお願いを送る宛先がありません')
  })

  test('money that is short, over, expired or of another means', async () => {
    const cash = (means: string, amount: string) => envelope('ims', { 'fee.means': means, 'fee.amount': amount })
    expect(words(await seen(cash('registered_cash', '３，０００円')))).toContain('300円足りません')
    expect(words(await seen(cash('registered_cash', '3,300')))).toContain('過不足なし')
    expect(words(await seen(cash('registered_cash', '3,500')))).toContain('200円多く届いています')
    expect(words(await seen(cash('stamps', '3,300')))).toContain('取扱規程にない支払の方法です')
    const old = { 'fee.means': 'postal_order', 'fee.orders.0.face': '1000', 'fee.orders.0.issuedOn': 'R8.4.1' }
    expect(words(await seen(envelope('ims', old)))).toContain('発行から6か月を過ぎた定額小為替があります')
  })

  test('whatever half-typed thing stands in the fields', async () => {
    for (const fields of [
      {},
      { arrivedOn: '2026/', operator: 'ims' },
      envelope('ims', { kinds: 'x', 'subject.bornOn': 'S' }),
    ])
      expect(await seen(fields)).toContain('id="opening-panel"')
  })

  test('the same envelope scanned again', async () => {
    const number = numberIn((await sato.fill('/cases/new', envelope('ims'))).headers.location)
    expect(words(await seen(envelope('ims')))).toContain(`同じ引受番号の封筒を、受付番号 ${number} で受け付けています`)
  })

  test('other cases of the same person, open or answered, with links', async () => {
    const number = numberIn((await sato.fill('/cases/new', envelope('sakura'))).headers.location)
    const typed = envelope('kinki-telecom', { 'subject.family': '山田', 'subject.given': '花子' })
    const html = await seen(typed)
    expect(html).toContain(`href="/cases/${number}"`)
    expect(words(html)).toContain('手続中の案件')
    expect(await seen({ ...typed, 'subject.bornOn': '昭和60年4月4日' })).not.toContain(`href="/cases/${number}"`)
    const linked = await sato.post(`/cases/new/check?linked=${number}&relation=duplicate`, typed)
    expect(linked.body).toContain(`name="linkedTo"`)
    expect(linked.body).toContain(`value="${number}"`)
    expect(linked.body).toMatch(/name="operator" value="kinki-telecom" checked/)
  })

  test('nothing is stored by looking', async () => {
    const before = (await web.desk.list({}, sato.by)).total
    await sato.post('/cases/new/check', envelope('ims'))
    await seen(envelope('ims'))
    expect((await web.desk.list({}, sato.by)).total).toBe(before)
  })
})

test('without a script the page shows itself again, values kept and reckoned anew', async () => {
  const html = (await sato.post('/cases/new/check', envelope('ims', { _once: 'kept' }))).body
  expect(html).toContain(`value="${hanako.address}"`)
  expect(html).toMatch(/name="enclosed" value="subject_identity" checked/)
  expect(html).toContain('name="_once" value="kept"')
  expect(html).toContain('3,300円')
  expect(html).toContain('value="令和8年11月18日"')
  const buttons = [...html.matchAll(/<button[^>]*type="submit"[^>]*>/g)].map(([button]) => button)
  const first = buttons.find(button => button.includes('formaction') || button.includes('primary'))
  expect(first).toContain('formaction="/cases/new/check"')
})
