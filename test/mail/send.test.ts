import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Mails, openMails } from '../../src/desk/mails.ts'
import { openStaff } from '../../src/desk/staff.ts'
import { sendWaiting } from '../../src/mail/send.ts'
import { openSmtp, type Transport } from '../../src/mail/smtp.ts'
import { admin, clerk, type StoreIn, storeIn, stranger } from '../desk/store-in.ts'
import { type PostOffice, postOffice } from './post-office.ts'

let at: StoreIn
let mails: Mails
let answer: { code: number; text: string } | null
let office: PostOffice
let transport: Transport
beforeEach(async () => {
  at = await storeIn()
  await at.addCase('26000017')
  mails = openMails(at.store)
  answer = null
  office = await postOffice({ refuse: () => answer })
  transport = openSmtp(office.smtp, 'desk@example.jp', { rejectUnauthorized: false })
})
afterEach(async () => {
  transport.close()
  await office.close()
  await at.gone()
})

const round = () => sendWaiting(mails, transport, at.now)
const only = async () => {
  const [mail, ...more] = (await mails.list(admin)).rows
  if (mail === undefined || more.length > 0) throw new Error('not one mail')
  return mail
}

describe('a round', () => {
  it('sends what waits, the oldest first, each once', async () => {
    await at.addMail('one', { caseNumber: '26000017' })
    at.later(1)
    await at.addMail('two', { caseNumber: '26000017', subject: '二通目' })
    expect(await round()).toEqual({ sent: 2, putOff: 0, failed: 0 })
    expect(office.mails.map(({ email }) => email.subject)).toEqual(['ご請求の書類を受け取りました', '二通目'])
    expect(await round()).toEqual({ sent: 0, putOff: 0, failed: 0 })
    expect((await mails.list(admin, { state: 'sent' })).rows).toMatchObject([
      { id: 'two', attempts: 1, sentAt: at.now() },
      { id: 'one' },
    ])
  })

  it('fails a mail whose address is refused, and sends the others', async () => {
    await at.addMail('one')
    answer = { code: 550, text: 'no such user' }
    expect(await round()).toEqual({ sent: 0, putOff: 0, failed: 1 })
    expect(await only()).toMatchObject({
      state: 'failed',
      attempts: 1,
      lastError: expect.stringContaining('no such user'),
    })
    answer = null
    await at.addMail('two')
    expect(await round()).toMatchObject({ sent: 1 })
    expect((await mails.list(admin, { state: 'failed' })).rows.map(({ id }) => id)).toEqual(['one'])
  })

  it('puts off a mail that the server does not want now, and tries again after a pause', async () => {
    await at.addMail('one')
    answer = { code: 451, text: 'greylisted' }
    expect(await round()).toMatchObject({ putOff: 1 })
    answer = null
    expect(await round()).toEqual({ sent: 0, putOff: 0, failed: 0 })
    at.later(1)
    expect(await round()).toMatchObject({ sent: 1 })
    expect(await only()).toMatchObject({ state: 'sent', attempts: 2, lastError: null })
  })

  it('gives up a mail that was put off for more than a day', async () => {
    await at.addMail('one')
    answer = { code: 451, text: 'greylisted' }
    let hours = 0
    for (; (await only()).state === 'waiting' && hours < 100; hours++) {
      await round()
      at.later(60)
    }
    expect(hours).toBeGreaterThan(24)
    expect(await only()).toMatchObject({ state: 'failed', attempts: 9 })
  })

  it('leaves mails waiting while the server is down, without counting it against them', async () => {
    await at.addMail('one')
    await office.close()
    expect(await round()).toMatchObject({ sent: 0, failed: 0, trouble: expect.stringMatching(/./) })
    expect(await only()).toMatchObject({ state: 'waiting', attempts: 0, lastError: expect.stringMatching(/./) })
    at.later(3)
    expect(await round()).toMatchObject({ sent: 0, failed: 0 })
    expect(await only()).toMatchObject({ state: 'waiting', attempts: 0 })
  })

  it('goes on with the others when one mail breaks the line', async () => {
    await at.addMail('breaks', { recipient: JSON.stringify({ to: 'breaks@example.jp', name: 'x' }) })
    at.later(1)
    await at.addMail('fine')
    answer = { code: 421, text: 'closing' }
    expect(await round()).toHaveProperty('trouble')
    answer = null
    expect(await round()).toMatchObject({ sent: 1 })
    at.later(3)
    expect(await round()).toMatchObject({ sent: 1 })
  })

  it('attaches letters, and fails a mail whose letter is gone', async () => {
    const attachments = JSON.stringify([{ case: '26000017', letter: 'l1' }])
    await at.addMail('one', { attachments })
    await sendWaiting(mails, transport, at.now, async (number, letter) => ({
      name: `用紙_${number}_${letter}.pdf`,
      type: 'application/pdf',
      bytes: Buffer.from('%PDF-'),
    }))
    expect(office.mails[0]?.email.attachments[0]?.filename).toBe('用紙_26000017_l1.pdf')
    await at.addMail('two', { attachments })
    expect(await round()).toMatchObject({ failed: 1 })
    expect((await mails.list(admin, { state: 'failed' })).rows[0]).toMatchObject({
      id: 'two',
      lastError: 'attachment_missing',
    })
  })
})

describe('a mail to staff', () => {
  it('goes to the address of the moment, and fails when there is none', async () => {
    const staff = openStaff(at.store, { hours: 9, now: at.now })
    const given = {
      signIn: 'hanako',
      name: '花子',
      roles: 'approver',
      operators: 'all',
      password: 'correct horse battery',
    }
    const added = await staff.add({ ...given, email: 'old@example.jp' }, admin)
    const id = added.ok ? added.member.id : ''
    const recipient = JSON.stringify({ staff: id })
    await at.addMail('one', { kind: 'approval_waiting', recipient })
    await staff.change(id, { ...given, email: 'new@example.jp' }, admin)
    await round()
    expect(office.mails[0]?.to).toEqual(['new@example.jp'])

    await at.addMail('two', { recipient })
    await staff.deactivate(id, admin)
    expect(await round()).toMatchObject({ failed: 1 })
    expect((await mails.list(admin, { state: 'failed' })).rows[0]).toMatchObject({ to: null, lastError: 'no_address' })
  })
})

describe('the list of mails', () => {
  it('shows those of the operators that one serves, and those of no case to administrators', async () => {
    await at.addMail('of-ims', { caseNumber: '26000017' })
    await at.addMail('of-none')
    const ids = async (by: typeof admin) => (await mails.list(by)).rows.map(({ id }) => id).sort()
    expect(await ids(admin)).toEqual(['of-ims', 'of-none'])
    expect(await ids(clerk)).toEqual(['of-ims'])
    expect(await ids(stranger)).toEqual([])
    expect(await ids({ ...clerk, operators: 'all' })).toEqual(['of-ims'])
  })

  it('lets a failed mail wait again, by those who may', async () => {
    await at.addMail('one', { caseNumber: '26000017', state: 'failed', attempts: 9 })
    expect(await mails.requeue('one', stranger)).toBe(false)
    expect(await mails.requeue('one', { ...clerk, roles: ['auditor'] })).toBe(false)
    expect(await mails.requeue('one', clerk)).toBe(true)
    expect(await only()).toMatchObject({ state: 'waiting', attempts: 0 })
    expect(await round()).toMatchObject({ sent: 1 })
    expect(await mails.requeue('one', clerk)).toBe(false)
  })
})
