import { asc } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mails, staff } from '../../src/desk/tables.ts'
import { hanako, requestFor, sato, suzuki } from '../domain/given.ts'
import { type DeskIn, deskIn } from './desk-in.ts'

let at: DeskIn
beforeEach(async () => {
  at = await deskIn({ link: number => `https://desk.example/cases/${number}` })
})
afterEach(() => at.gone())

const written = () => at.store.read.select().from(mails).orderBy(asc(mails.createdAt), asc(mails.id))

const member = (
  id: string,
  roles: string[],
  more: { email?: string | null; operators?: string; active?: boolean } = {},
) =>
  at.store.transaction(async () => {
    await at.store.write.insert(staff).values({
      id,
      signIn: id,
      name: id,
      passwordHash: '',
      roles: JSON.stringify(roles),
      operators: JSON.stringify('all'),
      email: `${id}@desk.example`,
      active: true,
      createdAt: at.now(),
      ...more,
    })
  })

const formRequest = (channel: 'email' | 'phone', more: object = {}) =>
  at.do(null, 'logFormRequest', {
    operator: 'sakura',
    channel,
    receivedOn: '2026-11-20',
    requester: { ...hanako, email: 'hanako@example.jp', ...more },
  })

describe('mails to requesters', () => {
  it('go to who asked by e-mail, with the forms that were sent', async () => {
    const number = await formRequest('email')
    await at.do(number, 'writeLetter', { form: 'form-cover' })
    await at.do(number, 'sendForms', { on: '2026-11-21', by: 'email' })
    const [mail, ...more] = await written()
    expect(more).toEqual([])
    expect(mail).toMatchObject({ kind: 'form_sent', caseNumber: number, state: 'waiting', attempts: 0 })
    expect(JSON.parse(mail?.recipient ?? '')).toEqual({ to: 'hanako@example.jp', name: '山田 花子' })
    expect(JSON.parse(mail?.attachments ?? '')).toEqual([{ case: number, letter: 'l1' }])
    expect(mail?.body).toContain('このメールに添えて')
    expect(mail?.body).not.toContain('熊本')
  })

  it('say that the request has arrived', async () => {
    const number = await formRequest('email')
    await at.do(number, 'logRequest', requestFor('sakura'))
    expect((await written()).map(mail => [mail.kind, mail.caseNumber])).toEqual([['request_received', number]])
  })

  it('are not written for who asked otherwise, gave no address or sent a letter', async () => {
    await at.do(await formRequest('phone'), 'logRequest', requestFor('sakura'))
    await at.do(await formRequest('email', { email: '' }), 'logRequest', requestFor('sakura'))
    await at.do(null, 'logRequest', requestFor('sakura', { subject: { ...hanako, email: 'hanako@example.jp' } }))
    expect(await written()).toEqual([])
  })
})

describe('mails to staff', () => {
  const draft = async (number: string) =>
    at.do(number, 'draftDecision', { kind: 'disclosure', outcome: 'full', content: '開示する内容' }, suzuki)

  it('ask the other approvers, with nothing personal', async () => {
    await member('suzuki', ['approver'])
    await member('yoshida', ['approver'])
    await member('kato', ['reception'])
    await member('mori', ['approver'], { active: false })
    await member('hara', ['approver'], { email: null })
    await member('oda', ['approver'], { operators: JSON.stringify(['sakura']) })
    const number = await at.do(null, 'logRequest', requestFor('ims'))
    await draft(number)
    const all = await written()
    expect(all.map(mail => [mail.kind, JSON.parse(mail.recipient)])).toEqual([
      ['approval_waiting', { staff: 'yoshida' }],
    ])
    expect(all[0]?.body).toContain(`https://desk.example/cases/${number}`)
    expect(`${all[0]?.subject}${all[0]?.body}`).not.toMatch(/山田|熊本|開示する内容/)
  })

  it('warn of short clocks once per case and day, as long as they are short', async () => {
    await member('sato', ['reception'])
    const number = await at.do(null, 'logRequest', requestFor('ims'))
    expect(await at.desk.remindOfClocks()).toBe(0)
    const due = (await at.desk.list({}, sato)).rows[0]?.dueOn
    expect(due).toBe('2026-12-04')
    at.at('2026-12-02')
    expect(await at.desk.remindOfClocks()).toBe(1)
    expect(await at.desk.remindOfClocks()).toBe(0)
    at.at('2026-12-03')
    expect(await at.desk.remindOfClocks()).toBe(1)
    const all = await written()
    expect(all.map(mail => [mail.kind, mail.caseNumber])).toEqual([
      ['clock_short', number],
      ['clock_short', number],
    ])
    expect(all[0]?.body).toContain('2026年12月4日')
  })

  it('leave the only writer alone when all of today are written', async () => {
    await member('sato', ['reception'])
    await at.do(null, 'logRequest', requestFor('ims'))
    at.at('2026-12-02')
    expect(await at.desk.remindOfClocks()).toBe(1)
    let end = () => {}
    const busy = at.store.transaction(() => new Promise<void>(resolve => (end = resolve)))
    expect(await at.desk.remindOfClocks()).toBe(0)
    end()
    await busy
  })

  it('go to a member who comes later in the day too', async () => {
    await member('sato', ['reception'])
    await at.do(null, 'logRequest', requestFor('ims'))
    at.at('2026-12-02')
    expect(await at.desk.remindOfClocks()).toBe(1)
    await member('kato', ['reception'])
    expect(await at.desk.remindOfClocks()).toBe(1)
    expect((await written()).map(mail => JSON.parse(mail.recipient))).toEqual(
      expect.arrayContaining([{ staff: 'sato' }, { staff: 'kato' }]),
    )
  })

  it('say nothing of cases that are closed', async () => {
    await member('sato', ['reception'])
    const number = await at.do(null, 'logRequest', requestFor('ims'))
    await at.do(number, 'withdraw', { on: '2026-11-21', how: 'phone' })
    await at.do(number, 'close', {})
    at.at('2026-12-04')
    expect(await at.desk.remindOfClocks()).toBe(0)
  })
})

describe('the outbox', () => {
  it('holds nothing of a command that was refused', async () => {
    await member('yoshida', ['approver'])
    const number = await at.do(null, 'logRequest', requestFor('ims'))
    const refused = await at.desk.perform(number, 'draftDecision', { kind: 'disclosure', outcome: 'part' }, sato)
    expect(refused.ok).toBe(false)
    expect(await written()).toEqual([])
  })
})
