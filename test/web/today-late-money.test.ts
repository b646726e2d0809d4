import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountIn, lineIn } from '../desk/money/statement-cast.ts'
import { requestFor } from '../domain/given.ts'
import { type WebIn, webIn } from './web-in.ts'

let web: WebIn
beforeAll(async () => {
  web = await webIn()
  await accountIn(web)
})
afterAll(() => web.gone())

test('money for a closed case stands in the day of a cashier, and leads to its line', async () => {
  const sato = web.actor('sato')
  const number = await web.do(null, 'logRequest', requestFor('ims'), sato)
  await web.do(number, 'withdraw', { on: '2026-11-21', how: 'phone' }, sato)
  await web.do(number, 'close', {}, sato)
  const line = await lineIn(web, { payer: `${number} ﾔﾏﾀﾞ ﾊﾅｺ`, amount: 3300 })
  const { body } = await (await web.as('ito')).get('/today')
  expect(body).toContain('<a href="#group-late-money">終わった案件への入金 <b>1</b></a>')
  expect(body).toContain(`href="/money/lines/${line}"`)
  expect(body).toContain('返すか、預りにするかを決めてください。')
  expect((await (await web.as('takahashi')).get('/today')).body).not.toContain('終わった案件への入金')
})
