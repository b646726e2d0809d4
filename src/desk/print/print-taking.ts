import { and, eq } from 'drizzle-orm'
import type { Print } from '../../domain/letter.ts'
import type { Store } from '../open-store.ts'
import type { Vault } from '../vault.ts'
import { type LetterFileRow, latestRow, printOfRow } from './letter-files.ts'
import { letterFiles } from './tables-print.ts'

/** A letter on its way to the printer. `fresh`: its new file, which lies in the vault out of sight until the transaction says that it counts. */
export interface ReadyPrint {
  readonly number: string
  readonly letter: string
  readonly print: Print
  readonly before: LetterFileRow | undefined
  readonly fresh: { readonly id: string; readonly size: number } | null
}

/** From a file that is ready to one that counts: first the row, in the transaction of what it belongs to, then the file itself. */
export const printTaking = (store: Store, vault: Vault | null) => {
  const [latest, committed] = [latestRow(store.write), latestRow(store.read)]

  /** Somebody else may have kept it meanwhile: then theirs is the file. */
  const moved = ({ before }: ReadyPrint, row: LetterFileRow): boolean =>
    row.nth !== before?.nth || row.storedAs !== before.storedAs

  return {
    /** Inside the transaction: what the print is, now that nobody else writes. */
    standing: async (ready: ReadyPrint): Promise<Print> => {
      const row = await latest(ready.number, ready.letter)
      return row !== undefined && moved(ready, row) ? printOfRow(row) : ready.print
    },

    /** Inside the transaction: the file counts from here on. `at`: ISO instant. */
    take: async (ready: ReadyPrint, at: string): Promise<void> => {
      const { number, letter, print, fresh } = ready
      const row = await latest(number, letter)
      if (fresh === null || print.sha256 === undefined || (row !== undefined && moved(ready, row))) return
      const mine = and(eq(letterFiles.caseNumber, number), eq(letterFiles.letter, letter))
      if (row?.sha256 === print.sha256) {
        const same = and(mine, eq(letterFiles.nth, row.nth))
        await store.write.update(letterFiles).set({ storedAs: fresh.id }).where(same)
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
    },

    /** Afterwards, whether it was committed or not. A crash before it is mended at the next start. */
    settle: async ({ number, letter, fresh, before }: ReadyPrint): Promise<void> => {
      if (fresh === null || vault === null) return
      const row = await committed(number, letter)
      if (row?.storedAs !== fresh.id) return vault.drop(fresh.id)
      await vault.keep(fresh.id)
      if (before?.storedAs) await vault.drop(before.storedAs)
    },
  }
}
