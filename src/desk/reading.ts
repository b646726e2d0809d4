import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Case, CaseEvent } from '../domain/case.ts'
import { fold } from '../domain/evolve.ts'
import type { Kept } from '../domain/kept.ts'
import type { FormId, Letter, Print } from '../domain/letter.ts'
import type { PageCode } from '../domain/page-code.ts'
import type { Actor, Context } from '../domain/rule.ts'
import { type JournalEntry, journalOf } from './journal.ts'
import { keeping, maySeeRestricted } from './keeping.ts'
import type { Store } from './open-store.ts'
import { lettersInUse } from './print/older-letters.ts'
import { pageSets } from './print/page-sets.ts'
import type { Prints } from './print/prints.ts'
import { letters } from './tables.ts'
import { type Numbering, serves, type World } from './world.ts'

/** `by`: id of the member of staff. */
export interface HistoryRow {
  readonly seq: number
  readonly at: string
  readonly by: string
  readonly event: CaseEvent
}

export interface LetterRow extends Omit<Letter, 'form'> {
  readonly form: FormId
  /** ISO instant of the draft */
  readonly createdAt: string
  /** the values are gone with the person's data; it cannot be printed again */
  readonly erased: boolean
}

export const reading = ({
  store,
  current,
  now,
  numbers,
  prints,
}: {
  store: Store
  current: () => World
  now: () => string
  numbers: Numbering
  prints: Prints
}) => {
  const journal = journalOf(store.read)
  const keep = keeping(store.read)
  const sets = pageSets(store.read)
  const lettersOf = store.read
    .select({ id: letters.id, form: letters.form, createdAt: letters.createdAt, erased: isNull(letters.sheets) })
    .from(letters)
    .where(and(eq(letters.caseNumber, sql.placeholder('number'))))
    .orderBy(asc(letters.createdAt))
    .prepare()

  const open = async (number: string, by: Actor): Promise<{ kase: Case; entries: JournalEntry[] } | null> => {
    const entries = await journal.read(number)
    const kase = fold(entries)
    return entries.length > 0 && serves(by, kase.intake.operator) ? { kase, entries } : null
  }
  const context = async (by: Actor): Promise<Context> =>
    current().context(now(), by, await numbers.next(now(), 'reading'))

  return {
    context,
    kase: async (number: string, by: Actor) => {
      const opened = await open(number, by)
      return opened && { kase: opened.kase, context: await context(by) }
    },
    history: async (number: string, by: Actor): Promise<HistoryRow[]> =>
      ((await open(number, by))?.entries ?? []).map(entry => ({
        seq: entry.seq,
        at: entry.at,
        by: entry.by,
        event: entry.event,
      })),
    reveal: async (number: string, values: readonly (Kept<unknown> | undefined)[], by: Actor): Promise<unknown[]> => {
      const visible = (await open(number, by)) !== null
      const revealed: unknown[] = []
      for (const value of values) revealed.push(visible ? await keep.reveal(number, value, maySeeRestricted(by)) : null)
      return revealed
    },
    letters: async (number: string, by: Actor): Promise<LetterRow[]> => {
      const opened = await open(number, by)
      if (opened === null) return []
      const rows = new Map((await lettersOf.all({ number })).map(row => [row.id, row]))
      return opened.kase.letters.map(letter => {
        const row = rows.get(letter.id)
        return { ...letter, createdAt: row?.createdAt ?? '', erased: row === undefined || Boolean(row.erased) }
      })
    },
    /** The file that was kept at the first print. Before it, what would be printed. */
    pdf: async (number: string, letter: string, by: Actor): Promise<Buffer | null> => {
      const opened = await open(number, by)
      return opened && prints.pdf(number, letter, { left: hasLeft(opened.kase, letter) })
    },
    /** The same to look at: before the first print without the codes that packing reads. */
    letterToSee: async (number: string, letter: string, by: Actor): Promise<Buffer | null> => {
      const opened = await open(number, by)
      if (opened === null) return null
      const { kase } = opened
      const printed = kase.letters.some(each => each.id === letter && each.printed > 0)
      return prints[printed ? 'pdf' : 'toSee'](number, letter, { left: hasLeft(kase, letter) })
    },
    prints: async (number: string, letters: readonly string[], by: Actor): Promise<Map<string, Print>> => {
      const opened = await open(number, by)
      const found = new Map<string, Print>()
      if (opened === null) return found
      for (const letter of lettersInUse(opened.kase).filter(id => letters.includes(id))) {
        found.set(letter, await prints.wouldBe(number, letter))
      }
      return found
    },
    pageSet: async (number: string, letters: readonly string[], by: Actor): Promise<PageCode[]> => {
      const opened = await open(number, by)
      return opened === null ? [] : sets.of(opened.kase, letters, await context(by))
    },
  }
}

const hasLeft = ({ postings }: Case, letter: string): boolean =>
  postings.some(posting => posting.letters.includes(letter))
