import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Mails, openMails } from '../../src/desk/mails.ts'
import { openStaff } from '../../src/desk/staff.ts'
import { mailRound } from '../../src/mail/round.ts'
import type { Outgoing, Transport } from '../../src/mail/smtp.ts'
import { type DeskIn, deskIn } from '../desk/desk-in.ts'
import { hanako, kanri, requestFor } from '../domain/given.ts'

let at: DeskIn
let mails: Mails
let sent: Outgoing[]
let office: Transport
beforeEach(async () => {
  at = await deskIn()
  mails = openMails(at.store)
  sent = []
  office = {
    send: async mail => {
      sent.push(mail)
      return { sent: true }
    },
    close: () => {},
  }
  const staff = openStaff(at.store, { hours: 8, now: at.now })
  for (const id of ['aoki', 'baba', 'chiba']) {
    const member = { signIn: id, name: id, roles: ['reception'], operators: 'all', email: `${id}@desk.example` }
    expect(await staff.add({ ...member, password: 'long-enough-password-1' }, kanri)).toMatchObject({ ok: true })
  }
  for (let each = 0; each < 2; each += 1) await at.do(null, 'logRequest', requestFor('ims'))
})
afterEach(() => at.gone())

const round = (transport: Transport | null) => mailRound({ desk: at.desk, mails }, transport, at.now, async () => null)
const waiting = async () => (await mails.list(kanri, { state: 'waiting' })).rows.length
const days = ['2026-12-02', '2026-12-03', '2026-12-04', '2026-12-05', '2026-12-06']

describe('a round of the server', () => {
  it('writes no reminders while there is no mail server, however many days go by', async () => {
    for (const day of days) {
      at.at(day)
      expect(await round(null)).toBeNull()
    }
    expect(await waiting()).toBe(0)
  })

  it('on the day a mail server is set sends the reminders of that day alone', async () => {
    for (const day of days) {
      at.at(day)
      await at.desk.remindOfClocks()
    }
    expect(await waiting()).toBe(30)
    expect(await round(office)).toMatchObject({ sent: 6 })
    expect(sent).toHaveLength(6)
    expect(await waiting()).toBe(0)
  })

  it('takes away what an older version has piled up, without a mail server too', async () => {
    for (const day of days) {
      at.at(day)
      await at.desk.remindOfClocks()
    }
    await round(null)
    expect(await waiting()).toBe(6)
  })

  it('keeps what people are waiting for', async () => {
    const requester = { ...hanako, email: 'h@example.jp' }
    const form = { operator: 'sakura', channel: 'email', receivedOn: '2026-11-20', requester }
    const number = await at.do(null, 'logFormRequest', form as never)
    await at.do(number, 'logRequest', requestFor('sakura'))
    at.at('2026-12-01')
    await round(null)
    expect(await waiting()).toBe(1)
    await round(office)
    expect(sent.map(mail => mail.to)).toContainEqual(expect.objectContaining({ address: 'h@example.jp' }))
  })
})
