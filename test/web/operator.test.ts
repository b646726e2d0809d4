import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { termLabels } from '../../src/words/policy-terms.ts'
import { fixtureOperator, operatorIds } from '../operators.ts'
import { type Browser, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let auditor: Browser

beforeAll(async () => {
  web = await webIn()
  auditor = await web.as('takahashi')
})
afterAll(() => web.gone())

const plain = (html: string) => html.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&lt;', '<')

describe('an operator', () => {
  test.each(operatorIds)('%s: every term stands there with the sentence that it came from', async id => {
    for (const policy of fixtureOperator(id).policies) {
      const page = await auditor.get(`/operators/${id}?policy=${policy.id}`)
      expect(page.statusCode).toBe(200)
      const body = plain(page.body)
      for (const label of Object.values(termLabels)) expect(body).toContain(`<th scope="row">${label}`)
      const terms = [
        policy.kinds,
        policy.form,
        policy.fee,
        policy.payment,
        policy.reply,
        policy.identity,
        policy.clocks,
      ]
      for (const { quote, section } of terms) {
        if (quote !== undefined) expect(body).toContain(quote)
        if (section !== undefined) expect(body).toContain(section)
      }
    }
  })

  test('tells the administrator what the policy of today needs, on top', async () => {
    const { body } = await auditor.get('/operators/cloud-walker')
    expect(body.indexOf('消費税率5%のときの税込額')).toBeGreaterThan(0)
    expect(body.indexOf('消費税率5%のときの税込額')).toBeLessThan(body.indexOf('<h2>窓口</h2>'))
  })

  test.each([
    ['ims', '<b>3,300円</b>', '300円（10%）'],
    ['kinki-telecom', '<b>1,100円</b>', '100円（10%）'],
    ['cloud-walker', '<b>3,150円</b>', '286円（10%）'],
    ['iij', '<b>1,000円</b>', '90円（10%）'],
    ['sakura', '<b>1,415円</b>', '128円（10%）'],
  ])('%s: asks %s today, of which %s is tax', async (id, asked, tax) => {
    const { body } = await auditor.get(`/operators/${id}`)
    expect(body).toContain(asked)
    expect(body).toContain(tax)
    expect(body).toContain('法第38条により手数料をいただけません。')
  })

  test('さくら: both policies can be read, and what the later one changed is marked', async () => {
    const now = (await auditor.get('/operators/sakura')).body
    const before = (await auditor.get('/operators/sakura?policy=sakura-before')).body
    expect(now).toContain('前の規程から変更')
    expect(before).not.toContain('前の規程から変更')
    expect(before).not.toContain('管理者への注意')
    expect(before).not.toContain('今日届く請求の手数料')
  })

  test('IIJ: both desks stand there, each with whom it serves', async () => {
    const { body } = await auditor.get('/operators/iij')
    for (const text of [
      'IIJインフォメーションセンター',
      '法人のお客様',
      'IIJmioお問い合わせ窓口',
      '個人のお客様',
      '手続のページ',
    ])
      expect(body).toContain(text)
  })

  test.each(['/operators/nobody', '/operators/ims?policy=none', '/operators/%3Cscript%3E'])(
    '%s is not there',
    async url => {
      expect((await auditor.get(url)).statusCode).toBe(404)
    },
  )

  test('is not there for those who do not serve it', async () => {
    const tanaka = await web.as('tanaka')
    expect((await tanaka.get('/operators/ims')).statusCode).toBe(404)
    expect((await tanaka.get('/operators/iij')).statusCode).toBe(200)
  })

  test('says nothing that a made-up link wants it to say', async () => {
    expect((await auditor.get('/operators/ims?done=constructor')).body).not.toContain('class="done" role="status"')
  })
})
