import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requestFor } from '../domain/given.ts'
import { type Browser, fieldsIn, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let sato: Browser
const lines: string[] = []

beforeAll(async () => {
  web = await webIn({
    log: { level: 'info', stream: { write: line => void lines.push(line) } },
    more: [
      app => {
        app.get('/breaks', async () => {
          throw new Error('himitsu: SELECT * FROM persons')
        })
        app.get('/api/breaks', async () => {
          throw new Error('himitsu')
        })
      },
    ],
  })
  sato = await web.as('sato')
})
afterAll(() => web.gone())

describe('every answer', () => {
  test('forbids scripts and frames of others, and inline code', async () => {
    const { headers } = await sato.get('/today')
    expect(headers['content-security-policy']).toBe(
      "default-src 'self';object-src 'none';base-uri 'none';frame-ancestors 'none';form-action 'self'",
    )
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
  })

  test('names nothing from another host and no inline code', async () => {
    const number = await web.do(null, 'logRequest', requestFor('ims'), sato.by)
    for (const url of ['/today', '/cases', `/cases/${number}`, `/cases/${number}/acts/draftDecision`, '/sign-in']) {
      const { body } = await sato.get(url)
      expect(body).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\//)
      expect(body).not.toMatch(/<script(?![^>]*src=)|<style| style="| on\w+="/)
    }
  })

  test('is a Japanese page', async () => {
    expect((await sato.get('/today')).body).toMatch(/^<!doctype html>\n<html lang="ja">/)
  })
})

describe('when something is wrong', () => {
  test('an unknown page is said to be unknown', async () => {
    const page = await sato.get('/nai')
    expect(page.statusCode).toBe(404)
    expect(page.body).toContain('お探しのページはありません')
  })

  test('a fault shows a number to quote and nothing of its inside', async () => {
    const page = await sato.get('/breaks')
    expect(page.statusCode).toBe(500)
    expect(page.body).toMatch(/お問い合わせ番号 <strong class="digits">[0-9a-f]{8}<\/strong>/)
    expect(page.body).not.toMatch(/himitsu|SELECT|\.ts/)
  })

  test('the API answers with JSON', async () => {
    const answer = await sato.get('/api/breaks')
    expect(answer.json()).toMatchObject({ error: { code: 'broken', request: expect.stringMatching(/^[0-9a-f]{8}$/) } })
    expect((await sato.get('/api/nai')).json()).toMatchObject({ error: { code: 'not_found' } })
  })

  test('a form larger than a megabyte is refused', async () => {
    const answer = await sato.post('/sign-out', { memo: 'あ'.repeat(400_000) })
    expect(answer.statusCode).toBe(413)
    expect(answer.body).toContain('一度に送れる量を超えています')
  })

  test('a form with more fields than are read is refused whole, with a sentence', async () => {
    const answer = await sato.post('/sign-out', { scans: Array.from({ length: 4_000 }, () => 'x') })
    expect([answer.statusCode, answer.body]).toEqual([413, expect.stringContaining('何も保存していません')])
  })

  test('a text longer than an upload may carry is refused, not cut', async () => {
    const number = await web.do(null, 'logRequest', requestFor('ims'), sato.by)
    const token = fieldsIn((await sato.get('/today')).body)._csrf ?? ''
    const line = '--x-boundary\r\ncontent-disposition: form-data; name='
    const answer = await web.app.inject({
      method: 'POST',
      url: `/cases/${number}/files`,
      headers: { cookie: sato.cookie, 'content-type': 'multipart/form-data; boundary=x-boundary' },
      payload: `${line}"_csrf"\r\n\r\n${token}\r\n${line}"memo"\r\n\r\n${'a'.repeat(70_000)}\r\n--x-boundary--\r\n`,
    })
    expect([answer.statusCode, answer.body]).toEqual([413, expect.stringContaining('一度に送れる量を超えています')])
  })

  test('a body of another type is refused', async () => {
    const answer = await web.app.inject({
      method: 'POST',
      url: '/sign-out',
      headers: { cookie: sato.cookie, 'content-type': 'application/xml' },
      payload: '<x/>',
    })
    expect(answer.statusCode).toBe(415)
    expect(answer.body).toContain('受け付けられない形式')
  })

  test.each([
    ['application/json', '{"a":1}'],
    ['application/json', '[1]'],
    ['application/json', '5'],
    ['text/plain', 'abc'],
  ])('pages take no %s body %s, from strangers or members', async (type, payload) => {
    for (const url of ['/sign-in', '/sign-out']) {
      const headers = { 'content-type': type, cookie: url === '/sign-in' ? '' : sato.cookie }
      const answer = await web.app.inject({ method: 'POST', url, headers, payload })
      expect([answer.statusCode, answer.body]).toEqual([
        415,
        expect.stringContaining('画面のフォームから送ってください'),
      ])
    }
  })
})

describe('the log', () => {
  test('holds route, status and number of a request, no query, no name, no body', async () => {
    lines.length = 0
    await sato.get('/cases?q=%E5%B1%B1%E7%94%B0')
    await sato.post('/sign-in', { name: 'yamada', password: 'himitsu-no-kotoba' })
    const log = lines.join('')
    expect(log).toContain('"route":"/cases"')
    expect(log).toMatch(/"reqId":"[0-9a-f]{8}"/)
    expect(log).not.toMatch(/%E5%B1%B1|山田|yamada|himitsu|kaiji=/)
  })

  test('says where a fault happened, not with what', async () => {
    lines.length = 0
    await sato.get('/breaks')
    const log = lines.join('')
    expect(log).toContain('request failed')
    expect(log).toContain('server.test.ts')
    expect(log).not.toContain('himitsu')
  })
})

describe('assets', () => {
  test.each(['app.css', 'app.js', 'tokens.css', 'keys.js', 'icon.svg'])(
    '%s is served from here and kept',
    async file => {
      const answer = await web.app.inject(`/assets/${file}`)
      expect(answer.statusCode).toBe(200)
      expect(answer.headers['cache-control']).toContain('max-age')
    },
  )

  test('nothing beside them is served', async () => {
    expect((await web.app.inject('/assets/../server.ts')).statusCode).toBe(404)
    expect((await web.app.inject('/assets/%2e%2e/server.ts')).statusCode).toBeGreaterThanOrEqual(400)
  })
})

test('health says that the server answers, to anybody', async () => {
  const answer = await web.app.inject('/healthz')
  expect([answer.statusCode, answer.json()]).toEqual([200, { ok: true }])
})

describe('postcodes', () => {
  test('give their address', async () => {
    expect((await sato.get('/postcodes/8600047')).json()).toEqual({ addresses: ['熊本県熊本市西区春日'] })
  })

  test('give every candidate when there are several', async () => {
    expect((await sato.get('/postcodes/4980000')).json()).toEqual({
      addresses: ['愛知県弥富市', '三重県桑名郡木曽岬町'],
    })
  })

  test('give nothing for what is none', async () => {
    for (const code of ['9999999', '12', 'abc']) {
      expect((await sato.get(`/postcodes/${code}`)).json()).toEqual({ addresses: [] })
    }
    expect((await web.app.inject('/postcodes/8600047')).statusCode).toBe(302)
  })
})
