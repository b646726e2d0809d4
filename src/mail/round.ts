import type { Desk } from '../desk/desk.ts'
import type { Mails } from '../desk/mails.ts'
import { type Attach, type Round, sendWaiting } from './send.ts'
import type { Transport } from './smtp.ts'

/**
 * What the server does about mail every few seconds: reminders of short clocks are written, then all that waits is sent.
 * Without a mail server (null) none are written, and those of earlier days are taken away: nobody would get them in time.
 */
export const mailRound = async (
  { desk, mails }: { desk: Pick<Desk, 'remindOfClocks'>; mails: Mails },
  transport: Transport | null,
  now: () => string,
  attach: Attach,
): Promise<Round | null> => {
  if (transport === null) {
    await mails.dropStale(now())
    return null
  }
  await desk.remindOfClocks()
  return sendWaiting(mails, transport, now, attach)
}
