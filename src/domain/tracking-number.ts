/** お問い合わせ番号. Japan Post uses numbers again after a time: never a key, pair it with the date of acceptance. */
export interface TrackingNumber {
  /** Digits only. */
  readonly number: string
  /** Check digit right. Warn if not; labels may be unusual, so never block. */
  readonly valid: boolean
  readonly digits: 11 | 12
  /** The check digit it should end in; only where it does not. */
  readonly expected?: number
  /** From the first of 11 digits; private analyses of 2007–09, a hint only. */
  readonly kindHint?: KindHint
}

type KindHint = '一般書留' | '現金書留' | '簡易書留' | '特定記録' | '代金引換'

const KINDS: Readonly<Record<string, KindHint>> = {
  1: '一般書留',
  2: '現金書留',
  3: '簡易書留',
  4: '簡易書留',
  5: '特定記録',
  6: '特定記録',
  7: '代金引換',
  8: '代金引換',
}

/** 書留・特定記録 have 11 digits, レターパック and ゆうパック 12; the last is the rest of those before it by 7. */
export function readTrackingNumber(text: string): TrackingNumber | null {
  const bare = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐‑‒–—―−ー]/g, '')
  // NW-7 (Codabar) readers may send the start and stop letters.
  const number = /^[A-D]?(\d{11,12})[A-D]?$/.exec(bare)?.[1]
  if (number === undefined) return null
  const digits = number.length === 11 ? 11 : 12
  const expected = Number(number.slice(0, -1)) % 7
  const valid = expected === Number(number.slice(-1))
  const kindHint = digits === 11 ? KINDS[number.slice(0, 1)] : undefined
  return { number, valid, digits, ...(valid ? {} : { expected }), ...(kindHint === undefined ? {} : { kindHint }) }
}

/** NNN-NN-NNNNN-C or NNNN-NNNN-NNNN; a string of any other length comes back as it is. */
export function formatTrackingNumber(number: string): string {
  if (/^\d{11}$/.test(number)) return number.replace(/^(...)(..)(.{5})(.)$/, '$1-$2-$3-$4')
  if (/^\d{12}$/.test(number)) return number.replace(/^(....)(....)(....)$/, '$1-$2-$3')
  return number
}
