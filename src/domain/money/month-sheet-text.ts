import { lastOf, type Month } from './closing.ts'
import type { LedgerEntry } from './ledger-entry.ts'

/**
 * Every entry up to the end of the month, one line each, in one order: what a signature stands for. Its sha256 is kept with the closing;
 * an entry removed, added or changed gives another text. Closing a month closes the ones before it, so nothing joins it later.
 */
export const ledgerText = (all: readonly LedgerEntry[], month: Month): string => {
  const to = lastOf(month)
  return all
    .filter(entry => entry.on <= to)
    .toSorted((a, b) => a.seq - b.seq)
    .map(entry => `${JSON.stringify(sorted(entry))}\n`)
    .join('')
}

/** The same facts in the same order of names, wherever the object came from. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, sorted(part)]),
  )
}
