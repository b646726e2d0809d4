import type { z } from 'zod'

/** Integer yen, not negative. Lines have twelve digits (全銀 03) and sums of them more; a person types at most ten. */
export type Yen = number & z.core.$brand<'Yen'>

const MOST_TYPED = 9_999_999_999

const isYen = (n: number): n is Yen => Number.isSafeInteger(n) && n >= 0

/** For amounts the program computed; throws RangeError on fractions, negatives and overflow. */
export function yen(n: number): Yen {
  if (!isYen(n)) throw new RangeError(`not an amount in yen: ${n}`)
  return n
}

/** Reads 3,300 ３，３００円 ¥3,300 ￥3300. Null for negatives, fractions, wrong grouping and more than ten digits. */
export function parseYen(text: string): Yen | null {
  // A Japanese keyboard's ¥ key may send a backslash.
  const found = /^[¥\\]?\s*(\d{1,3}(?:,\d{3})+|\d+)\s*円?$/.exec(text.normalize('NFKC').trim())
  const n = Number(found?.[1]?.replaceAll(',', '') ?? Number.NaN)
  return isYen(n) && n <= MOST_TYPED ? n : null
}

/** 3,300円 */
export function formatYen(y: Yen): string {
  return `${String(y).replace(/\B(?=(\d{3})+$)/g, ',')}円`
}
