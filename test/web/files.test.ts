import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { javaScript, pdf, png } from '../desk/papers.ts'
import { requestFor } from '../domain/given.ts'
import { type Browser, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let sato: Browser
let number: string

beforeAll(async () => {
  web = await webIn({ uploadBytes: 1024 * 1024 })
  sato = await web.as('sato')
  number = await web.do(null, 'logRequest', requestFor('ims'), sato.by)
})
afterAll(() => web.gone())

const files = () => web.parts.files.list(number, sato.by)
const url = () => `/cases/${number}/files`

describe('a scan', () => {
  test('is kept with the case and given back as an attachment', async () => {
    const answer = await sato.upload(url(), '請求書 髙﨑.pdf', await pdf())
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/cases/${number}`])
    const [file] = await files()
    expect((await sato.get(`/cases/${number}`)).body).toContain(file?.name)
    const given = await sato.get(`${url()}/${file?.id}`)
    expect(given.headers['content-type']).toContain('application/pdf')
    expect(given.headers['content-disposition']).toContain(`attachment; filename*=UTF-8''`)
    expect(given.headers['x-content-type-options']).toBe('nosniff')
    expect(given.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  })

  test.each([
    ['nothing at all', async () => Buffer.alloc(0)],
    ['a page that calls itself PDF', async () => Buffer.from('<html><script>alert(1)</script>')],
    ['a PDF that runs a script', javaScript],
  ])('is refused with a sentence and leaves nothing behind: %s', async (_what, bytes) => {
    const before = (await files()).length
    const answer = await sato.upload(url(), 'scan.pdf', await bytes())
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('href="#f-file"')
    expect(await files()).toHaveLength(before)
  })

  test('that is too large is refused before it is read', async () => {
    const answer = await sato.upload(url(), 'scan.pdf', Buffer.alloc(2 * 1024 * 1024, '%PDF-1.7 '))
    expect(answer.statusCode).toBe(413)
    expect(answer.body).toContain('ファイルが大きすぎます')
  })

  test('is refused without the form token', async () => {
    const before = (await files()).length
    expect((await sato.upload(url(), 'scan.png', await png(), 'chigau')).statusCode).toBe(403)
    expect(await files()).toHaveLength(before)
  })

  test('is not taken from an auditor', async () => {
    const before = (await files()).length
    const takahashi = await web.as('takahashi')
    expect((await takahashi.upload(url(), 'scan.png', await png())).statusCode).toBe(403)
    expect(await files()).toHaveLength(before)
  })

  test('of another operator is neither taken nor given', async () => {
    const tanaka = await web.as('tanaka')
    const [file] = await files()
    expect((await tanaka.upload(url(), 'scan.png', await png())).statusCode).toBe(404)
    expect((await tanaka.get(`${url()}/${file?.id}`)).statusCode).toBe(404)
  })

  test('is given only with its own case', async () => {
    const other = await web.do(null, 'logRequest', requestFor('ims'), sato.by)
    const [file] = await files()
    expect((await sato.get(`/cases/${other}/files/${file?.id}`)).statusCode).toBe(404)
    expect((await web.app.inject(`${url()}/${file?.id}`)).statusCode).toBe(302)
  })
})

describe('a letter', () => {
  test('is a PDF to look at, the same bytes every time', async () => {
    await web.do(number, 'writeLetter', { form: 'reception-slip' }, sato.by)
    const [first, second] = [
      await sato.get(`/cases/${number}/letters/l1.pdf`),
      await sato.get(`/cases/${number}/letters/l1.pdf`),
    ]
    expect(first.headers['content-disposition']).toBe(`inline; filename="${number}-l1.pdf"`)
    expect(first.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect(first.rawPayload.equals(second.rawPayload)).toBe(true)
  })

  test('of another operator, or that does not exist, is not there', async () => {
    expect((await (await web.as('tanaka')).get(`/cases/${number}/letters/l1.pdf`)).statusCode).toBe(404)
    expect((await sato.get(`/cases/${number}/letters/l99.pdf`)).statusCode).toBe(404)
    expect((await web.app.inject(`/cases/${number}/letters/l1.pdf`)).statusCode).toBe(302)
  })
})
