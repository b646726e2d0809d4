import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answeredCase } from './postings-story.ts'
import { type Cast, type WebIn, webIn } from './web-in.ts'

/** What a page offers to whom: nothing that would be refused. */
let web: WebIn
let number: string
const read = async (who: Cast, url: string) => (await (await web.as(who)).get(url)).body

beforeAll(async () => {
  web = await webIn()
  number = await answeredCase(web, 'printed')
})
afterAll(() => web.gone())

describe('the work of the day', () => {
  test.each(['sato', 'suzuki', 'kanri'] as const)('offers an envelope to %s', async who => {
    expect(await read(who, '/today')).toMatch(/<a class="button primary" href="\/cases\/new"/)
  })

  test.each(['ito', 'takahashi'] as const)('offers none to %s, who may open none', async who => {
    expect(await read(who, '/today')).not.toContain('data-primary')
  })

  test('leads who may open none to the cases when there is nothing to do', async () => {
    const empty = await webIn()
    const { body } = await (await empty.as('takahashi')).get('/today')
    expect(body).toMatch(/今日の仕事はありません。[\s\S]*?href="\/cases"/)
    await empty.gone()
  })
})

describe('files of a case', () => {
  test('are put in by those who handle paper', async () => {
    for (const who of ['sato', 'ito'] as const) expect(await read(who, `/cases/${number}`)).toContain('type="file"')
  })

  test('are only read by the auditor', async () => {
    const body = await read('takahashi', `/cases/${number}`)
    expect(body).toContain('ファイルはありません。')
    expect(body).not.toContain('type="file"')
  })
})

describe('開示資料', () => {
  test('is shown to the auditor with nothing to press', async () => {
    const body = await read('takahashi', `/cases/${number}/package`)
    expect(body).toContain('いまは変えられません。この操作の権限がありません。')
    expect(body).toMatch(/<fieldset class="plain" disabled/)
    for (const button of ['選んだ内容を登録する', 'type="file"']) expect(body).not.toContain(button)
  })
})

test('a list of items that is empty says so instead of showing a head without rows', async () => {
  const body = await read('takahashi', `/cases/${number}/schedule`)
  expect(body).toContain('項目はまだ登録されていません。')
  expect(body).not.toContain('<th scope="col">システム')
})
