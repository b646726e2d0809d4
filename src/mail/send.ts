import type { Mail, Mails } from '../desk/mails.ts'
import type { Outgoing, Transport } from './smtp.ts'

/** Gives the bytes of a letter to attach, null where it is no longer there. */
export type Attach = (caseNumber: string, letter: string) => Promise<Outgoing['attachments'][number] | null>

export interface Round {
  readonly sent: number
  readonly putOff: number
  readonly failed: number
  /** what the server said when nothing more could be sent; those mails go on waiting */
  readonly trouble?: string
}

/** Minutes until the next attempt; after the last one the mail has failed (in all a little over a day, as RFC 5321 §4.5.4 asks for days). */
const PAUSES = [1, 5, 15, 60, 180, 360, 720, 720]
const TROUBLE_PAUSE = 3
const MINUTE_MS = 60_000

/**
 * One round over the waiting mails, one after another. A mail is marked after the server has taken it: a crash in between
 * sends it twice under the same Message-ID, never not at all. Reminders of earlier days are not sent. `now`: ISO instant.
 */
export const sendWaiting = async (
  mails: Mails,
  transport: Transport,
  now: () => string,
  attach: Attach = async () => null,
): Promise<Round> => {
  const count = { sent: 0, putOff: 0, failed: 0 }
  await mails.dropStale(now())
  for (const mail of await mails.waiting(now())) {
    const outgoing = await prepare(mail, attach)
    if (typeof outgoing === 'string') {
      await mails.markFailed(mail.id, outgoing)
      count.failed += 1
      continue
    }
    const outcome = await transport.send(outgoing)
    if (outcome.sent) {
      await mails.markSent(mail.id, now())
      count.sent += 1
      continue
    }
    if (outcome.why === 'server') {
      await mails.noteTrouble(mail.id, outcome.error, after(now(), TROUBLE_PAUSE))
      return { ...count, trouble: outcome.error }
    }
    const pause = outcome.why === 'later' ? PAUSES[mail.attempts] : undefined
    if (pause === undefined) {
      await mails.markFailed(mail.id, outcome.error)
      count.failed += 1
    } else {
      await mails.putOff(mail.id, outcome.error, after(now(), pause))
      count.putOff += 1
    }
  }
  return count
}

const prepare = async (mail: Mail, attach: Attach): Promise<Outgoing | 'no_address' | 'attachment_missing'> => {
  if (mail.to === null) return 'no_address'
  const attachments: Outgoing['attachments'][number][] = []
  for (const { case: number, letter } of mail.attachments) {
    const found = await attach(number, letter)
    if (found === null) return 'attachment_missing'
    attachments.push(found)
  }
  return { id: mail.id, to: mail.to, subject: mail.subject, body: mail.body, attachments }
}

const after = (instant: string, minutes: number) => new Date(Date.parse(instant) + minutes * MINUTE_MS).toISOString()
