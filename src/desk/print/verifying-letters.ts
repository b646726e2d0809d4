import { asc } from 'drizzle-orm'
import type { Case } from '../../domain/case.ts'
import type { Store } from '../open-store.ts'
import type { LetterFileRow, LetterFiles } from './letter-files.ts'
import { lettersWithoutFile } from './older-letters.ts'
import { letterFiles as table } from './tables-print.ts'

export interface VerifiedLetters {
  /** whose file was read and is the one of its hash */
  readonly kept: number
  /** of these, the ones that no print before sending proves: kept later than they were sent, or sent by mail */
  readonly later: number
  /** printed or sent, but not yet kept */
  readonly unkept: number
  /** in words for the shell */
  readonly faults: readonly string[]
}

/** Reads every kept file and holds it against its row and the journal. `whole`: the cases whose journals are sound. */
export const verifyLetters = async (
  store: Store,
  files: Pick<LetterFiles, 'bytesOf'>,
  whole: readonly (Case & { number: string })[],
): Promise<VerifiedLetters> => {
  const faults: string[] = []
  const cases = new Map(whole.map(kase => [kase.number, kase]))
  const rows = await store.read.select().from(table).orderBy(asc(table.caseNumber), asc(table.letter), asc(table.nth))
  const latest = new Map(rows.map(row => [`${row.caseNumber} ${row.letter}`, row]))
  let [kept, later] = [0, 0]
  for (const row of latest.values()) {
    const kase = cases.get(row.caseNumber)
    const letter = kase?.letters.find(each => each.id === row.letter)
    // A broken journal has told so already.
    if (kase === undefined) continue
    if (letter === undefined) faults.push(`${named(row)} is kept, but the journal knows no such letter`)
    else if (letter.sha256 !== undefined && letter.sha256 !== row.sha256)
      faults.push(`${named(row)} is kept otherwise than the journal says it was printed`)
    if (kase.closing.erasedOn !== undefined) {
      if (row.storedAs !== null) faults.push(`${named(row)} is kept although the case is erased`)
    } else if ((await files.bytesOf(row)) === null) faults.push(`${named(row)}: the kept file is gone or damaged`)
    else {
      kept += 1
      if (letter?.sha256 === undefined) later += 1
    }
  }
  for (const kase of whole)
    for (const { id, sha256 } of kase.letters)
      if (sha256 !== undefined && !latest.has(`${kase.number} ${id}`))
        faults.push(`${kase.number}: letter ${id} was printed, but its file was never kept`)
  return { kept, later, unkept: (await lettersWithoutFile(store.read)).length, faults }
}

const named = ({ caseNumber, letter }: LetterFileRow) => `${caseNumber}: letter ${letter}`
