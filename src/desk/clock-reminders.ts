import { like, type SQL, sql } from 'drizzle-orm'
import type { PlainDate } from '../domain/day.ts'
import type { MailKind } from './mail-texts.ts'
import type { Store } from './open-store.ts'
import { mails } from './tables.ts'

/** One for each member, case and day, and of no use the day after. */
export const reminder: MailKind = 'clock_short'

export const reminderKey = (caseNumber: string, on: PlainDate, member: string): string =>
  `${reminder}:${caseNumber}:${on}:${member}`

/** Rows that are reminders of this day. */
export const isReminderOf = (on: PlainDate): SQL => like(mails.once, `${reminder}:________:${on}:%`)

/** Which of these keys are written; asked by the index of keys, however many mails there have been. */
export const remindedOf = async (
  { read }: Pick<Store, 'read'>,
  keys: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await read
    .select({ once: mails.once })
    .from(mails)
    .where(sql`${mails.once} IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`)
  return new Set(rows.flatMap(({ once }) => once ?? []))
}
