import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseNumber } from '../../src/domain/case-number.ts'
import { accountIn, lineIn } from '../desk/money/statement-cast.ts'
import { hanako, requestFor } from '../domain/given.ts'
import { type Door, doorsOf, openDoors, through } from './doors.ts'
import { type Browser, encoded, fieldsIn, type WebIn, webIn } from './web-in.ts'

/** A case of IMS with a letter, money and a note, and a line of its bank: 田中 serves IIJ only. */
let web: WebIn
let doors: Door[]
let places: Record<string, string>
const nowhere = { number: caseNumber(2026, 99_999), id: 'L99999', letter: 'l1', decision: 'd1', month: '2026-11' }
const secrets = [`${hanako.family}　${hanako.given}`, hanako.given, hanako.phone, 'ｻｶｸﾗ ﾁﾖ', '秘密のメモ']

beforeAll(async () => {
  web = await webIn()
  doors = doorsOf(web.parts)
  const sato = web.actor('sato')
  const number = await web.do(null, 'logRequest', requestFor('ims'), sato)
  await web.do(number, 'addNote', { memo: '秘密のメモ' }, sato)
  await web.do(number, 'writeLetter', { form: 'reception-slip' }, sato)
  await web.do(number, 'receiveFee', { means: 'transfer', amount: '3300', receivedOn: '2026-11-20' }, web.actor('ito'))
  await accountIn(web)
  places = { ...nowhere, number, id: await lineIn(web, { payer: 'ｻｶｸﾗ ﾁﾖ', amount: 1234 }) }
})
afterAll(() => web.gone())

const guarded = () => doors.filter(({ path }) => !openDoors.includes(path))
const asking = () => guarded().filter(({ method }) => method === 'GET')
const writing = () => guarded().filter(({ method, path }) => method === 'POST' && path !== '/sign-out')
/** All that a failed loop of doors has to say at once. */
const wrong: string[] = []
const held = (door: Door, fact: boolean, what: string) => {
  if (!fact) wrong.push(`${door.method} ${door.path}: ${what}`)
}
const told = () => wrong.splice(0)
const secretsIn = (body: string) => secrets.filter(secret => body.includes(secret)).join('、')

describe('every door of the pages', () => {
  test('is known here, and there are many', () => {
    expect(asking().length).toBeGreaterThan(60)
    expect(writing().length).toBeGreaterThan(50)
  })

  test('sends strangers to sign in, and back to where they wanted', async () => {
    for (const door of asking()) {
      const url = through(door, places)
      const answer = await web.app.inject(url)
      held(door, answer.statusCode === 302, String(answer.statusCode))
      held(
        door,
        answer.headers.location === `/sign-in?${new URLSearchParams({ next: url })}`,
        `${answer.headers.location}`,
      )
      held(door, secretsIn(answer.body) === '', secretsIn(answer.body))
    }
    expect(told()).toEqual([])
  })

  test('takes no form of a stranger', async () => {
    const before = await web.desk.verify()
    for (const door of writing()) {
      const answer = await sent(door, {})
      held(door, answer.statusCode === 303 && answer.headers.location === '/sign-in', String(answer.statusCode))
    }
    expect(told()).toEqual([])
    expect(await web.desk.verify()).toEqual(before)
  })

  test('takes no form that another site has made', async () => {
    const { cookie } = await web.as('sato')
    const page = (await web.app.inject({ url: '/today', headers: { cookie } })).body
    const { _csrf = '' } = fieldsIn(page)
    expect(_csrf).not.toBe('')
    const before = await web.desk.verify()
    for (const door of writing()) {
      const without = await sent(door, { cookie })
      held(door, without.statusCode === 403, `without a token ${without.statusCode}`)
      const wrongToken = await sent(door, { cookie }, { _csrf: 'x'.repeat(43) })
      held(door, wrongToken.statusCode === 403, `with a wrong token ${wrongToken.statusCode}`)
      const elsewhere = await sent(door, { cookie, origin: 'https://evil.example' }, { _csrf })
      held(door, elsewhere.statusCode === 403, `from elsewhere ${elsewhere.statusCode}`)
    }
    expect(told()).toEqual([])
    expect(await web.desk.verify()).toEqual(before)
  })
})

const sent = (door: Door, headers: Record<string, string>, fields: Record<string, string> = {}) =>
  web.app.inject({
    method: 'POST',
    url: through(door, places),
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    payload: encoded(fields),
  })

describe('who serves another operator', () => {
  let tanaka: Browser
  beforeAll(async () => {
    tanaka = await web.as('tanaka')
  })

  test('is told of a case and of a line what is told of one that is not there', async () => {
    for (const door of asking().filter(({ path }) => /:(number|id)\b/.test(path))) {
      const [theirs, nobodys] = [await tanaka.get(through(door, places)), await tanaka.get(through(door, nowhere))]
      held(door, theirs.statusCode === nobodys.statusCode, `${theirs.statusCode}, not ${nobodys.statusCode}`)
      held(door, theirs.statusCode >= 300, 'opens')
    }
    expect(told()).toEqual([])
  })

  test('reads nothing of it anywhere', async () => {
    for (const door of asking()) {
      for (const query of ['', `?q=${encodeURIComponent(hanako.family)}`, '?operator=ims', `?case=${places.number}`]) {
        const { body, statusCode } = await tanaka.get(through(door, places) + query)
        held(door, secretsIn(body) === '', secretsIn(body))
        held(door, !body.includes(`/cases/${places.number}"`), 'links to it')
        held(door, statusCode < 500, String(statusCode))
      }
    }
    expect(told()).toEqual([])
  })

  test('writes nothing on it, and is told what is told of one that is not there', async () => {
    const post = (door: Door, at: typeof places) => tanaka.post(through(door, at), { memo: 'x', reason: 'x' })
    const before = await web.desk.verify()
    for (const door of writing().filter(({ path }) => /:(number|id)\b/.test(path))) {
      const [theirs, nobodys] = [await post(door, places), await post(door, nowhere)]
      held(door, theirs.statusCode === nobodys.statusCode, `${theirs.statusCode}, not ${nobodys.statusCode}`)
      held(door, theirs.statusCode >= 400, String(theirs.statusCode))
    }
    expect(told()).toEqual([])
    expect(await web.desk.verify()).toEqual(before)
  })
})

describe('the auditor', () => {
  test('reads, and no form that they send writes anything', async () => {
    const takahashi = await web.as('takahashi')
    const before = await web.desk.verify()
    for (const door of writing().filter(({ path }) => !path.startsWith('/account'))) {
      const answer = await takahashi.post(through(door, places), {})
      held(door, answer.statusCode < 500, String(answer.statusCode))
    }
    expect(told()).toEqual([])
    expect(await web.desk.verify()).toEqual(before)
  })
})

describe.each(['sato', 'takahashi', 'kanri'] as const)('for %s', who => {
  test('every page opens or says why not, in Japanese and without a fault', async () => {
    const browser = await web.as(who)
    for (const door of asking()) {
      for (const at of [places, nowhere]) {
        const { statusCode, body, headers } = await browser.get(through(door, at))
        held(door, statusCode < 500, String(statusCode))
        if (String(headers['content-type']).startsWith('text/html') && body !== '')
          held(
            door,
            body.includes('<html lang="ja">') && !/undefined|\[object Object\]|NaN/.test(body),
            'is not a page for people',
          )
      }
    }
    expect(told()).toEqual([])
  })
})
