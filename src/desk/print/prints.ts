import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Verb } from '../../domain/case.ts'
import type { Print } from '../../domain/letter.ts'
import { draftsOf } from '../drafting.ts'
import type { Store } from '../open-store.ts'
import { letterFiles, letters } from '../tables.ts'
import type { Vault } from '../vault.ts'
import { type LetterFileRow, latestRow, letterFilesOf, printOfRow } from './letter-files.ts'
import { type SetLetter, setLetter } from './set-letter.ts'

/** A letter on its way to the printer. `fresh`: its new file, which lies in the vault out of sight until the transaction says that it counts. */
interface Ready {
  readonly number: string
  readonly letter: string
  readonly print: Print
  readonly before: LetterFileRow | undefined
  readonly fresh: { readonly id: string; readonly size: number } | null
}

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
  const [latest, committed] = [latestRow(store.write), latestRow(store.read)]
  /** Files that this very program draws: a layout changes only with the program. */
  const drawnHere = new Set<string>()

  const set = async (number: string, letter: string): Promise<SetLetter | null> => {
    const made = setLetter(await drafts.frozen(number, letter))
    if (made !== null) drawnHere.add(made.sha256)
    return made
  }

  const ready = async (number: string, letter: string): Promise<Ready | null> => {
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

  /** Somebody else may have kept it meanwhile: then theirs is the file. */
  const moved = ({ before }: Ready, row: LetterFileRow): boolean =>
    row.nth !== before?.nth || row.storedAs !== before.storedAs

  const take = async (each: Ready, at: string): Promise<void> => {
    const { number, letter, print, fresh } = each
    const row = await latest(number, letter)
    if (fresh === null || print.sha256 === undefined || (row !== undefined && moved(each, row))) return
    const mine = and(eq(letterFiles.caseNumber, number), eq(letterFiles.letter, letter))
    if (row?.sha256 === print.sha256) {
      await store.write
        .update(letterFiles)
        .set({ storedAs: fresh.id })
        .where(and(mine, eq(letterFiles.nth, row.nth)))
      return
    }
    if (row !== undefined) await store.write.update(letterFiles).set({ storedAs: null }).where(mine)
    await store.write.insert(letterFiles).values({
      caseNumber: number,
      letter,
      nth: (row?.nth ?? 0) + 1,
      sha256: print.sha256,
      bytes: fresh.size,
      pages: JSON.stringify(print.pages),
      storedAs: fresh.id,
      at,
    })
  }

  const settle = async ({ number, letter, fresh, before }: Ready): Promise<void> => {
    if (fresh === null || vault === null) return
    const row = await committed(number, letter)
    if (row?.storedAs !== fresh.id) return vault.drop(fresh.id)
    await vault.keep(fresh.id)
    if (before?.storedAs) await vault.drop(before.storedAs)
  }

  /** For packing: no file is made. */
  const wouldBe = async (number: string, letter: string): Promise<Print | null> => {
    const kept = await files.find(number, letter)
    if (kept?.bytes) return printOfRow(kept.row)
    const made = await set(number, letter)
    return made && { pages: made.pages, sha256: made.sha256 }
  }

  return {
    files,
    wouldBe,

    work: async (number: string, verb: Verb, body: Record<string, unknown>): Promise<PrintWork | null> => {
      if (verb === 'packEnvelope') {
        const found = new Map<string, Print>()
        for (const letter of new Set(body.letters as string[])) {
          const print = await wouldBe(number, letter)
          if (print !== null) found.set(letter, print)
        }
        return { standing: async () => found, take: async () => {}, settle: async () => {} }
      }
      if (verb !== 'printLetter') return null
      const one = await ready(number, String(body.letter))
      return (
        one && {
          standing: async () => {
            const row = await latest(number, one.letter)
            return new Map([[one.letter, row !== undefined && moved(one, row) ? printOfRow(row) : one.print]])
          },
          take: at => take(one, at),
          settle: () => settle(one),
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
          if (row !== undefined && row.sheets !== null) await take(one, now())
        })
      } finally {
        await settle(one)
      }
      return true
    },

    /** The kept file; before the first print what it would be. Null where there is no such letter; throws LetterFileLost. */
    pdf: async (number: string, letter: string, { left }: { left: boolean }): Promise<Buffer | null> => {
      const kept = await files.find(number, letter)
      if (kept?.bytes) return kept.bytes
      const made = await set(number, letter)
      if (made !== null && left && kept !== null && kept.row.sha256 !== made.sha256)
        throw new LetterFileLost(`${number} ${letter}: the kept file is lost, and its layout has changed since`)
      return made?.bytes ?? null
    },

    /** For a batch, which draws letters with common fonts: the kept file where drawing would now give other pages. */
    keptOtherwise: async (
      number: string,
      letter: string,
    ): Promise<{ pdf: Buffer; pages: readonly number[] } | 'lost' | null> => {
      const row = await files.latest(number, letter)
      if (row === undefined || drawnHere.has(row.sha256)) return null
      if ((await set(number, letter))?.sha256 === row.sha256) return null
      const pdf = await files.bytesOf(row)
      return pdf === null ? 'lost' : { pdf, pages: printOfRow(row).pages }
    },
  }
}
export type Prints = ReturnType<typeof printsOf>
