import { afterEach, describe, expect, it } from 'vitest'
import type { Smtp } from '../../src/config.ts'
import { type Outgoing, openSmtp, type Transport } from '../../src/mail/smtp.ts'
import { login, type PostOffice, postOffice } from './post-office.ts'

const from = '開示デスク 熊本 <desk@example.jp>'
const mail: Outgoing = {
  id: '5f0c2a7e-0000-4000-8000-000000000001',
  to: { address: 'yoshino@example.jp', name: '𠮷野 花子' },
  subject: '【インターネット MAGMA】ご請求の書類を受け取りました（受付番号 26-00001-7）',
  body: '𠮷野 花子 様\n\nご請求の書類を受け取りました。\n.\n髙﨑 辻󠄀\n',
  attachments: [],
}

const open: { close(): unknown }[] = []
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close()
})
const office = async (...given: Parameters<typeof postOffice>): Promise<PostOffice> => {
  const opened = await postOffice(...given)
  open.push(opened)
  return opened
}
const transport = (smtp: Smtp, tls = {}): Transport => {
  const opened = openSmtp(smtp, from, tls)
  open.push(opened)
  return opened
}
/** Only here: the server's certificate is its own. */
const trusting = { rejectUnauthorized: false }

describe('a mail', () => {
  it('arrives with every character, encrypted on its way', async () => {
    const { smtp, mails } = await office()
    expect(await transport(smtp, trusting).send(mail)).toEqual({ sent: true })
    const [got] = mails
    expect(got).toMatchObject({ from: 'desk@example.jp', to: ['yoshino@example.jp'], secure: true })
    expect(got?.email).toMatchObject({
      subject: mail.subject,
      from: { name: '開示デスク 熊本', address: 'desk@example.jp' },
      to: [{ name: '𠮷野 花子', address: 'yoshino@example.jp' }],
      messageId: `<${mail.id}@example.jp>`,
    })
    expect(got?.email.text?.replaceAll('\r\n', '\n').trimEnd()).toBe(mail.body.trimEnd())
  })

  it('says that no person wrote it, so that absence notices stay away', async () => {
    const { smtp, mails } = await office()
    await transport(smtp, trusting).send(mail)
    expect(mails[0]?.email.headers).toContainEqual(
      expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
    )
  })

  it('carries a paper under its Japanese name', async () => {
    const { smtp, mails } = await office()
    const paper = { name: '個人情報開示等請求書_𠮷野.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7 …') }
    await transport(smtp, trusting).send({ ...mail, attachments: [paper] })
    const [got] = mails[0]?.email.attachments ?? []
    expect(got).toMatchObject({ filename: paper.name, mimeType: paper.type })
    expect(Buffer.from(got?.content as ArrayBuffer)).toEqual(paper.bytes)
  })

  it('cannot smuggle in a header', async () => {
    const { smtp, mails } = await office()
    const to = { address: 'yoshino@example.jp', name: 'x\r\nBcc: all@example.jp' }
    await transport(smtp, trusting).send({ ...mail, to, subject: 'x\r\nBcc: all@example.jp' })
    expect(mails[0]?.to).toEqual(['yoshino@example.jp'])
    expect(mails[0]?.email.bcc ?? []).toEqual([])
  })

  it('goes by the name and password of the desk', async () => {
    const { smtp, mails } = await office({ authOptional: false })
    expect(await transport({ ...smtp, login }, trusting).send(mail)).toEqual({ sent: true })
    expect(mails[0]?.user).toBe('desk')
  })

  it('goes in the clear only where that was asked for', async () => {
    const { smtp, mails } = await office({ disabledCommands: ['STARTTLS'] })
    expect(await transport(smtp, trusting).send(mail)).toMatchObject({ sent: false, why: 'server' })
    expect(mails).toEqual([])
    expect(await transport({ ...smtp, security: 'none' }).send(mail)).toEqual({ sent: true })
    expect(mails[0]?.secure).toBe(false)
  })

  it('goes by TLS from the first byte', async () => {
    const { smtp, mails } = await office({ secure: true })
    expect(await transport({ ...smtp, security: 'tls' }, trusting).send(mail)).toEqual({ sent: true })
    expect(mails[0]?.secure).toBe(true)
  })
})

describe('a mail that does not go', () => {
  it('waits for a server that nobody vouches for', async () => {
    const { smtp, mails } = await office()
    expect(await transport(smtp).send(mail)).toMatchObject({ sent: false, why: 'server' })
    expect(mails).toEqual([])
  })

  it('waits for a server that is down', async () => {
    const { smtp, close } = await postOffice()
    await close()
    expect(await transport(smtp, trusting).send(mail)).toMatchObject({ sent: false, why: 'server' })
  })

  it('waits when the password of the desk is wrong, which is no fault of the mail', async () => {
    const { smtp } = await office({ authOptional: false })
    const wrong = { user: 'desk', password: 'wrong' }
    const outcome = await transport({ ...smtp, login: wrong }, trusting).send(mail)
    expect(outcome).toMatchObject({ sent: false, why: 'server' })
    expect(JSON.stringify(outcome)).not.toContain('"wrong"')
  })

  it.each([
    [550, 'never'],
    [451, 'later'],
    [421, 'server'],
  ])('for the answer %d to the address: %s', async (code, why) => {
    const { smtp } = await office({ refuse: () => ({ code, text: 'no' }) })
    expect(await transport(smtp, trusting).send(mail)).toMatchObject({ sent: false, why })
  })

  it('is never tried again when it is too large', async () => {
    const { smtp } = await office({ size: 10_000 })
    const attachments = [{ name: 'a.pdf', type: 'application/pdf', bytes: Buffer.alloc(20_000) }]
    expect(await transport(smtp, trusting).send({ ...mail, attachments })).toMatchObject({ sent: false, why: 'never' })
  })

  it('is never tried again when the address is none', async () => {
    const { smtp } = await office()
    expect(await transport(smtp, trusting).send({ ...mail, to: { address: '', name: 'x' } })).toMatchObject({
      sent: false,
      why: 'never',
    })
  })
})
