import { and, gte, inArray, isNull, lt, or, type SQL } from 'drizzle-orm'
import type { Case } from '../../domain/case.ts'
import type { PlainDate } from '../../domain/day.ts'
import { fold } from '../../domain/evolve.ts'
import { outstanding } from '../../domain/fee.ts'
import { searchKey } from '../../domain/names.ts'
import { fullKana, fullName, type Person } from '../../domain/person.ts'
import { openKinds } from '../../domain/rule.ts'
import type { BookedReceipt, Due, PayerName } from '../../domain/settlement.ts'
import { yen } from '../../domain/yen.ts'
import { journalOf } from '../journal.ts'
import { keeping } from '../keeping.ts'
import type { Db } from '../open-store.ts'
import { cases } from '../tables.ts'
import { readAliases } from './payer-aliases.ts'

/** A case as money sees it, with the names that the desk shows beside it. */
export interface KnownDue extends Due {
  readonly name: string | null
  readonly kana: string | null
  readonly agent: string | null
}

interface Folded {
  readonly seq: number
  readonly due: KnownDue
  readonly person: string | null
}

/**
 * Cases that money may still come for: open ones, those closed on or after `since`, and older ones whose number a line names
 * (`named`). A case is folded again only after
 * its journal moved; what the store no longer holds is forgotten here as well.
 */
export const knownDues = () => {
  const known = new Map<string, Folded>()
  return async (db: Db, since: PlainDate, named: readonly string[] = []): Promise<KnownDue[]> => {
    const near = await rowsWhere(db, or(isNull(cases.closedOn), gte(cases.closedOn, since)))
    for (let from = 0; from < named.length; from += AT_ONCE) {
      const some = inArray(cases.number, named.slice(from, from + AT_ONCE))
      near.push(...(await rowsWhere(db, and(some, lt(cases.closedOn, since)))))
    }
    const present = new Set(near.map(row => row.number))
    for (const number of known.keys()) if (!present.has(number)) known.delete(number)
    const [journal, keep] = [journalOf(db), keeping(db)]
    for (const { number, seq, person } of near) {
      if (known.get(number)?.seq === seq) continue
      const kase = fold(await journal.read(number))
      const reveal = async (kept: Case['intake']['subject']) =>
        (await keep.reveal(number, kept, false)) as Person | null
      const people = {
        subject: await reveal(kase.intake.subject),
        agent: await reveal(kase.intake.agent),
        requester: await reveal(kase.formRequest?.requester),
      }
      known.set(number, { seq, due: dueOf(number, kase, people), person })
    }
    const aliases = await readAliases(db)
    return near.flatMap(({ number }) => {
      const { due, person } = known.get(number) ?? {}
      if (due === undefined) return []
      const learned = aliases.of({ caseNumber: number, operator: due.operator, person: person ?? null })
      if (learned.length === 0) return [due]
      return [{ ...due, names: [...due.names, ...learned.map((kana): PayerName => ({ kana, role: 'alias' }))] }]
    })
  }
}

/** SQLite takes only so many values in one list. */
const AT_ONCE = 500

const rowsWhere = (db: Db, where: SQL | undefined) =>
  db
    .select({ number: cases.number, seq: cases.seq, person: cases.nameKey })
    .from(cases)
    .where(and(isNull(cases.erasedOn), where))

type People = { readonly [who in 'subject' | 'agent' | 'requester']: Person | null }

const dueOf = (number: string, kase: Case, people: People): KnownDue => {
  const { intake, fee, formRequest } = kase
  const subject = people.subject ?? people.requester
  const { agent } = people
  const payer = agent ?? subject
  const asked = fee.dues.reduce((sum, due) => sum + due.asked, 0)
  return {
    caseNumber: number,
    operator: intake.operator,
    outstanding: yen(outstanding(kase)),
    asked: yen(Math.max(0, asked - fee.waived)),
    state: stateOf(kase),
    names: namesOf(people),
    ...(payer && { group: [agent ? 'agent' : 'subject', searchKey(fullName(payer)), payer.postcode ?? ''].join('\n') }),
    arrivedOn: (intake.arrivedOn ??
      formRequest?.receivedOn ??
      fee.receipts[0]?.receivedOn ??
      '0001-01-01') as PlainDate,
    ...(fee.requestedOn && { requestedOn: fee.requestedOn }),
    ...(fee.dueOn && { dueOn: fee.dueOn }),
    booked: fee.receipts.filter(each => !each.reversed).map(bookedReceipt),
    name: subject && fullName(subject),
    kana: subject && fullKana(subject),
    agent: agent && fullName(agent),
  }
}

const bookedReceipt = ({ id, amount, receivedOn, line, means }: Case['fee']['receipts'][number]): BookedReceipt => ({
  receipt: id,
  amount,
  receivedOn,
  ...(line !== undefined && { line }),
  byHand: line === undefined && (means === 'transfer' || means === 'postal_transfer'),
})

const stateOf = (kase: Case): Due['state'] => {
  if (kase.closing.closedOn !== undefined) return 'closed'
  if (kase.fee.dues.length === 0) return 'not_charged'
  return openKinds(kase).length === 0 ? 'withdrawn' : 'open'
}

/** Former names stand in one field, as people write them: 旧姓 田中、山本. */
const namesOf = ({ subject, agent, requester }: People): PayerName[] => {
  const of = (who: Person | null, role: PayerName['role']): PayerName[] =>
    who === null
      ? []
      : [
          { kana: fullKana(who) || fullName(who), name: fullName(who), role },
          ...(who.formerNames ?? '')
            .split(/[、,，;；／\n]/)
            .map(former => former.replace(/旧姓[:：\s]*/, '').trim())
            .filter(former => former !== '')
            .map((kana): PayerName => ({ kana, role })),
        ]
  return [...of(subject, 'subject'), ...of(agent, 'agent'), ...of(subject ? null : requester, 'requester')]
}
