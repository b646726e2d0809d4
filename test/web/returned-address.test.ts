import { afterAll, beforeAll, expect, test } from 'vitest'
import { answeredCase } from './postings-story.ts'
import { type Browser, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let sato: Browser
let number: string

beforeAll(async () => {
  web = await webIn()
  sato = await web.as('sato')
  number = await answeredCase(web, 'posted')
})
afterAll(() => web.gone())

test('nothing is asked about an address while nothing has come back', async () => {
  expect((await sato.get(`/cases/${number}`)).body).not.toContain('宛先を直す')
})

test('what came back asks for its address first, on the case and at the packing table', async () => {
  await web.do(number, 'recordReturn', { posting: 's1', on: '2026-11-21', reason: 'moved' }, sato.by)
  for (const at of [`/cases/${number}`, `/cases/${number}/packing`]) {
    const answer = await sato.get(at)
    const { body } = answer.statusCode === 200 ? answer : await sato.get(String(answer.headers.location))
    expect(body).toMatch(/いまの宛先は「〒\d{3}-\d{4} [^」]+ 山田 花子 様」です。/)
    expect(body).toContain(`href="/cases/${number}/acts/amendPerson">宛先を直す`)
  }
})

test('who may not amend it reads it and is offered nothing', async () => {
  const { body } = await (await web.as('takahashi')).get(`/cases/${number}`)
  expect(body).toContain('いまの宛先は「')
  expect(body).not.toContain('宛先を直す')
})
