import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { DocumentError } from '../../documents/document-error.ts'
import { renderSheets } from '../../documents/render.ts'
import type { Verb } from '../../domain/case.ts'
import type { Print } from '../../domain/letter.ts'
import { draftsOf } from '../drafting.ts'
import type { Store } from '../open-store.ts'
import { letters } from '../tables.ts'
import type { Vault } from '../vault.ts'
import { letterFilesOf, printOfRow } from './letter-files.ts'
import { printTaking, type ReadyPrint } from './print-taking.ts'
import { type SetLetter, setLetter } from './set-letter.ts'

/** What a command needs of paper: set before its transaction, because setting takes longer than a transaction should. */
export interface PrintWork {
  /** Inside the transaction: the letters of the command as they are printed. */
  standing(): Promise<ReadonlyMap<string, Print>>
  /** Inside the transaction, once the print is decided. */
  take(at: string): Promise<void>
  /** Afterwards, whether it was committed or not. A crash before it is mended at the next start. */
  settle(): Promise<void>
}

/** The file of a letter that left is lost, and this program would set it otherwise. */
export class LetterFileLost extends Error {
  override readonly name = 'LetterFileLost'
}

/**
 * From its first print on, a letter is a file: what is printed again, packed, posted and shown years later. `now`: ISO instant.
 */
export const printsOf = ({ store, vault, now }: { store: Store; vault: Vault | null; now: () => string }) => {
  const files = letterFilesOf(store, vault)
  const drafts = draftsOf(store.read)
  const taking = printTaking(store, vault)
  /** Files that this very program draws: a layout changes only with the program. */
  const drawnHere = new Set<string>()

  const set = async (number: string, letter: string): Promise<SetLetter | null> => {
    const made = setLetter(await drafts.frozen(number, letter))
    if (made !== null) drawnHere.add(made.sha256)
    return made
  }

  /** For a letter that was set once: null also where this program cannot set it at all. */
  const setStill = (number: string, letter: string): Promise<SetLetter | null> =>
    set(number, letter).catch(error => {
      if (error instanceof DocumentError) return null
      throw error
    })

  const ready = async (number: string, letter: string): Promise<ReadyPrint | null> => {
    const kept = await files.find(number, letter)
    const before = kept?.row
    if (kept?.bytes) return { number, letter, print: printOfRow(kept.row), before, fresh: null }
    const made = await set(number, letter)
    if (made === null) return null
    const { bytes, pages, sha256 } = made
    if (vault === null) return { number, letter, print: { pages }, before, fresh: null }
    const id = randomUUID()
    await vault.prepare(id, bytes)
    return { number, letter, print: { pages, sha256 }, before, fresh: { id, size: bytes.length } }
  }

  /** For packing: no file is made. */
  const wouldBe = async (number: string, letter: string): Promise<Print> => {
    const kept = await files.find(number, letter)
    if (kept?.bytes) return printOfRow(kept.row)
    const made = await setStill(number, letter)
    return { pages: made?.pages ?? [], ...(made && { sha256: made.sha256 }) }
  }

  const printed = {
    files,
    wouldBe,

    work: async (number: string, verb: Verb, body: Record<string, unknown>): Promise<PrintWork | null> => {
      if (verb === 'packEnvelope') {
        const found = new Map<string, Print>()
        for (const letter of new Set(body.letters as string[])) {
          found.set(letter, await wouldBe(number, letter))
        }
        return { standing: async () => found, take: async () => {}, settle: async () => {} }
      }
      if (verb !== 'printLetter') return null
      const one = await ready(number, String(body.letter))
      return (
        one && {
          standing: async () => new Map([[one.letter, await taking.standing(one)]]),
          take: at => taking.take(one, at),
          settle: () => taking.settle(one),
        }
      )
    },

    /** Keeps a letter that leaves without a print of its own, or was printed before files were kept; false where there is nothing to keep. */
    keep: async (number: string, letter: string): Promise<boolean> => {
      if (vault === null || (await files.latest(number, letter)) !== undefined) return false
      const one = await ready(number, letter)
      if (one === null) return false
      const ofLetter = and(eq(letters.caseNumber, number), eq(letters.id, letter))
      try {
        await store.transaction(async () => {
          const row = await store.write.select({ sheets: letters.sheets }).from(letters).where(ofLetter).get()
          // The case may have been erased while the letter was set.
          if (row !== undefined && row.sheets !== null) await taking.take(one, now())
        })
      } finally {
        await taking.settle(one)
      }
      return true
    },

    /** The kept file; before the first print what it would be. Null where there is no such letter; throws LetterFileLost. */
    pdf: async (number: string, letter: string, { left }: { left: boolean }): Promise<Buffer | null> => {
      const kept = await files.find(number, letter)
      if (kept?.bytes) return kept.bytes
      if (kept === null || (await drafts.frozen(number, letter)) === null)
        return (await set(number, letter))?.bytes ?? null
      const made = await setStill(number, letter)
      if (made === null || (left && kept.row.sha256 !== made.sha256))
        throw new LetterFileLost(`${number} ${letter}: the kept file is lost, and its layout has changed since`)
      return made.bytes
    },

    /** As `pdf`, but without the page codes while no file is kept: what was never recorded as printed passes no packing check. */
    toSee: async (number: string, letter: string, how: { left: boolean }): Promise<Buffer | null> => {
      if (how.left || (await files.latest(number, letter)) !== undefined) return printed.pdf(number, letter, how)
      const sheets = (await drafts.frozen(number, letter))?.filter(sheet => !sheet.face) ?? []
      return sheets.length === 0 ? null : renderSheets(sheets.map(sheet => ({ ...sheet, toSee: true as const })))
    },

    /** For a batch, which draws letters with common fonts: the kept file where drawing would now give other pages. */
    keptOtherwise: async (
      number: string,
      letter: string,
    ): Promise<{ pdf: Buffer; pages: readonly number[] } | 'lost' | null> => {
      const row = await files.latest(number, letter)
      if (row === undefined || drawnHere.has(row.sha256)) return null
      if ((await setStill(number, letter))?.sha256 === row.sha256) return null
      const pdf = await files.bytesOf(row)
      return pdf === null ? 'lost' : { pdf, pages: printOfRow(row).pages }
    },
  }
  return printed
}
export type Prints = ReturnType<typeof printsOf>
