import { PDFDocument } from 'pdf-lib'
import { afterEach, expect, it } from 'vitest'
import { openMails } from '../../src/desk/mails.ts'
import type { Actor } from '../../src/domain/rule.ts'
import { attachLetters } from '../../src/mail/letters.ts'
import { sendWaiting } from '../../src/mail/send.ts'
import { openSmtp } from '../../src/mail/smtp.ts'
import { type DeskIn, deskIn } from '../desk/desk-in.ts'
import { hanako } from '../domain/given.ts'
import { type PostOffice, postOffice } from './post-office.ts'

const house: Actor = { id: 'house', roles: ['admin'], operators: 'all' }
let at: DeskIn
let office: PostOffice
afterEach(async () => {
  await office.close()
  await at.gone()
})

it('who asked for the form by e-mail gets it by e-mail', async () => {
  at = await deskIn()
  office = await postOffice()
  const number = await at.do(null, 'logFormRequest', {
    operator: 'sakura',
    channel: 'email',
    receivedOn: '2026-11-20',
    requester: { ...hanako, email: 'hanako@example.jp' },
  })
  await at.do(number, 'writeLetter', { form: 'form-cover' })
  await at.do(number, 'sendForms', { on: '2026-11-21', by: 'email' })

  const transport = openSmtp(office.smtp, 'desk@example.jp', { rejectUnauthorized: false })
  const round = await sendWaiting(openMails(at.store), transport, at.now, attachLetters(at.desk, house))
  transport.close()

  expect(round).toEqual({ sent: 1, putOff: 0, failed: 0 })
  const { email, to } = office.mails[0] ?? {}
  expect(to).toEqual(['hanako@example.jp'])
  expect(email?.text).toContain('このメールに添えて')
  const [paper] = email?.attachments ?? []
  expect(paper?.filename).toMatch(/^書類_26-00001-\d\.pdf$/)
  expect((await PDFDocument.load(paper?.content as ArrayBuffer)).getPageCount()).toBeGreaterThan(0)
})
