import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageFaults } from '../../src/domain/page-set.ts'
import { moneyPlaces } from '../../src/web/money/money-bar.tsx'
import { manual, moneyAnchor } from '../../src/words/manual.ts'
import { scanSign } from '../../src/words/pages.ts'
import { isWritten } from './manual-quotes.ts'
import { type WebIn, webIn } from './web-in.ts'

let web: WebIn
beforeAll(async () => {
  web = await webIn()
})
afterAll(() => web.gone())

const sections = manual.flatMap(chapter => chapter.sections)
const sentences = sections.flatMap(({ lines, steps = [], table }) => [
  ...lines,
  ...steps,
  ...(table?.rows.flatMap(row => row.slice(1)) ?? []),
])

describe('the manual', () => {
  test('is one press away from every page', async () => {
    const { body } = await (await web.as('takahashi')).get('/cases')
    expect(body).toMatch(/<a href="\/manual">使い方<\/a>/)
  })

  test('tells every section, each with an anchor that the contents lead to', async () => {
    const { body, statusCode } = await (await web.as('sato')).get('/manual')
    expect(statusCode).toBe(200)
    for (const { id, title } of sections) {
      expect(body).toContain(`<a href="#${id}">${title}</a>`)
      expect(body).toContain(`<section id="${id}">`)
    }
    for (const sentence of sentences) expect(body).toContain(sentence)
  })

  test('has one section under each anchor, and none without text', () => {
    expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length)
    expect(sections.filter(({ title, lines }) => title === '' || lines.length === 0)).toEqual([])
    for (const { table } of sections)
      for (const row of table?.rows ?? []) expect(row.map(cell => cell !== '')).toEqual(table?.head.map(() => true))
  })

  test('tells of every page of 入金, and each page leads to its own part', async () => {
    const cashier = await web.as('ito')
    for (const [place, { href }] of Object.entries(moneyPlaces)) {
      expect(sections.map(({ id }) => id)).toContain(moneyAnchor(place))
      expect((await cashier.get(href)).body).toContain(`href="/manual#${moneyAnchor(place)}"`)
    }
  })

  test('tells what to do at every sign of the packing table', () => {
    const table = sections.find(({ id }) => id === 'print-wrong')?.table
    expect(table?.rows.map(([sign]) => sign).sort()).toEqual(pageFaults.map(scanSign).sort())
  })

  test('quotes only what is written on a page', () => {
    const quoted = sentences.flatMap(sentence =>
      [...sentence.matchAll(/「([^」]{2,})」/g)].map(([, text = '']) => text),
    )
    expect(quoted.length).toBeGreaterThan(100)
    expect([...new Set(quoted)].filter(text => !isWritten(text))).toEqual([])
  })

  test('is for people who are signed in', async () => {
    expect((await web.app.inject({ url: '/manual' })).statusCode).toBe(302)
  })

  test('says everything in whole sentences', () => {
    for (const sentence of sentences) expect(sentence).toMatch(/^[^!！]+。$/)
  })
})
