import { trySheet } from '../../documents/render.ts'
import type { Case } from '../../domain/case.ts'
import type { Letter } from '../../domain/letter.ts'
import { liveLetter } from '../../domain/letter.ts'
import { expectedPages } from '../../domain/packing.ts'
import type { PageCode } from '../../domain/page-code.ts'
import type { Context } from '../../domain/rule.ts'
import { draftsOf } from '../drafting.ts'
import type { Db } from '../open-store.ts'

/** How many pages the frozen letters have, and what therefore has to lie in an envelope. */
export const pageSets = (db: Db) => {
  const drafts = draftsOf(db)

  /** Pages of each sheet (the letter, then its enclosures), as set when drafted; null where there is no letter or it is erased. */
  const counts = async (caseNumber: string, letter: string): Promise<readonly number[] | null> => {
    const sheets = (await drafts.frozen(caseNumber, letter))?.filter(sheet => !sheet.face)
    if (sheets === undefined) return null
    return sheets.map(sheet => {
      const pages = sheet.pages ?? trySheet(sheet)
      if (typeof pages !== 'number') throw pages
      return pages
    })
  }

  return {
    counts,
    /** Every page of these letters, their enclosures and the envelope; a letter that is not there has none. */
    of: async (kase: Case, letters: readonly string[], ctx: Pick<Context, 'policyOn'>): Promise<PageCode[]> => {
      const counted: Letter[] = []
      for (const id of new Set(letters)) {
        const letter = liveLetter(kase, id)
        if (letter === undefined || kase.number === null) continue
        const pages = letter.pages ?? (await counts(kase.number, id))
        if (pages !== null) counted.push({ ...letter, pages })
      }
      return counted.length === 0 ? [] : expectedPages(kase, counted, ctx)
    },
  }
}
