import { barred, type Case, type CaseEvent, decide, ruleOf, type Verb } from '../domain/case.ts'
import type { CaseNumber } from '../domain/case-number.ts'
import type { PlainDate } from '../domain/day.ts'
import { evolve, fold } from '../domain/evolve.ts'
import type { Letter } from '../domain/letter.ts'
import { movementsOf } from '../domain/money/case-entries.ts'
import { isRefusal, type RefusalCode, refuse } from '../domain/refusal.ts'
import { type Actor, type Context, stripped } from '../domain/rule.ts'
import type { DeskParts, How, Performed } from './desk.ts'
import { draftsOf } from './drafting.ts'
import { issueCode, issuesOf, unprintable } from './issues.ts'
import { type Journal, journalOf } from './journal.ts'
import { type Keeping, takeOut } from './keeping.ts'
import { lettering } from './lettering.ts'
import { strayLink } from './linking.ts'
import { paperGone } from './money/instrument-book.ts'
import { ledgerOf } from './money/ledger.ts'
import { eraseLineParticulars } from './money/line-particulars-erasing.ts'
import type { Outbox } from './outbox.ts'
import { personsOf } from './persons.ts'
import { eraseLetterFiles } from './print/letter-files.ts'
import { lettersInUse } from './print/older-letters.ts'
import type { Prints, PrintWork } from './print/prints.ts'
import type { NumberedCase, Projecting } from './projecting.ts'
import { onceKey, repeats, textOf } from './repeats.ts'
import { eraseWaitingPages } from './scans/scan-tray-erasing.ts'
import { acting } from './together.ts'
import { type Numbering, paperNumbering, type World } from './world.ts'

interface Parts extends DeskParts {
  readonly current: () => World
  readonly numbers: Numbering
  readonly journal: Journal
  readonly keep: Keeping
  readonly project: Projecting
  readonly mail: Outbox
  readonly prints: Prints
  /** removes files of erased letters from their vault */
  readonly forgetLetters: (storedAs: readonly string[]) => Promise<void>
}

type Done = Performed & { ok: true }

interface Command {
  readonly number: string | null
  readonly verb: Verb
  readonly body: Record<string, unknown>
  readonly by: Actor
  readonly key: string | null
  readonly orphans: { files: string[]; letters: string[]; scans: string[] }
  /** of letters that are printed or packed */
  readonly paper: PrintWork | null
  readonly seen: number | undefined
}

/** After these a letter is out of the house, or in a paper that will be, without a print of its own. */
const sending: readonly CaseEvent['type'][] = ['LettersPosted', 'FormsSent', 'PackageMade']

const strangers: readonly RefusalCode[] = ['not_allowed', 'not_this_operator']

/** The walk of every command: parse, then in one transaction read, fold, decide, append, project, outbox. */
export const performing = (parts: Parts) => {
  const { store, journal, keep, project, numbers, mail, prints } = parts
  const drafts = draftsOf(store.write)
  const once = repeats(store.write, journal)
  const shown = journalOf(store.read)
  const draft = lettering(parts)
  const stray = strayLink(store.write)
  const paperNumbers = paperNumbering(store)
  const ledger = ledgerOf(store.write)
  const gone = paperGone(store.write)

  const perform = async (
    number: string | null,
    verb: Verb,
    input: unknown,
    by: Actor,
    how: How = {},
  ): Promise<Performed> => {
    const given = read(number, verb, input)
    if ('ok' in given) return given
    const { body } = given
    const orphans = { files: [], letters: [], scans: [] }
    const key = how.once === undefined ? null : onceKey(by, verb, number, body, how.once)
    const paper = number === null || !(await mayPrint(number, verb, by)) ? null : await prints.work(number, verb, body)
    let done: Performed
    try {
      done = await store.transaction(async (): Promise<Performed> => {
        const before = key === null ? null : await once.of(key, number, by)
        return (
          before ?? (await command({ number, verb, body, by, key: key && textOf(key), orphans, paper, seen: how.seen }))
        )
      })
    } finally {
      await paper?.settle()
    }
    if (done.ok && !done.repeated) await afterwards(done, orphans)
    return done
  }

  /** Nothing is set and sealed for one whom the command will refuse anyway. */
  const mayPrint = async (number: string, verb: Verb, by: Actor): Promise<boolean> => {
    if (verb !== 'printLetter' && verb !== 'packEnvelope') return false
    const entries = await shown.read(number)
    const ctx = parts.current().context(parts.now(), by, number as CaseNumber)
    return entries.length > 0 && barred(fold(entries), verb, ctx) === null
  }

  const afterwards = async ({ number, kase, events }: Done, orphans: Command['orphans']): Promise<void> => {
    if (events.some(event => event.type === 'CaseErased')) {
      await store.checkpoint()
      await parts.forgetFiles?.(orphans.files)
      await parts.forgetLetters(orphans.letters)
      await parts.forgetScans?.(orphans.scans)
    } else if (events.some(event => sending.includes(event.type)))
      for (const letter of lettersInUse(kase)) await prints.keep(number, letter)
  }

  /** The body as the verb's own schema reads it. */
  const read = (
    number: string | null,
    verb: Verb,
    input: unknown,
  ): { body: Record<string, unknown> } | (Performed & { ok: false }) => {
    const rule = ruleOf(verb)
    const parsed = rule.body.safeParse(input ?? {}, { error: issueCode })
    if (!parsed.success) return { ok: false, issues: issuesOf(parsed.error) }
    const body = stripped(parsed.data as Record<string, unknown>)
    const blind = unprintable(body)
    if (blind.length > 0) return { ok: false, issues: blind }
    if (number === null && rule.opens === undefined) return { ok: false, refusal: refuse('not_opened') }
    return { body }
  }

  const together = acting(store.transaction, async (number, verb, input, by) => {
    const given = read(number, verb, input)
    if ('ok' in given) return given
    const { body } = given
    const orphans = { files: [], letters: [], scans: [] }
    return command({ number, verb, body, by, key: null, orphans, paper: null, seen: undefined })
  })

  const command = async ({ number, verb, body, by, key, orphans, paper, seen }: Command): Promise<Performed> => {
    const at = parts.now()
    const entries = number === null ? [] : await journal.read(number)
    if (number !== null && entries.length === 0) return { ok: false, refusal: refuse('not_opened') }
    const before = fold(entries)
    const next = number === null ? await numbers.next(at, 'transaction') : (number as CaseNumber)
    const papers = verb === 'writeLetter' ? await paperNumbers(before.intake.operator, at) : null
    const known = parts.current().context(at, by, next)
    const onPaper = await paper?.standing()
    const written = verb === 'amendPerson' ? await personsOf(before as NumberedCase, keep.reveal) : null
    const ctx: Context = {
      ...known,
      printOf: (letter: Letter) => onPaper?.get(letter.id) ?? null,
      personOf: kept => (kept === before.intake.agent ? written?.agent : written?.subject) ?? null,
      ...(papers && { seriesNumber: papers.number }),
    }

    const decided = decide(before, verb, body, ctx)
    // To whom the case is closed anyway, nothing is told about its state.
    if (isRefusal(decided) && strangers.includes(decided.refused)) return { ok: false, refusal: decided }
    if (number !== null && seen !== undefined && seen !== before.seq) return { ok: false, refusal: refuse('stale') }
    if (isRefusal(decided)) return { ok: false, refusal: decided }
    if (await stray(decided, by))
      return { ok: false, refusal: refuse('unknown_case', { field: verb === 'linkCase' ? 'other' : 'linkedTo' }) }
    const { events, taken } = takeOut(decided)
    const kase = evolved(before, events, at, by)
    const movements = movementsOf(before, events, ctx.today, folding(at, by))
    const missing = await gone(movements)
    if (missing) return { ok: false, refusal: missing }

    const letters = await draft(kase, [...entries.map(entry => entry.event), ...events], events, taken, ctx)
    if ('issues' in letters) return { ok: false, issues: letters.issues }

    // From here on everything is written or nothing is.
    if (number === null) await numbers.take(at)
    await papers?.take(events.flatMap(event => (event.type === 'LetterDrafted' && event.documentNumber) || []))
    const appended = await journal.append(kase.number, before.seq, events, { at, by: by.id, once: key })
    await keep.store(kase.number, kase.seq, taken)
    await ledger.append(movements, { at, by: by.id })
    for (const letter of letters.drafts) await drafts.store(kase.number, letter, at)
    if (events.some(event => event.type === 'LetterPrinted')) await paper?.take(at)
    if (events.some(event => event.type === 'CaseErased')) {
      await keep.erase(kase.number)
      await drafts.erase(kase.number)
      orphans.letters.push(...(await eraseLetterFiles(store.write, kase.number)))
      orphans.files.push(...(await project.erase(kase.number)))
      await eraseLineParticulars(store.write, kase.number)
      orphans.scans.push(...(await eraseWaitingPages(store.write, kase.number)))
    }
    const persons = await personsOf(kase, keep.reveal)
    const position = appended.at(-1)?.position ?? entries.at(-1)?.position ?? 0
    const { dueOn } = await project.case(before, kase, persons, ctx, { at, position })
    await mail.afterEvents(kase, events, ctx, dueOn as PlainDate | null)
    if (key !== null)
      await once.remember({ key, caseNumber: kase.number, firstSeq: before.seq + 1, lastSeq: kase.seq, at })
    return { ok: true, number: kase.number, kase, events }
  }

  return { perform, together }
}

const folding =
  (at: string, by: Actor) =>
  (kase: Case, event: CaseEvent): Case =>
    evolve(kase, event, { seq: kase.seq + 1, at, by: by.id })

export const evolved = (before: Case, events: readonly CaseEvent[], at: string, by: Actor): NumberedCase => {
  const kase = events.reduce(folding(at, by), before)
  if (kase.number === null) throw new Error('a command was carried out on no case')
  return kase as NumberedCase
}
