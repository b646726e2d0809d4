import { describe, expect, it, test } from 'vitest'
import { readStatement } from '../../src/banks/read-statement.ts'
import { day } from '../../src/domain/day.ts'
import { cp932, utf8 } from './cp932.ts'
import { file03, framed, paper } from './zengin-writer.ts'

const how = { importedOn: day('2026-11-21') }
const read = (bytes: Uint8Array) => readStatement(bytes, how)
const codes = (bytes: Uint8Array) => read(bytes).issues.map(issue => issue.code)
const names = ['ｻﾄｳ', 'ｽｽﾞｷ', 'ﾀｶﾊｼ', 'ﾀﾅｶ', 'ｲﾄｳ']
const records = file03({ movements: names.map((payer, i) => ({ in: 300 + i, payer, on: `0811${10 + i}` })) })
const payers = (bytes: Uint8Array) => read(bytes).accounts.flatMap(account => account.lines.map(line => line.payer))

describe('files that are no statement', () => {
  const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...Array.from({ length: 500 }, (_, i) => (i * 37) % 256)])
  test.each([
    ['a photo renamed .csv', jpeg, 'picture'],
    ['a PDF', utf8('%PDF-1.7\n'), 'picture'],
    ['a ZIP or Excel file', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'archive'],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x31, 0), 'utf16'],
    ['nothing', new Uint8Array(), 'empty'],
    ['only a mark and blanks', Uint8Array.of(0xef, 0xbb, 0xbf, 0x20, 0x0d, 0x0a), 'empty'],
    ['other binary', Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919) % 32), 'not_a_statement'],
    ['200 MB', new Uint8Array(200 * 1024 * 1024), 'too_large'],
  ])('%s is refused by name', (_, bytes, code) => {
    const statement = read(bytes)
    expect(statement).toMatchObject({
      format: 'unknown',
      accounts: [],
      issues: [{ code, level: 'refused', record: 0, position: 0 }],
    })
    expect(statement.issues[0]?.message).toMatch(/[ぁ-ん]/)
  })
})

describe('a file that nobody knows', () => {
  it('shows a person a hundred columns at most, however many a line has', () => {
    const { table } = read(utf8(`${'a,'.repeat(5_000)}\r\n${'1,'.repeat(40)}\r\n`))
    expect(table?.rows.map(cells => cells.length)).toEqual([100, 41])
  })
})

describe('damaged 全銀', () => {
  test.each(['unbroken', 'crlf'] as const)('keeps the lines before the cut of a truncated file (%s)', framing => {
    const whole = framed(records, framing)
    const cut = whole.subarray(0, 4 * 202 + 90)
    expect(payers(cut).slice(0, 3)).toEqual(names.slice(0, 3))
    expect(codes(cut)).toEqual(expect.arrayContaining(['trailer_missing', 'end_missing']))
  })

  it('finds the beat again after a lost or an added byte', () => {
    const whole = framed(records, 'unbroken')
    const at = 200 * 3 + 150
    const lost = Uint8Array.from([...whole.subarray(0, at), ...whole.subarray(at + 1)])
    const added = Uint8Array.from([...whole.subarray(0, at), 0x20, ...whole.subarray(at)])
    for (const bytes of [lost, added]) {
      expect(payers(bytes)).toEqual(names)
      expect(read(bytes).issues).toMatchObject([{ code: 'misaligned', record: 5 }])
    }
  })

  it('points at a byte outside JIS X 0201 by record, column and value', () => {
    const bytes = framed(records, 'crlf')
    const at = 202 + 81 + 2
    bytes[at] = 0xfe
    const statement = read(bytes)
    expect(statement.issues).toMatchObject([{ code: 'unknown_bytes', record: 2, position: at }])
    expect(statement.issues[0]?.message).toBe('振込依頼人名（82〜129桁目）に読めないバイトがあります（0xFE）。')
    expect(payers(bytes)[0]).toBe('ｻﾄ\uFFFD')
  })

  it('does not take a stray 0xA0 for padding', () => {
    const bytes = framed(records, 'crlf')
    bytes[202 + 81 + 3] = 0xa0
    expect(codes(bytes)).toEqual(['unknown_bytes'])
  })

  it('reads kanji that do not belong there, and says so', () => {
    const bytes = framed(records, 'crlf')
    bytes.set(cp932('佐藤'), 202 + 81)
    expect(payers(bytes)[0]).toBe('佐藤')
    expect(codes(bytes)).toEqual(['double_byte'])
  })

  it('tells of an amount that is no number, and of the sums that no longer agree', () => {
    const bytes = framed(records, 'crlf')
    bytes[202 + 30] = 0x41
    expect(codes(bytes)).toEqual(['field_not_digits', 'amount_unreadable', 'trailer_count', 'trailer_sum'])
    expect(payers(bytes)).toEqual(names.slice(1))
  })

  it('shows the cell of a comma-separated file as it stands there', () => {
    const rows =
      '1,03,0,081121,081101,081130,0009,ﾐﾂｲ,001,ﾄｳｷﾖｳ,000,1,0007476760,ｶ)ｶ,,,0,\n2,1,081102,081102,1,11,三百,,,,,,,,ﾔﾏﾀﾞ,,,,,\n'
    expect(read(cp932(rows)).issues[0]?.message).toBe('取引金額が数字ではありません：「三百」。')
  })

  it('tells of a record that is none', () => {
    const odd = [...records.slice(0, 3), paper([1, 5, 'HELLO']), ...records.slice(3)]
    const statement = read(framed(odd, 'crlf'))
    expect(statement.issues).toMatchObject([
      { code: 'unknown_record', record: 4, position: 3 * 202 },
      { code: 'end_count' },
    ])
    expect(statement.accounts[0]?.lines).toHaveLength(5)
  })

  it('reads lines without a header into an account of their own', () => {
    const [head, ...rest] = records
    const twice = [...(head ? [head] : []), ...rest.slice(0, -1), ...rest]
    const statement = read(framed(twice, 'crlf'))
    expect(statement.accounts.map(account => account.lines.length)).toEqual([5, 5])
    expect(statement.issues).toMatchObject([{ code: 'header_missing' }, { code: 'end_count' }])
  })

  it('passes over what stands before the header', () => {
    const bytes = Uint8Array.from([0x0d, 0x0a, 0x20, ...framed(records, 'crlf')])
    expect(codes(bytes)).toEqual(['leading_junk'])
    expect(read(bytes).accounts[0]?.lines[0]).toMatchObject({ record: 2, position: 3 + 202 })
  })

  it('stops counting complaints, not reading', () => {
    const junk = framed(
      [...records.slice(0, 1), ...Array.from({ length: 6000 }, () => paper([1, 1, 'X'])), ...records.slice(1)],
      'crlf',
    )
    const statement = read(junk)
    expect(statement.accounts[0]?.lines).toHaveLength(5)
    expect(statement.issues).toHaveLength(5001)
    expect(statement.issues.at(-1)).toMatchObject({ code: 'more_issues' })
  })
})

it('points into the bytes of a re-saved UTF-8 file', () => {
  const bytes = framed(records, 'utf8')
  const statement = read(bytes)
  const second = statement.accounts[0]?.lines[1]
  expect(new TextDecoder().decode(bytes.subarray(second?.position)).startsWith('2')).toBe(true)
  expect(second?.record).toBe(3)
  expect(Buffer.from(bytes).indexOf('ｽｽﾞｷ')).toBe((second?.position ?? 0) + 81)
})
