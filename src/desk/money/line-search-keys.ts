import { searchKey } from '../../domain/names.ts'
import type { LineRow } from './line-book.ts'

type Texts = Pick<LineRow, 'id' | 'payer' | 'payerRead' | 'payerCode' | 'edi' | 'description'>

/** Hyphens in numbers are written or not. */
export const keyOf = (text: string): string => searchKey(text).replaceAll('-', '')

const MOST_REMEMBERED = 200_000

/**
 * What the search compares of a line. What the bank wrote never changes, and to fold it costs more than all the rest of a
 * search: so it is done once a line, not once a search.
 */
export const lineSearchKeys = () => {
  const known = new Map<string, string>()
  return (row: Texts): string => {
    const found = known.get(row.id)
    if (found !== undefined) return found
    if (known.size >= MOST_REMEMBERED) known.clear()
    const { id, payer, payerRead, payerCode, edi, description } = row
    const key = keyOf([payer, payerRead, payerCode ?? '', edi ?? '', description ?? '', id].join('|'))
    known.set(id, key)
    return key
  }
}
export type LineSearchKeys = ReturnType<typeof lineSearchKeys>
