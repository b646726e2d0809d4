import type { Definition } from '../documents/definition.ts'
import type { Case, CaseEvent, Verb } from '../domain/case.ts'
import { type PlainDate, todayIn } from '../domain/day.ts'
import type { Kept } from '../domain/kept.ts'
import type { Print } from '../domain/letter.ts'
import type { PageCode } from '../domain/page-code.ts'
import type { Person } from '../domain/person.ts'
import { type Refusal, refuse } from '../domain/refusal.ts'
import type { Actor, Context } from '../domain/rule.ts'
import { blankForms } from './blank-forms.ts'
import type { MoneyFilter, MoneyRow, MoneyTotals, PostingFilter, PostingRow, ReceiptRow } from './books.ts'
import { books } from './books.ts'
import type { CaseRow } from './case-row.ts'
import type { LetterValues } from './drafting.ts'
import { type Imported, importing, type OperatorRow } from './importing.ts'
import type { FieldIssue } from './issues.ts'
import { journalOf } from './journal.ts'
import { keeping } from './keeping.ts'
import type { Beside } from './letterhead-pictures.ts'
import type { ListFilter } from './listing.ts'
import { listing } from './listing.ts'
import { backfillLedger } from './money/ledger-backfill.ts'
import { type MoneyDesk, moneyDesk } from './money/money-desk.ts'
import type { StatementParts } from './money/statement-importing.ts'
import type { Store } from './open-store.ts'
import { outbox } from './outbox.ts'
import { performing } from './performing.ts'
import { previewing } from './previewing.ts'
import { openLetterVault } from './print/letter-files.ts'
import { olderLetters } from './print/older-letters.ts'
import { type PrintRoom, printRoom } from './print/print-room.ts'
import { printsOf } from './print/prints.ts'
import { projecting } from './projecting.ts'
import { type HistoryRow, type LetterRow, reading } from './reading.ts'
import { reprojecting } from './reprojecting.ts'
import { type Verified, verifying } from './verifying.ts'
import { type Today, type WaitingLetters, workOf } from './work.ts'
import { numbering, readWorld } from './world.ts'

export type { CaseRow } from './case-row.ts'
export type { FieldIssue } from './issues.ts'
export type { ListFilter } from './listing.ts'
export type { HistoryRow, LetterRow } from './reading.ts'

export type Performed =
  | { ok: true; number: string; kase: Case; events: readonly CaseEvent[]; repeated?: true }
  | { ok: false; refusal: Refusal }
  | { ok: false; issues: readonly FieldIssue[] }

/** `once`: the same key again gives the first result. `seen`: seq of the case that the sender looked at; where it has moved on, 'stale'. */
export interface How {
  readonly once?: string
  readonly seen?: number
}

export type Previewed =
  | { ok: true; pdf: Buffer }
  | { ok: false; refusal: Refusal }
  | { ok: false; issues: readonly FieldIssue[] }

/** The application. A case of an operator that `by` does not serve reads as null, an empty list or a refusal. */
export interface Desk extends PrintRoom, MoneyDesk {
  /** One command in one transaction. `number`: null for the verbs that open a case. */
  perform(number: string | null, verb: Verb, input: unknown, by: Actor, how?: How): Promise<Performed>
  /** The answer as it would be written from a decision, approved or not yet, by `by` today; nothing is kept. */
  previewReply(number: string, decision: string, by: Actor): Promise<Previewed>
  /** A request form of an operator as anybody may fill it in by hand, under the terms of today; null where there is none. */
  blank(operator: string, form: string, by: Actor): Promise<Buffer | null>
  kase(number: string, by: Actor): Promise<{ kase: Case; context: Context } | null>
  history(number: string, by: Actor): Promise<HistoryRow[]>
  /** In the order given; null where erased, or restricted and `by` is no approver. */
  reveal(number: string, values: readonly (Kept<unknown> | undefined)[], by: Actor): Promise<unknown[]>
  list(filter: ListFilter, by: Actor): Promise<{ rows: CaseRow[]; total: number; next?: string }>
  /** What is owed on open cases, soonest first, at most `limit` (30) of each code. */
  today(by: Actor, how?: { limit?: number }): Promise<Today>
  /** Letters of open cases that are to be printed, or to be posted; at most `limit`. */
  waitingLetters(by: Actor, state: 'unprinted' | 'printed', limit: number): Promise<WaitingLetters>
  /** Cases that may be of the same person, newest first. */
  likely(person: Person, by: Actor): Promise<CaseRow[]>
  letters(number: string, by: Actor): Promise<LetterRow[]>
  /** Byte for byte the file that was kept at its first print; before it, what would be printed. Throws LetterFileLost. */
  pdf(number: string, letter: string, by: Actor): Promise<Buffer | null>
  /** As `pdf`, for eyes: before the first print 確認用 stands in the place of the page codes. Throws LetterFileLost. */
  letterToSee(number: string, letter: string, by: Actor): Promise<Buffer | null>
  /** What these printed letters would be printed as now, for `lettersToPack`: papers of another setting are not packed. */
  prints(number: string, letters: readonly string[], by: Actor): Promise<ReadonlyMap<string, Print>>
  /** Keeps the files of at most `most` letters of before files were kept; call it again while some are left. */
  keepOlderLetters(most: number): Promise<{ kept: number; left: number }>
  /** What has to lie in one envelope with these letters: their pages, those of their enclosures, the envelope's face. */
  pageSet(number: string, letters: readonly string[], by: Actor): Promise<PageCode[]>
  postings(filter: PostingFilter, by: Actor): Promise<PostingRow[]>
  money(filter: MoneyFilter, by: Actor): Promise<MoneyRow[]>
  moneyTotals(on: PlainDate, operator: string | undefined, by: Actor): Promise<MoneyTotals>
  receipts(
    filter: { from: PlainDate; operator?: string; limit: number },
    by: Actor,
  ): Promise<{ rows: ReceiptRow[]; total: number }>
  operators(): Promise<OperatorRow[]>
  /** `beside`: pictures of the letterhead that the file names */
  importOperator(name: string, yaml: string, by: Actor, beside?: Beside): Promise<Imported>
  /** A closure or a working day of the desk; null takes the entry back. Open cases are derived anew. */
  changeCalendar(day: PlainDate, kind: 'closure' | 'opened' | null, name: string, by: Actor): Promise<Refusal | null>
  calendarDays(): Promise<{ date: PlainDate; kind: 'closure' | 'opened'; name: string }[]>
  context(by: Actor): Promise<Context>
  /** Mails to staff about cases whose next internal date is at most two business days away; how many were new. */
  remindOfClocks(): Promise<number>
  verify(): Promise<Verified>
  close(): Promise<void>
}

export interface DeskParts {
  readonly store: Store
  readonly definitions: ReadonlyMap<string, Definition>
  readonly letterValues: LetterValues
  /** ISO instant in UTC */
  readonly now: () => string
  /** terms to import where the store does not know the operator yet */
  readonly operators?: readonly { readonly name: string; readonly yaml: string }[]
  /** URL of a case's page, for mails to staff */
  readonly link?: (caseNumber: string) => string
  /** removes stored files of an erased case, after commit */
  readonly forgetFiles?: (storedAs: readonly string[]) => Promise<void>
  /** removes pictures that waited in the scan tray for an erased case, after commit */
  readonly forgetScans?: (ids: readonly string[]) => Promise<void>
  /** where sealed files lie, the bank's own and those of letters; without it none are taken and none kept */
  readonly bankFiles?: StatementParts['bankFiles']
}

export const openDesk = async (parts: DeskParts): Promise<Desk> => {
  const { store, now } = parts
  await backfillLedger(store)
  let world = await readWorld(store.read)
  const current = () => world
  /** Terms and calendar change in the transaction that writes them, so that no command between sees the old ones. */
  const change = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await store.transaction(async () => {
        const result = await work()
        world = await readWorld(store.write)
        return result
      })
    } catch (error) {
      world = await readWorld(store.read)
      throw error
    }
  }
  const numbers = numbering(store)
  const project = projecting(store)
  const reproject = reprojecting({ store, project, current, change, now })
  const imports = importing({ store, current, change, now })
  for (const { name, yaml } of parts.operators ?? []) await imports.atStart(name, yaml)

  /** The shell may have imported terms or changed the calendar beside a running server. */
  const catchUp = async () => {
    if (!store.changedElsewhere()) return
    world = await readWorld(store.read)
    reproject.doubt()
  }
  const keep = keeping(store.write)
  const reveal = (number: string, value: Kept<unknown> | undefined) => keep.reveal(number, value, false)
  const mail = outbox({ store, reveal, ...(parts.link && { link: parts.link }) })
  const journal = journalOf(store.write)
  const vault = await openLetterVault(store, parts.bankFiles, now())
  const prints = printsOf({ store, vault, now })
  const forgetLetters = async (storedAs: readonly string[]) => {
    for (const id of storedAs) await vault?.drop(id)
  }
  const core = { ...parts, current, numbers, project, journal, keep, mail, prints, forgetLetters }
  const { perform, together } = performing(core)
  const blank = blankForms({ ...parts, current })
  const preview = previewing({ ...parts, current, read: store.read })
  const read = reading({ store, current, now, numbers, prints })
  const lists = listing(store)
  const work = workOf(store.read)
  return {
    ...read,
    ...books(store),
    ...printRoom({ ...parts, prints, kase: read.kase }),
    ...(await moneyDesk({ ...parts, together, catchUp })),
    perform: async (...command) => {
      await catchUp()
      return perform(...command)
    },
    previewReply: async (...asked) => {
      await catchUp()
      return preview(...asked)
    },
    blank: async (...asked) => {
      await catchUp()
      return blank(...asked)
    },
    kase: async (number, by) => {
      await catchUp()
      return read.kase(number, by)
    },
    pageSet: async (...asked) => {
      await catchUp()
      return read.pageSet(...asked)
    },
    context: async by => {
      await catchUp()
      return read.context(by)
    },
    list: async (filter, by) => {
      await catchUp()
      await reproject.forToday()
      return lists.list(filter, by)
    },
    today: async (by, { limit = 30 } = {}) => {
      await catchUp()
      await reproject.forToday()
      return work.today(by, todayIn(now()), limit)
    },
    waitingLetters: async (...asked) => {
      await catchUp()
      await reproject.forToday()
      return work.waitingLetters(...asked)
    },
    likely: lists.likely,
    operators: async () => {
      await catchUp()
      return imports.all()
    },
    importOperator: imports.byHand,
    changeCalendar: async (day, kind, name, by) => {
      // One calendar for every operator: only who administers all of them may change it.
      if (!by.roles.includes('admin') || by.operators !== 'all') return refuse('not_allowed')
      await reproject.calendar(day, kind, name, by)
      await reproject.forToday()
      return null
    },
    calendarDays: reproject.days,
    remindOfClocks: async () => {
      await catchUp()
      await reproject.forToday()
      return mail.clocks(now(), current().calendar)
    },
    keepOlderLetters: olderLetters({ store, prints }),
    verify: () => verifying({ store, current, now, files: prints.files }),
    close: () => store.close(),
  }
}
