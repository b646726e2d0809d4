import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageCode } from '../../src/domain/page-code.ts'
import { encryptedPdf } from '../desk/papers.ts'
import { bundled, slip } from '../reading/scanner.ts'
import { type Browser, fieldsIn, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let sato: Browser
let tanaka: Browser
let number: string

beforeAll(async () => {
  web = await webIn()
  sato = await web.as('sato')
  tanaka = await web.as('tanaka')
  number = await web.do(
    null,
    'logFormRequest',
    {
      operator: 'sakura',
      channel: 'phone',
      receivedOn: '2026-11-10',
      requester: { family: '髙橋', given: '一郎', postcode: '530-0001', address: '大阪市北区', phone: '06-1234-5678' },
      kinds: ['disclosure'],
    } as never,
    sato.by,
  )
  await web.do(number, 'writeLetter', { form: 'form-cover' }, sato.by)
})
afterAll(() => web.gone())

const code = () => pageCode({ number, letter: 'l1', sheet: 1, form: 'request-disclosure', page: 1, pages: 2 })
const files = () => web.parts.files.list(number, sato.by)

/** Sends the upload form as a browser does: its fields, then the files. */
const send = async (browser: Browser, scans: readonly Buffer[], fields: Readonly<Record<string, string>> = {}) => {
  const line = '--x-boundary'
  const own = fieldsIn((await browser.get('/scans')).body)
  const pairs = Object.entries({ ...own, operator: '', number: '', ...fields }).map(
    ([name, value]) => `${line}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const parts = scans.flatMap((bytes, at) => [
    Buffer.from(`${line}\r\ncontent-disposition: form-data; name="file"; filename="佐藤様 ${at}.pdf"\r\n\r\n`),
    bytes,
    Buffer.from('\r\n'),
  ])
  return web.app.inject({
    method: 'POST',
    url: '/scans',
    headers: { cookie: browser.cookie, 'content-type': 'multipart/form-data; boundary=x-boundary' },
    payload: Buffer.concat([Buffer.from(pairs.join('')), ...parts, Buffer.from(`${line}--\r\n`)]),
  })
}
const shown = async (browser: Browser, answer: { headers: { location?: string | undefined } }) =>
  (await browser.get(answer.headers.location ?? '')).body
/** The first page of an upload that waits for a person. */
const toDecide = async (browser: Browser, scans: readonly Buffer[]) =>
  /href="(\/scans\/[0-9a-f-]{36})"/.exec(await shown(browser, await send(browser, scans)))?.[1] ?? ''

describe('紙を読み取る', () => {
  test('puts our form into its case and offers to receive it there', async () => {
    const answer = await send(sato, [await slip(code())])
    expect([answer.statusCode, answer.headers.location]).toEqual([303, expect.stringMatching(/^\/scans\?batch=/)])
    const page = await shown(sato, answer)
    expect(page).toContain('1枚のうち1枚を案件に入れました。')
    expect(page).toContain('開示等請求書 1/2')
    expect(page).toContain(`href="/cases/new?from=${number}"`)
    const opening = await sato.get(`/cases/new?from=${number}`)
    expect(opening.body).toContain('value="髙橋"')
    const [file] = await files()
    expect(page).toContain(`/cases/${number}/files/${file?.id}`)
    expect(file?.name).not.toContain('佐藤')
  })

  test('says that a form is another operator’s, another case’s, and files it nowhere', async () => {
    const before = (await files()).length
    const other = await web.do(
      null,
      'logFormRequest',
      {
        operator: 'ims',
        channel: 'phone',
        receivedOn: '2026-11-10',
        requester: { family: '山田', given: '花' },
        kinds: ['disclosure'],
      } as never,
      sato.by,
    )
    expect(await shown(sato, await send(sato, [await slip(code())], { operator: 'ims' }))).toContain(
      'ほかの事業者の用紙です',
    )
    expect(await shown(sato, await send(sato, [await slip(code())], { number: other }))).toContain(
      'ほかの案件の用紙です',
    )
    expect(await files()).toHaveLength(before)
  })

  test('puts what has no code before a person, who files it with the page before it', async () => {
    const before = (await files()).length
    const url = await toDecide(sato, [await bundled([await slip(code()), await slip(null)])])
    const decide = await sato.get(url)
    expect(decide.body).toContain('符号が読み取れません')
    expect(decide.body).toContain('前のページと同じ案件')
    const picture = await sato.get(`${url}/picture`)
    expect(picture.headers['content-type']).toBe('image/jpeg')
    const filed = await sato.post(`${url}/file`, { to: number })
    expect([filed.statusCode, filed.headers.location]).toEqual([303, `/scans?filed=${number}`])
    const tray = await shown(sato, filed)
    expect(tray).toContain(`href="/cases/${number}"`)
    expect(tray).toMatch(/続けて、残り\d+枚|人が決めるページは、もうありません/)
    expect(await files()).toHaveLength(before + 2)
    expect((await sato.get(`${url}/picture`)).statusCode).toBe(404)
    expect((await sato.get(url)).body).toContain('に入れました')
    expect((await sato.post(`${url}/discard`, { reason: 'blank' })).statusCode).toBe(409)
  })

  test('keeps a mistyped number in the form, and asks for a reason before it discards', async () => {
    const url = await toDecide(sato, [await slip(null)])
    const wrong = await sato.post(`${url}/file`, { to: '26000011' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('href="#f-to"')
    expect(wrong.body).toContain('value="26000011"')
    expect((await sato.post(`${url}/discard`, {})).body).toContain('破棄する理由を選んでください。')
    expect((await sato.post(`${url}/discard`, { reason: 'blank' })).statusCode).toBe(303)
    expect((await sato.get(url)).body).toContain('破棄しました（何も書かれていない）')
  })

  test('shows neither page nor picture to those whom it does not concern', async () => {
    const url = await toDecide(sato, [await slip(null)])
    for (const way of ['', '/picture']) expect((await tanaka.get(url + way)).statusCode).toBe(404)
    expect((await tanaka.post(`${url}/file`, { to: number })).statusCode).toBe(404)
    expect((await tanaka.get('/scans')).body).not.toContain(url)
    expect((await web.app.inject(url)).statusCode).toBe(302)
  })

  test('tells the clerk of another operator that the form is not theirs', async () => {
    const before = (await files()).length
    const page = await shown(tanaka, await send(tanaka, [await slip(code())]))
    expect(page).toContain('担当外の事業者の用紙です')
    expect(page).not.toContain('/cases/new?from=')
    expect(await files()).toHaveLength(before)
  })

  test.each([
    ['nothing', async () => [], '中身のないファイルです'],
    [
      'a locked PDF',
      async () => [await slip(null), await encryptedPdf()],
      '2番目のファイル：ファイルに鍵がかかっています',
    ],
    ['no picture', async () => [Buffer.from('<html>')], 'この種類のファイルは受け取れません'],
  ])('refuses %s with a sentence at the field', async (_what, scans, sentence) => {
    const answer = await send(sato, await scans())
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('href="#f-file"')
    expect(answer.body).toContain(sentence)
  })

  test('refuses 50 MB', async () => {
    expect((await send(sato, [Buffer.alloc(50 * 1024 * 1024, '%PDF-')])).statusCode).toBe(413)
  })

  test('refuses a case that is not there, without the form token, and from auditors', async () => {
    expect((await send(sato, [await slip(null)], { number: '26000779' })).statusCode).toBe(422)
    expect((await send(sato, [await slip(null)], { _csrf: 'chigau' })).statusCode).toBe(403)
    const takahashi = await web.as('takahashi')
    expect((await takahashi.get('/scans')).body).not.toContain('読み取って振り分ける')
    expect((await send(takahashi, [await slip(null)])).statusCode).toBe(403)
  })
})
