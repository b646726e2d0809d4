import { afterEach, describe, expect, test } from 'vitest'
import { type Outcome, type Outgoing, openSmtp } from '../../src/mail/smtp.ts'
import { type ScriptedOffice, type Station, scriptedOffice } from './scripted-office.ts'

const mail: Outgoing = {
  id: '5f0c2a7e-0000-4000-8000-000000000001',
  to: { address: 'yoshino@example.jp', name: '吉野 花子' },
  subject: 'ご請求の書類を受け取りました',
  body: '吉野 花子 様\n',
  attachments: [],
}

const open: ScriptedOffice[] = []
afterEach(async () => {
  for (const each of open.splice(0)) await each.close()
})

const sentTo = async (odd: Parameters<typeof scriptedOffice>[0]): Promise<{ outcome: Outcome; taken: string[] }> => {
  const office = await scriptedOffice(odd)
  open.push(office)
  const transport = openSmtp(office.smtp, '開示デスク <desk@example.jp>')
  const outcome = await transport.send(mail)
  transport.close()
  return { outcome, taken: office.taken }
}

test('an office that answers as it should takes the mail', async () => {
  const { outcome, taken } = await sentTo({})
  expect(outcome).toEqual({ sent: true })
  expect(taken).toHaveLength(1)
  expect(taken[0]).toContain(`Message-ID: <${mail.id}@example.jp>`)
})

describe('a line that breaks is the fault of no mail: it goes on waiting', () => {
  test.each<[string, Station]>([
    ['before a word', 'greeting'],
    ['after the hello', 'EHLO'],
    ['at the sender', 'MAIL'],
    ['at the address', 'RCPT'],
    ['before the text', 'DATA'],
    ['after the text, so that nobody knows whether it was taken', 'end'],
  ])('%s', async (_, station) => {
    const { outcome, taken } = await sentTo({ [station]: 'hang up' })
    expect(outcome).toMatchObject({ sent: false, why: 'server' })
    expect(taken).toEqual([])
  })
})

describe('an answer that says no', () => {
  test.each<[string, Station, string, 'server' | 'later' | 'never']>([
    ['the office is closed to us', 'greeting', '554 no service here', 'server'],
    ['the office is too busy to greet', 'greeting', '421 too busy', 'server'],
    ['no office at all', 'greeting', 'HTTP/1.1 400 Bad Request', 'server'],
    ['the sender is not wanted today', 'MAIL', '451 try again', 'later'],
    ['the sender is never wanted', 'MAIL', '550 not from you', 'never'],
    ['the office leaves in the middle', 'RCPT', '421 shutting down', 'server'],
    ['the box is full', 'RCPT', '452 mailbox full', 'later'],
    ['grey-listed', 'RCPT', '450 4.2.0 greylisted', 'later'],
    ['there is nobody of that name', 'RCPT', '550 5.1.1 no such user', 'never'],
    ['no room for the text', 'DATA', '452 no storage', 'later'],
    ['the text is put off', 'end', '451 scanner down', 'later'],
    ['the text is refused', 'end', '554 spam', 'never'],
  ])('%s: %s %s → %s', async (_, station, answer, why) => {
    const { outcome, taken } = await sentTo({ [station]: answer })
    expect(outcome).toMatchObject({ sent: false, why })
    expect(taken).toEqual([])
  })

  test('is kept in the words of the server, shortened', async () => {
    const { outcome } = await sentTo({ RCPT: `550 5.1.1 ${'no '.repeat(400)}` })
    expect(outcome.sent ? '' : outcome.error).toContain('5.1.1 no no')
    expect(outcome.sent ? '' : outcome.error.length).toBe(500)
  })

  test('over several lines is one answer', async () => {
    const { outcome } = await sentTo({ RCPT: '550-5.7.1 blocked\r\n550 5.7.1 see the list' })
    expect(outcome).toMatchObject({ sent: false, why: 'never' })
  })
})

test('the next mail goes over a new line after one that broke', async () => {
  const office = await scriptedOffice({ DATA: 'hang up' })
  open.push(office)
  const transport = openSmtp(office.smtp, 'desk@example.jp')
  expect(await transport.send(mail)).toMatchObject({ why: 'server' })
  expect(await transport.send({ ...mail, id: `${mail.id}-2` })).toMatchObject({ why: 'server' })
  transport.close()
})
