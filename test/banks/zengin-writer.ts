/**
 * An independent writer of 全銀 records, from the standard's tables in words (positions, not widths), for tests only.
 * Positions count from 1, as on paper.
 */
const kana = '｡｢｣､･ｦｧｨｩｪｫｬｭｮｯｰｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝﾞﾟ'

export const toJis = (text: string): number[] =>
  [...text].map(character => {
    if (character === '¥') return 0x5c
    const at = kana.indexOf(character)
    return at < 0 ? character.charCodeAt(0) : 0xa1 + at
  })

export type Place = readonly [from: number, to: number, value: string | number]

/** 200 bytes of blanks with values put in place: numbers right-aligned with zeros, text left-aligned. */
export const paper = (...places: readonly Place[]): number[] => {
  const record: number[] = Array(200).fill(0x20)
  for (const [from, to, value] of places) {
    const width = to - from + 1
    const text = typeof value === 'number' ? String(value).padStart(width, '0') : value
    record.splice(
      from - 1,
      width,
      ...toJis(text).slice(0, width),
      ...Array(Math.max(0, width - text.length)).fill(0x20),
    )
  }
  return record
}

export interface Movement {
  on?: string
  value?: string
  in?: number
  out?: number
  payer?: string
  kind?: number
  code?: string
  inquiry?: number
  edi?: string
  note?: string
  bank?: string
  branch?: string
  uncleared?: number
}

export interface Book03 {
  from?: string
  to?: string
  opening?: number
  deposit?: number
  number?: number
  movements: readonly Movement[]
}

const sum = (movements: readonly Movement[], side: 'in' | 'out') =>
  movements.reduce((n, each) => n + (each[side] ?? 0), 0)
const count = (movements: readonly Movement[], side: 'in' | 'out') =>
  movements.filter(each => each[side] !== undefined).length

export const header03 = (book: Book03): number[] =>
  paper(
    [1, 1, '1'],
    [2, 3, '03'],
    [4, 4, '0'],
    [5, 10, book.to ?? '081130'],
    [11, 16, book.from ?? '081101'],
    [17, 22, book.to ?? '081130'],
    [23, 26, 1],
    [27, 41, 'ﾐｽﾞﾎ'],
    [42, 44, 210],
    [45, 59, 'ﾄﾗﾉﾓﾝ'],
    [60, 62, '000'],
    [63, 63, book.deposit ?? 1],
    [64, 73, book.number ?? 1234567],
    [74, 113, 'ｶ)ｶｲｼﾞﾃﾞｽｸ'],
    ...(book.opening === undefined
      ? ([[116, 129, 0]] as const)
      : ([
          [114, 114, book.opening < 0 ? 2 : 1],
          [116, 129, Math.abs(book.opening)],
        ] as const)),
  )

export const data03 = (m: Movement): number[] =>
  paper(
    [1, 1, '2'],
    [2, 9, m.inquiry ?? 0],
    [10, 15, m.on ?? '081110'],
    [16, 21, m.value ?? m.on ?? '081110'],
    [22, 22, m.out === undefined ? '1' : '2'],
    [23, 24, m.kind ?? 11],
    [25, 36, m.in ?? m.out ?? 0],
    [37, 48, m.uncleared ?? 0],
    [72, 81, m.code ?? ''],
    [82, 129, m.payer ?? ''],
    [130, 144, m.bank ?? ''],
    [145, 159, m.branch ?? ''],
    [160, 179, m.note ?? ''],
    [180, 199, m.edi ?? ''],
  )

export const trailer03 = ({ movements, opening }: Book03): number[] => {
  const closing = opening === undefined ? 0 : opening + sum(movements, 'in') - sum(movements, 'out')
  return paper(
    [1, 1, '8'],
    [2, 7, count(movements, 'in')],
    [8, 20, sum(movements, 'in')],
    [21, 26, count(movements, 'out')],
    [27, 39, sum(movements, 'out')],
    [40, 40, opening === undefined ? '' : closing < 0 ? '2' : '1'],
    [41, 54, Math.abs(closing)],
    [55, 61, movements.length],
  )
}

export const end = (records: number, accounts: number): number[] =>
  paper([1, 1, '9'], [2, 11, records], [12, 16, accounts])

export const file03 = (...books: readonly Book03[]): number[][] => {
  const body = books.flatMap(book => [header03(book), ...book.movements.map(data03), trailer03(book)])
  return [...body, end(body.length + 1, books.length)]
}

export interface Notice {
  on?: string
  amount: number
  payer?: string
  cancelled?: boolean
  code?: string
  edi?: string
}

export const file01 = (format: 'A' | 'B', notices: readonly Notice[]): number[][] => {
  const [paid, gone] = [notices.filter(n => !n.cancelled), notices.filter(n => n.cancelled)]
  const total = (some: readonly Notice[]) => some.reduce((n, each) => n + each.amount, 0)
  return [
    paper(
      [1, 1, '1'],
      [2, 3, '01'],
      [4, 4, '0'],
      [5, 10, '081110'],
      [11, 16, '081101'],
      [17, 22, '081130'],
      [23, 26, 36],
      [27, 41, 'ﾗｸﾃﾝ'],
      [42, 44, 201],
      [45, 59, 'ﾀﾞｲｲﾁ'],
      [60, 60, 1],
      [61, 67, 7654321],
      [68, 107, 'ｶ)ｶｲｼﾞﾃﾞｽｸ'],
    ),
    ...notices.map(n => {
      const large = format === 'B' && n.amount > 9_999_999_999
      return paper(
        [1, 1, '2'],
        [2, 7, 0],
        [8, 13, n.on ?? '081110'],
        [14, 19, n.on ?? '081110'],
        [20, 29, large ? 0 : n.amount],
        [30, 39, 0],
        [40, 49, n.code ?? ''],
        [50, 97, n.payer ?? ''],
        [98, 112, 'ﾐｽﾞﾎ'],
        [113, 127, 'ﾎﾝﾃﾝ'],
        [128, 128, n.cancelled ? '1' : '0'],
        ...(format === 'A'
          ? ([[129, 148, n.edi ?? '']] as const)
          : ([
              [129, 140, large ? n.amount : 0],
              [141, 152, 0],
              [153, 172, n.edi ?? ''],
            ] as const)),
      )
    }),
    paper([1, 1, '8'], [2, 7, paid.length], [8, 19, total(paid)], [20, 25, gone.length], [26, 37, total(gone)]),
    paper([1, 1, '9']),
  ]
}

export type Framing = 'unbroken' | 'crlf' | 'lf' | 'stripped' | 'no_last_break' | 'eof_mark' | 'utf8'

const stripped = (record: readonly number[]): number[] =>
  record.slice(0, record.findLastIndex(byte => byte !== 0x20) + 1)

export const framed = (records: readonly (readonly number[])[], framing: Framing): Uint8Array => {
  const joined = (glue: number[], each = (record: readonly number[]) => [...record]): number[] =>
    records.flatMap(record => [...each(record), ...glue])
  if (framing === 'unbroken') return Uint8Array.from(records.flat())
  if (framing === 'lf') return Uint8Array.from(joined([10]))
  if (framing === 'stripped') return Uint8Array.from(joined([10], stripped).slice(0, -1))
  if (framing === 'no_last_break') return Uint8Array.from(joined([13, 10]).slice(0, -2))
  if (framing === 'eof_mark') return Uint8Array.from([...joined([13, 10]), 0x1a])
  if (framing === 'crlf') return Uint8Array.from(joined([13, 10]))
  const text = joined([13, 10]).map(byte =>
    byte >= 0xa1 && byte <= 0xdf ? kana[byte - 0xa1] : String.fromCharCode(byte),
  )
  return new TextEncoder().encode(text.join(''))
}

export const framings: readonly Framing[] = ['unbroken', 'crlf', 'lf', 'stripped', 'no_last_break', 'eof_mark', 'utf8']
