import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import { DocumentError } from '../../documents/document-error.ts'
import type { Case } from '../../domain/case.ts'
import { fold } from '../../domain/evolve.ts'
import { packageOf } from '../../domain/package.ts'
import { journalOf } from '../journal.ts'
import type { Db, Store } from '../open-store.ts'
import { letters } from '../tables.ts'
import type { Prints } from './prints.ts'
import { letterFiles } from './tables-print.ts'

/** On paper, in a mail or in a package: what others than the desk may have seen. */
export const lettersInUse = (kase: Case): string[] => {
  const mailed = kase.formRequest?.sentOn !== undefined
  return kase.letters
    .filter(
      letter =>
        letter.printed > 0 ||
        packageOf(kase, letter.id)?.made !== undefined ||
        (mailed && letter.form === 'form-cover' && !letter.discarded),
    )
    .map(letter => letter.id)
}

/** Letters in use whose file was never kept: of before files were kept, or of a crash. */
export const lettersWithoutFile = async (db: Db): Promise<{ number: string; letter: string }[]> => {
  const rows = await db
    .select({ number: letters.caseNumber, letter: letters.id })
    .from(letters)
    .leftJoin(letterFiles, and(eq(letterFiles.caseNumber, letters.caseNumber), eq(letterFiles.letter, letters.id)))
    .where(and(isNull(letterFiles.nth), isNotNull(letters.sheets)))
    .orderBy(asc(letters.caseNumber), asc(letters.id))
  const journal = journalOf(db)
  const found: { number: string; letter: string }[] = []
  let [at, inUse] = ['', new Set<string>()]
  for (const row of rows) {
    if (row.number !== at) [at, inUse] = [row.number, new Set(lettersInUse(fold(await journal.read(row.number))))]
    if (inUse.has(row.letter)) found.push(row)
  }
  return found
}

/**
 * Keeps the files of letters of before files were kept, as this program sets them: from now on they stay as they are, but only a
 * print whose hash stands in the journal proves what was sent. Every process looks once; call it again while it says `left`.
 */
export const olderLetters = ({ store, prints }: { store: Store; prints: Prints }) => {
  let waiting: { number: string; letter: string }[] | undefined
  return async (most: number): Promise<{ kept: number; left: number }> => {
    waiting ??= await lettersWithoutFile(store.read)
    let kept = 0
    for (const { number, letter } of waiting.splice(0, most)) {
      try {
        if (await prints.keep(number, letter)) kept += 1
      } catch (error) {
        // This program cannot set it any more; verify goes on telling of it.
        if (!(error instanceof DocumentError)) throw error
      }
      await new Promise(resolve => setImmediate(resolve))
    }
    return { kept, left: waiting.length }
  }
}
