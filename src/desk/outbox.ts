import { randomUUID } from 'node:crypto'
import { and, eq, isNull, lte } from 'drizzle-orm'
import { addBusinessDays, type Calendar } from '../domain/calendar.ts'
import type { CaseEvent } from '../domain/case.ts'
import { type PlainDate, todayIn } from '../domain/day.ts'
import type { Kept } from '../domain/kept.ts'
import { fullName, type Person } from '../domain/person.ts'
import { policyOf } from '../domain/policy-of.ts'
import type { Context, Role } from '../domain/rule.ts'
import { remindedOf, reminder, reminderKey } from './clock-reminders.ts'
import { composeMail, type MailFacts, type MailKind } from './mail-texts.ts'
import type { Store } from './open-store.ts'
import type { NumberedCase } from './projecting.ts'
import { memberOf } from './staff-member.ts'
import { cases, mails, staff } from './tables.ts'
import { serves } from './world.ts'

type Recipient = { readonly to: string; readonly name: string } | { readonly staff: string }

interface Wanted {
  readonly kind: MailKind
  readonly recipient: Recipient
  readonly facts: MailFacts
  readonly once?: string
  readonly attachments?: readonly { readonly case: string; readonly letter: string }[]
}

/** `link`: the page of a case, for mails to staff. */
export interface OutboxParts {
  readonly store: Store
  readonly link?: (caseNumber: string) => string
  readonly reveal: (caseNumber: string, value: Kept<unknown> | undefined) => Promise<unknown>
}

/** Rows of mails, written in the transaction of what they tell; `src/mail` sends them after commit. */
export const outbox = ({ store, link, reveal }: OutboxParts) => {
  const db = store.write

  /** False where the same mail has been written before. */
  const put = async ({ kind, recipient, facts, once, attachments = [] }: Wanted, at: string): Promise<boolean> => {
    const written = await db
      .insert(mails)
      .values({
        id: randomUUID(),
        once: once ?? null,
        kind,
        caseNumber: facts.number,
        recipient: JSON.stringify(recipient),
        ...composeMail(kind, facts),
        attachments: JSON.stringify(attachments),
        state: 'waiting',
        attempts: 0,
        createdAt: at,
      })
      .onConflictDoNothing({ target: mails.once })
      .returning({ id: mails.id })
    return written.length > 0
  }

  /** Members who can be reached, have one of the roles and serve the operator. */
  const reachable = async (roles: readonly Role[]): Promise<(operator: string) => string[]> => {
    const members = (await db.select().from(staff).where(eq(staff.active, true)))
      .map(memberOf)
      .filter(each => each.email !== null && each.roles.some(role => roles.includes(role)))
    return operator => members.filter(each => serves(each, operator)).map(each => each.id)
  }

  const toStaff = (number: string, dueOn: PlainDate | null): MailFacts => ({
    number,
    operatorName: '',
    deskName: '',
    ...(link && { link: link(number) }),
    ...(dueOn && { dueOn }),
  })

  /** People who asked by e-mail are told by e-mail, at the address that they asked from. */
  const toRequester = async (kase: NumberedCase, kind: MailKind, event: CaseEvent, ctx: Context): Promise<Wanted[]> => {
    if (kase.formRequest?.channel !== 'email') return []
    const person = (await reveal(kase.number, kase.formRequest.requester)) as Person | null
    if (person?.email === undefined) return []
    const { desks } = policyOf(kase, ctx)
    const desk = desks.find(each => each.id === kase.intake.desk) ?? desks[0]
    const cover = kase.letters.findLast(each => each.form === 'form-cover' && !each.discarded)
    const attached = event.type === 'FormsSent' && event.by === 'email' && cover !== undefined
    const facts: MailFacts = {
      number: kase.number,
      operatorName: desk?.organisation ?? '',
      deskName: desk?.name ?? '',
      ...(desk?.email !== undefined && { deskEmail: desk.email }),
      name: fullName(person),
      attached,
    }
    return [
      {
        kind,
        recipient: { to: person.email, name: fullName(person) },
        facts,
        attachments: attached ? [{ case: kase.number, letter: cover.id }] : [],
      },
    ]
  }

  const wanted = async (kase: NumberedCase, event: CaseEvent, ctx: Context, dueOn: PlainDate | null) => {
    if (event.type === 'FormsSent') return toRequester(kase, 'form_sent', event, ctx)
    if (event.type === 'RequestLogged') return toRequester(kase, 'request_received', event, ctx)
    if (event.type !== 'DecisionDrafted') return []
    const approvers = (await reachable(['approver']))(kase.intake.operator)
    return approvers
      .filter(id => id !== ctx.by.id)
      .map((id): Wanted => ({ kind: 'approval_waiting', recipient: { staff: id }, facts: toStaff(kase.number, dueOn) }))
  }

  return {
    afterEvents: async (
      kase: NumberedCase,
      events: readonly CaseEvent[],
      ctx: Context,
      dueOn: PlainDate | null,
    ): Promise<void> => {
      for (const event of events) for (const mail of await wanted(kase, event, ctx, dueOn)) await put(mail, ctx.now)
    },

    /** Once per member, case and day, while the next internal date is at most two business days away or over; how many are new. */
    clocks: async (now: string, calendar: Calendar): Promise<number> => {
      const today = todayIn(now)
      const due = await store.read
        .select({ number: cases.number, operator: cases.operator, dueOn: cases.dueOn })
        .from(cases)
        .where(and(isNull(cases.closedOn), lte(cases.dueOn, addBusinessDays(calendar, today, 2))))
      const members = await reachable(['reception', 'approver'])
      const wanted = due.flatMap(({ number, operator, dueOn }) =>
        members(operator).map(id => ({
          kind: reminder,
          recipient: { staff: id },
          facts: toStaff(number, dueOn as PlainDate | null),
          once: reminderKey(number, today, id),
        })),
      )
      const known = await remindedOf(
        store,
        wanted.map(({ once }) => once),
      )
      const missing = wanted.filter(({ once }) => !known.has(once))
      // The round comes every twenty seconds: with nothing to say it leaves the only writer alone.
      if (missing.length === 0) return 0
      return store.transaction(async () => {
        let written = 0
        for (const mail of missing) if (await put(mail, now)) written += 1
        return written
      })
    },
  }
}
export type Outbox = ReturnType<typeof outbox>
