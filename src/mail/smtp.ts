import type { ConnectionOptions } from 'node:tls'
import nodemailer from 'nodemailer'
import type { Smtp } from '../config.ts'

export interface Outgoing {
  /** the same for every attempt, so that a receiver can tell a repetition */
  readonly id: string
  readonly to: { readonly address: string; readonly name: string }
  readonly subject: string
  readonly body: string
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly bytes: Buffer }[]
}

/** `server`: nothing can be sent now; `later`: this mail was put off (4xx); `never`: it was refused (5xx). */
export type Outcome = { sent: true } | { sent: false; why: 'server' | 'later' | 'never'; error: string }

export interface Transport {
  send(mail: Outgoing): Promise<Outcome>
  close(): void
}

/** `from` as MAIL_FROM. `tls`: what Node's tls.connect takes besides, such as the certificate of an authority of one's own. */
export const openSmtp = (smtp: Smtp, from: string, tls: ConnectionOptions = {}): Transport => {
  const pool = nodemailer.createTransport({
    pool: true,
    maxConnections: 2,
    // The outbox repeats by itself; a mail queued again in here would be out of its sight.
    maxRequeues: 0,
    host: smtp.host,
    port: smtp.port,
    secure: smtp.security === 'tls',
    requireTLS: smtp.security === 'starttls',
    ignoreTLS: smtp.security === 'none',
    tls: { minVersion: 'TLSv1.2', ...tls },
    ...(smtp.login === undefined ? {} : { auth: { user: smtp.login.user, pass: smtp.login.password } }),
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = /@([^@>\s]+)>?$/.exec(from)?.[1] ?? 'localhost'
  return {
    async send({ id, to, subject, body, attachments }) {
      try {
        await pool.sendMail({
          from,
          to,
          subject,
          text: body,
          textEncoding: 'base64',
          messageId: `<${id}@${domain}>`,
          // RFC 3834: keeps absence notices from answering the desk.
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
          attachments: attachments.map(({ name, type, bytes }) => ({
            filename: name,
            contentType: type,
            content: bytes,
          })),
        })
        return { sent: true }
      } catch (error) {
        return { sent: false, ...whyNot(error) }
      }
    },
    close: () => pool.close(),
  }
}

const AFTER_GREETING = new Set(['EENVELOPE', 'EMESSAGE'])

/** Only an answer to the mail itself counts against the mail; a wrong password or a dropped line does not. */
const whyNot = (error: unknown): { why: 'server' | 'later' | 'never'; error: string } => {
  const found = error instanceof Error ? error : new Error(String(error))
  const code = 'code' in found && typeof found.code === 'string' ? found.code : ''
  const answer = 'responseCode' in found && typeof found.responseCode === 'number' ? found.responseCode : null
  const message = found.message.slice(0, 500)
  if (!AFTER_GREETING.has(code) || answer === 421) return { why: 'server', error: message }
  return { why: answer !== null && answer < 500 ? 'later' : 'never', error: message }
}
