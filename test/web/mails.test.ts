import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mailKinds } from '../../src/desk/mail-texts.ts'
import { type Mails, openMails } from '../../src/desk/mails.ts'
import { mails as mailRows } from '../../src/desk/tables.ts'
import { mailKindLabel } from '../../src/words/mail-states.ts'
import { hanako, requestFor } from '../domain/given.ts'
import { nasty } from './postings-story.ts'
import { type Browser, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let mails: Mails
let sato: Browser

beforeEach(async () => {
  const given: { mails?: Mails; config: { smtp: object | null } } = { config: { smtp: null } }
  web = await webIn(given as never)
  // The store is made inside, so the outbox is opened on it afterwards.
  mails = openMails(web.store)
  Object.assign(web.parts, { mails })
  sato = await web.as('sato')
  const subject = { ...hanako, ...nasty, email: 'hanako@example.jp' }
  const form = { operator: 'sakura', channel: 'email', receivedOn: '2026-11-20', requester: subject }
  const number = await web.do(null, 'logFormRequest', form as never, web.actor('sato'))
  await web.do(number, 'logRequest', requestFor('sakura', { subject }), web.actor('sato'))
})
afterEach(() => web.gone())

const url = '/settings/mails'
const fail = (): never => {
  throw new Error('no mail was written')
}
const only = async () => {
  const [mail] = (await mails.list(web.actor('kanri'))).rows
  return mail ?? fail()
}

describe('mails', () => {
  test('wait and are shown, with a sentence while no mail server is set', async () => {
    const { body } = await sato.get(url)
    expect(body).toContain('メールサーバー（SMTP）が設定されていない')
    expect(body).toContain('送信待ち')
    expect(body).toMatch(/<a href="\/cases\/(\d\d)(\d{5})(\d)">\1-\2-\3<\/a>/)
    expect(body).toContain('受領のお知らせ（請求者へ）')
    expect(body).toContain('髙﨑𠮷辻󠄀')
    expect(body).not.toContain('<script>alert')
  })

  test('are shown without that sentence when a server is set', async () => {
    Object.assign(web.parts, { config: { smtp: { host: 'mail.example' } } })
    expect((await sato.get(url)).body).not.toContain('SMTP_URL')
  })

  test('that failed say why and are sent again, once or twice alike', async () => {
    const { id } = await only()
    await mails.markFailed(id, '550 <script>alert(2)</script>')
    const { body } = await sato.get(`${url}?state=failed`)
    expect(body).toContain('送信できず')
    expect(body).toContain('550 &lt;script>')
    expect((await sato.post(`${url}/${id}/resend`, {})).headers.location).toBe(`${url}?done=again`)
    expect((await only()).state).toBe('waiting')
    expect((await sato.post(`${url}/${id}/resend`, {})).headers.location).toBe(`${url}?done=already`)
  })

  /** A day of reminders, newer than what went wrong. */
  const reminders = async (most: number) => {
    const { id: _, once: __, ...row } = (await web.store.read.select().from(mailRows))[0] ?? fail()
    await web.store.transaction(async () => {
      for (let at = 0; at < most; at += 1)
        await web.store.write.insert(mailRows).values({
          ...row,
          id: `reminder-${String(at).padStart(3, '0')}`,
          once: `clock_short:${row.caseNumber}:2026-11-21:m${at}`,
          kind: 'clock_short',
          state: 'waiting',
          createdAt: '2026-11-21T04:00:00.000Z',
        })
    })
  }

  test('that failed are found, counted and sent again under however many reminders', async () => {
    const { id } = await only()
    await mails.markFailed(id, '550')
    await reminders(450)
    const { body } = await sato.get(`${url}?state=failed`)
    expect(body).toContain('受領のお知らせ（請求者へ）')
    expect(body).toMatch(/送信できず <b>1<\/b>/)
    expect(body).toMatch(/すべて <b>451<\/b>/)
    expect((await sato.post(`${url}/${id}/resend`, {})).headers.location).toBe(`${url}?done=again`)
  })

  test('are all reached page by page, none twice', async () => {
    await reminders(450)
    const counted: number[] = []
    let at: string | undefined = url
    while (at !== undefined && counted.length < 5) {
      const { body } = await sato.get(at)
      counted.push([...body.matchAll(/<tr><td>/g)].length)
      at = /<a href="([^"]+)" rel="next"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(counted).toEqual([200, 200, 51])
  })

  test('that remind of another day are not offered again', async () => {
    await reminders(1)
    await mails.markFailed('reminder-000', '550')
    expect((await sato.get(`${url}?state=failed`)).body).toContain('もう一度送る')
    web.at('2026-11-22')
    const later = await web.as('sato')
    expect((await later.get(`${url}?state=failed`)).body).not.toContain('もう一度送る')
  })

  test('of another operator are not there', async () => {
    const { id } = await only()
    await mails.markFailed(id, '550')
    const tanaka = await web.as('tanaka')
    expect((await tanaka.get(url)).body).toContain('該当するメールはありません')
    expect((await tanaka.post(`${url}/${id}/resend`, {})).statusCode).toBe(404)
    expect((await only()).state).toBe('failed')
  })

  test('are read by the auditor, who sends none', async () => {
    const { id } = await only()
    await mails.markFailed(id, '550')
    const auditor = await web.as('takahashi')
    expect((await auditor.get(url)).body).not.toContain('もう一度送る')
    expect((await auditor.post(`${url}/${id}/resend`, {})).statusCode).toBe(403)
  })

  test('are not sent again by a form without the token of its session, nor by outsiders', async () => {
    const { id } = await only()
    await mails.markFailed(id, '550')
    expect((await sato.post(`${url}/${id}/resend`, { _csrf: 'stolen' })).statusCode).toBe(403)
    expect((await web.app.inject({ method: 'POST', url: `${url}/${id}/resend` })).headers.location).toBe('/sign-in')
    expect((await only()).state).toBe('failed')
    expect((await web.app.inject(url)).statusCode).toBe(302)
  })

  test('of every kind have a name', () => {
    for (const kind of mailKinds) expect(mailKindLabel(kind)).not.toBe(kind)
    expect(mailKindLabel('constructor')).toBe('constructor')
  })
})
