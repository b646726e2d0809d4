import { isDeepStrictEqual } from 'node:util'
import { eq } from 'drizzle-orm'
import type { CaseNumber } from '../domain/case-number.ts'
import { fold } from '../domain/evolve.ts'
import { caseRecord } from './case-row.ts'
import { type JournalEntry, journalOf } from './journal.ts'
import { keeping } from './keeping.ts'
import { wrongMoney } from './money/verifying-money.ts'
import { wrongMonths } from './money/verifying-months.ts'
import type { Store } from './open-store.ts'
import { personsOf } from './persons.ts'
import type { LetterFiles } from './print/letter-files.ts'
import { type VerifiedLetters, verifyLetters } from './print/verifying-letters.ts'
import { moneyRecord, type NumberedCase, postingRecord } from './projecting.ts'
import { nobody } from './reprojecting.ts'
import { cases, money, postings } from './tables.ts'
import { wrongWork } from './verifying-work.ts'
import type { World } from './world.ts'

export interface Verified {
  readonly journals: number
  readonly entries: number
  /** of the money ledger */
  readonly movements: number
  /** their files */
  readonly letters: Omit<VerifiedLetters, 'faults'>
  /** in words for the shell; empty when all is well */
  readonly faults: string[]
}

/** Walks every chain, looks for holes, and derives every projection again. Reads only. */
export const verifying = async ({
  store,
  current,
  now,
  files,
}: {
  store: Store
  current: () => World
  now: () => string
  files: Pick<LetterFiles, 'bytesOf'>
}): Promise<Verified> => {
  const journal = journalOf(store.read)
  const keep = keeping(store.read)
  const faults: string[] = []
  const numbers = await journal.numbers()
  const { count, last } = await journal.extent()
  if (count !== last) faults.push(`${last - count} entries are missing from the journal as a whole`)

  const whole: NumberedCase[] = []
  const compare = async (number: string, entries: readonly JournalEntry[]): Promise<void> => {
    const kase = fold(entries) as NumberedCase
    const terms = current().operators.get(kase.intake.operator)?.operator
    if (!terms?.policies.some(policy => policy.id === kase.intake.policy))
      faults.push(`${number}: its terms ${kase.intake.policy} of ${kase.intake.operator} are not there`)
    if (terms === undefined) return
    whole.push(kase)
    const head = entries.at(-1)
    const row = await store.read.select().from(cases).where(eq(cases.number, number)).get()
    if (row === undefined || head === undefined) {
      faults.push(`${number}: is not in the list`)
      return
    }
    const persons = await personsOf(kase, keep.reveal)
    // Rows of other days are derived as of their own day; '' waits for a changed calendar to be taken over.
    const at = row.projectedOn === '' ? now() : `${row.projectedOn}T03:00:00.000Z`
    const fresh = caseRecord(kase, persons.subject, current().context(at, nobody, number as CaseNumber), head)
    // Derived by an older version, it waits for the next start.
    if (row.shape !== fresh.shape) return
    if (!isDeepStrictEqual({ ...row }, fresh) && row.projectedOn !== '')
      faults.push(`${number}: the list differs from the journal`)
    faults.push(...(await wrongWork(store.read, row, kase, current().context(at, nobody, number as CaseNumber))))
    const posted = await store.read.select().from(postings).where(eq(postings.caseNumber, number))
    for (const posting of kase.postings) {
      // The addressee stays as on the envelope although the case may have another subject since.
      const nameless = { ...postingRecord(kase, posting, persons), name: null }
      const row = posted.find(each => each.id === posting.id)
      if (!isDeepStrictEqual(row && { ...row, name: null }, nameless))
        faults.push(`${number}: posting ${posting.id} differs from the journal`)
    }
    if (kase.fee.dues.length === 0 && kase.fee.receipts.length === 0) return
    const booked = await store.read.select().from(money).where(eq(money.caseNumber, number)).get()
    if (!isDeepStrictEqual(booked, moneyRecord(kase))) faults.push(`${number}: the money book differs from the journal`)
  }

  for (const number of numbers) {
    const walked = await journal.walk(number)
    faults.push(...walked.faults)
    if (walked.faults.length === 0) await compare(number, walked.entries)
  }
  const listed = await store.read.select({ number: cases.number }).from(cases)
  const known = new Set(numbers)
  for (const { number } of listed) if (!known.has(number)) faults.push(`${number}: is in the list but has no journal`)
  const ledger = await wrongMoney(store, whole)
  faults.push(...ledger.faults)
  faults.push(...(await wrongMonths(store)))
  const { faults: spoilt, ...letters } = await verifyLetters(store, files, whole)
  faults.push(...spoilt)
  return { journals: numbers.length, entries: count, movements: ledger.movements, letters, faults }
}
