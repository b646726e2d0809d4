import { lastOf } from '../../domain/money/closing.ts'
import type { Store } from '../open-store.ts'
import { hashOf, readLedgers } from './month-closing.ts'

/** Signed months against the ledger as it stands: two people signed exactly these entries; faults in words for the shell. */
export const wrongMonths = async (store: Store): Promise<string[]> => {
  const { entries, closings } = await readLedgers(store.read)
  return [...closings.values()].flatMap(({ month, hash, prepared, signed, sheet }) => {
    if (signed === undefined) return []
    const late = entries.find(entry => entry.on <= lastOf(month) && entry.at > signed.at)
    return [
      ...(hashOf(entries, month) === hash ? [] : [`month ${month}: the ledger is not what was signed`]),
      ...(late === undefined ? [] : [`month ${month}: entry ${late.seq} was booked into it after it was signed`]),
      ...(sheet === null ? [`month ${month}: was signed without a sheet`] : []),
      ...(prepared.by === signed.by ? [`month ${month}: was prepared and signed by one person`] : []),
      ...(entries.some(entry => entry.kind === 'month_signed' && entry.body?.month === month)
        ? []
        : [`month ${month}: the ledger does not know of its signature`]),
    ]
  })
}
