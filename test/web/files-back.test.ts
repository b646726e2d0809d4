import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { png } from '../desk/papers.ts'
import { answeredCase } from './postings-story.ts'
import { type Browser, fieldsIn, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let sato: Browser
let number: string

beforeAll(async () => {
  web = await webIn()
  sato = await web.as('sato')
  number = await answeredCase(web, 'printed')
})
afterAll(() => web.gone())

/** The form of a page with a file field, sent as a browser sends it. */
const uploadFrom = async (page: string, name: string, bytes: Buffer) => {
  const { body } = await sato.get(page)
  const start = body.indexOf('<form class="upload"')
  const hidden = fieldsIn(body.slice(start, body.indexOf('</form>', start)))
  const line = '--x-boundary'
  const parts = Object.entries(hidden).map(
    ([field, value]) => `${line}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  )
  const head = `${parts.join('')}${line}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`
  return web.app.inject({
    method: 'POST',
    url: `/cases/${number}/files`,
    headers: { cookie: sato.cookie, 'content-type': 'multipart/form-data; boundary=x-boundary' },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n${line}--\r\n`)]),
  })
}

describe('a file that is added', () => {
  test('on the page of 開示資料 leads back there', async () => {
    const answer = await uploadFrom(`/cases/${number}/package`, '契約書.png', await png())
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/cases/${number}/package`])
    expect((await sato.get(`/cases/${number}/package`)).body).toContain('契約書.png')
  })

  test('on the page of the case leads back to the case', async () => {
    const answer = await uploadFrom(`/cases/${number}`, '封筒.png', await png())
    expect(answer.headers.location).toBe(`/cases/${number}`)
  })

  test('and refused says which file and why at the field, and still knows the way back', async () => {
    const answer = await uploadFrom(`/cases/${number}/package`, '名簿.xlsx', Buffer.from('PK'))
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('<a href="#f-file">名簿.xlsx：')
    expect(answer.body).toMatch(/id="f-file-issue"[\s\S]*?<input id="f-file"[^>]*aria-describedby="f-file-issue"/)
    expect(answer.body).toContain('name="_to" value="package"')
    expect(answer.body).toContain(`<a href="/cases/${number}/package">開示資料へ戻る</a>`)
  })
})

describe('the choice of pages', () => {
  test('stands below the file field, in the order of the work', async () => {
    const { body } = await sato.get(`/cases/${number}/package`)
    expect(body.indexOf('id="f-file"')).toBeGreaterThan(0)
    expect(body.indexOf('id="f-file"')).toBeLessThan(body.indexOf('id="f-hidden"'))
  })

  test('says a wrong range at its field and keeps it', async () => {
    const [file] = (await web.parts.files.list(number, sato.by)).filter(each => each.name === '契約書.png')
    const name = `pages.f${file?.id}`
    const { statusCode, body } = await sato.fill(`/cases/${number}/package`, { [name]: '3-9' })
    expect(statusCode).toBe(422)
    const id = `f-pages-f${file?.id}`
    expect(body).toContain(`<p class="issue" id="${id}-issue">`)
    expect(body).toMatch(new RegExp(`<input[^>]*id="${id}"[^>]*value="3-9"[^>]*aria-describedby="${id}-issue"`))
  })
})
