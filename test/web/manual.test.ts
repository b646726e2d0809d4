import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { manual } from '../../src/words/manual.ts'
import { type WebIn, webIn } from './web-in.ts'

let web: WebIn
beforeAll(async () => {
  web = await webIn()
})
afterAll(() => web.gone())

describe('the manual', () => {
  test('is one press away from every page', async () => {
    const { body } = await (await web.as('takahashi')).get('/cases')
    expect(body).toMatch(/<a href="\/manual">使い方<\/a>/)
  })

  test('tells every section, each with an anchor that the contents lead to', async () => {
    const { body, statusCode } = await (await web.as('sato')).get('/manual')
    expect(statusCode).toBe(200)
    for (const { id, title, lines } of manual) {
      expect(body).toContain(`<a href="#${id}">${title}</a>`)
      expect(body).toContain(`<section id="${id}">`)
      for (const line of lines) expect(body).toContain(line)
    }
  })

  test('is for people who are signed in', async () => {
    expect((await web.app.inject({ url: '/manual' })).statusCode).toBe(302)
  })

  test('says everything in whole sentences', () => {
    for (const line of manual.flatMap(section => section.lines)) expect(line).toMatch(/^[^!！]+。$/)
  })
})
