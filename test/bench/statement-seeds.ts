import { camt, entry } from '../banks/camt-writer.ts'
import { cp932, utf8 } from '../banks/cp932.ts'
import { samples } from '../banks/csv-samples.ts'
import { file01, file03, framed, framings } from '../banks/zengin-writer.ts'

export interface Seed {
  name: string
  bytes: Uint8Array
  /** The file states its own totals: a change of money cannot stay unseen. */
  proves: boolean
}

const movements = [
  { in: 3300, payer: 'ﾔﾏﾀﾞ ﾀﾛｳ', on: '081102' },
  { in: 3300, payer: 'ﾔﾏﾀﾞ ﾀﾛｳ', on: '081102', kind: 11 },
  { out: 440, on: '081105', kind: 14 },
]

const notices = [
  { amount: 300, payer: 'ﾔﾏﾀﾞ' },
  { amount: 300, payer: 'ﾔﾏﾀﾞ', cancelled: true },
]

/** Small whole files of every format and framing. */
export const seeds: readonly Seed[] = [
  ...framings.map(framing => ({
    name: `zengin-03 ${framing}`,
    bytes: framed(file03({ opening: 1000, movements }), framing),
    proves: true,
  })),
  ...(['A', 'B'] as const).map(format => ({
    name: `zengin-01 ${format}`,
    bytes: framed(file01(format, notices), 'crlf'),
    proves: true,
  })),
  ...samples.flatMap(({ format, text }) => [
    { name: format, bytes: cp932(text), proves: format === 'zengin-03-csv' || format === 'mufg-bizstation-all' },
    { name: `${format} utf-8`, bytes: utf8(text), proves: false },
  ]),
  { name: 'camt.054', bytes: utf8(camt([entry(), entry({ way: 'DBIT' })])), proves: false },
]
