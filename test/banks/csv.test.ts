import { describe, expect, it, test } from 'vitest'
import { columnMapping } from '../../src/banks/column-mapping.ts'
import { knownLayouts } from '../../src/banks/csv-layouts.ts'
import { readStatement } from '../../src/banks/read-statement.ts'
import { day } from '../../src/domain/day.ts'
import { cp932, utf8 } from './cp932.ts'
import { samples } from './csv-samples.ts'

const how = { importedOn: day('2026-11-21') }
const read = (text: string, terms: object = {}) => readStatement(cp932(text), { ...how, ...terms })
const SBI = '"日付","内容","出金金額(円)","入金金額(円)","残高(円)","メモ"\n'
const ANSER =
  '照会口座,番号,勘定日,（起算日）,出金（円）,入金（円）,小切手区分,残高（円）,取引区分,明細区分,金融機関名,支店名,摘要\n'

describe('downloads of the banks', () => {
  const encodings = [
    ['CP932', (text: string) => cp932(text.replaceAll('\n', '\r\n'))],
    ['UTF-8', utf8],
    ['UTF-8 with a mark', (text: string) => utf8(`\uFEFF${text.replaceAll('\n', '\r\n')}`)],
  ] as const
  const cases = samples.flatMap(sample =>
    encodings.map(([name, encode]) => [sample.format, name, sample, encode] as const),
  )

  test.each(cases)('%s in %s', (_format, _encoding, sample, encode) => {
    const statement = readStatement(encode(sample.text), how)
    expect(statement.issues).toEqual([])
    expect(statement.format).toBe(sample.format)
    expect(statement.accounts).toHaveLength(1)
    const [account] = statement.accounts
    expect(account?.lines).toMatchObject(sample.lines)
    expect(account?.order).toBe(sample.order)
    expect(account?.account.number).toBe(sample.number)
  })

  it('knows a sample for every layout', () => {
    const known = new Set(knownLayouts.map(layout => layout.format))
    expect([...known].filter(format => !samples.some(sample => sample.format === format))).toEqual([])
  })

  it('has a valid mapping for every layout', () => {
    for (const { mapping } of knownLayouts) expect(columnMapping.parse(mapping)).toEqual(mapping)
  })
})

describe('cells', () => {
  test.each([
    ['"3,300"', 3300],
    ['¥3300', 3300],
    ['"\\712,869"', 712_869],
    ['３３００', 3300],
    ['3300円', 3300],
    ['+3300', 3300],
    ['3300.00', 3300],
  ])('reads the amount %s', (cell, yen) => {
    expect(read(`${SBI}2026/11/02,振込,,${cell},,\n`).accounts[0]?.lines[0]?.in).toBe(yen)
  })

  test.each([
    ['12.50', 'foreign_currency'],
    ['USD 12', 'foreign_currency'],
    ['3E+03', 'amount_unreadable'],
    ['三千', 'amount_unreadable'],
    ['"33,00"', 'amount_unreadable'],
  ])('refuses the amount %s with its place, and keeps the next line', (cell, code) => {
    const statement = read(`${SBI}2026/11/02,振込,,${cell},,\n2026/11/03,振込,,300,,\n`)
    expect(statement.issues).toMatchObject([{ code, level: 'lost', record: 2, position: cp932(SBI).length }])
    expect(statement.accounts[0]?.lines).toMatchObject([{ in: 300, record: 3 }])
  })

  test.each([
    ['2026/11/2', '2026-11-02'],
    ['2026-11-02', '2026-11-02'],
    ['2026.11.2', '2026-11-02'],
    ['20261102', '2026-11-02'],
    ['2026年11月2日', '2026-11-02'],
    ['令和8年11月2日', '2026-11-02'],
    ['R8.11.2', '2026-11-02'],
    ['081102', '2026-11-02'],
    ['81102', '2026-11-02'],
    ['261102', '2026-11-02'],
    ['11/2', '2026-11-02'],
    ['11月2日', '2026-11-02'],
    ['12/28', '2025-12-28'],
    ['2026/11/02 09:15:00', '2026-11-02'],
  ])('reads the day %s', (cell, date) => {
    const statement = read(`${SBI}${cell},振込,,300,,\n`)
    expect(statement.issues).toEqual([])
    expect(statement.accounts[0]?.lines[0]?.date).toBe(date)
  })

  test.each(['2026/2/30', '', '2/30', '昨日', '99'])('tells that %j is no day', cell => {
    expect(read(`${SBI}${cell},振込,,300,,\n`).issues).toMatchObject([{ code: 'date_unreadable', record: 2 }])
  })

  it('points at a day far from the import', () => {
    expect(read(`${SBI}2062/11/02,振込,,300,,\n`).issues).toMatchObject([{ code: 'date_out_of_range' }])
  })

  it('decodes what CP932 adds to Shift_JIS', () => {
    expect(read(`${SBI}2026/11/02,振込　①㈱髙﨑,,300,,\n`).accounts[0]?.lines[0]?.payer).toBe('①㈱髙﨑')
  })

  it('tells the byte that stands for nothing, and never writes a question mark', () => {
    const head = cp932(`${SBI}2026/11/02,振込　ヤマ`)
    const bytes = Uint8Array.from([...head, 0xfd, ...cp932(',,300,,\n')])
    const statement = readStatement(bytes, how)
    expect(statement.issues).toMatchObject([{ code: 'unknown_bytes', record: 2, position: head.length }])
    expect(statement.issues[0]?.message).toContain('0xFD')
    expect(statement.accounts[0]?.lines[0]?.payer).toBe('ヤマ\uFFFD')
  })

  it('finds a damaged byte in UTF-8 without losing the rest', () => {
    const head = utf8(`${SBI}2026/11/02,振込　ヤマ`)
    const statement = readStatement(Uint8Array.from([...head, 0xff, ...utf8(',,300,,\n')]), how)
    expect(statement.issues).toMatchObject([{ code: 'unknown_bytes', record: 2, position: head.length }])
  })
})

describe('rows', () => {
  it('keeps quoted commas, doubled quotes and line breaks inside quotes', () => {
    const statement = read(`${SBI}"2026/11/02","振込　A,B ""C""\nD",,"300",,\n2026/11/03,x,,1,,\n`)
    expect(statement.issues).toEqual([])
    expect(statement.accounts[0]?.lines).toMatchObject([
      { payer: 'A,B "C"\nD', record: 2 },
      { in: 1, record: 4 },
    ])
  })

  it('does not let a stray quote swallow the lines after it', () => {
    const statement = read(`${SBI}2026/11/02,"振込,,300,,\n2026/11/03,振込,,400,,\n`)
    expect(statement.issues.map(issue => issue.code)).toEqual(['quote_unclosed', 'columns_differ'])
    expect(statement.accounts[0]?.lines).toMatchObject([{ in: 400 }])
  })

  it('refuses a row whose columns were moved by a comma', () => {
    expect(read(`${SBI}2026/11/02,振込,300,,"1",,メモ\n`).issues).toMatchObject([
      { code: 'columns_differ', level: 'lost' },
    ])
  })

  it('takes two equal payments of one day as two', () => {
    const row = '2026/11/02,振込　ヤマダ　タロウ,,300,,\n'
    expect(read(SBI + row + row).accounts[0]?.lines).toHaveLength(2)
  })

  it('tells a gap in the running balance with its amount, newest or oldest first', () => {
    const rows = [
      '2026/11/02,a,,300,1300,\n',
      '2026/11/03,b,,300,1600,\n',
      '2026/11/05,d,,300,2900,\n',
      '2026/11/06,e,,300,3200,\n',
    ]
    for (const [text, record] of [
      [rows.join(''), 4],
      [rows.toReversed().join(''), 3],
    ] as const)
      expect(read(SBI + text).issues).toMatchObject([{ code: 'balance_gap', amount: 1000, record }])
  })

  it('links a cancelled row and skips a missing number', () => {
    const row = (number: string, cells: string) => `本店 1,${number},2026年11月2日,,${cells}\n`
    const statement = read(
      ANSER +
        row('1', ',300,,1300,振込入金,,,,ﾔﾏﾀﾞ') +
        row('2', ',-300,,1000,振込入金,取消,,,ﾔﾏﾀﾞ') +
        row('3', ',,,,,欠番,,,'),
    )
    expect(statement.accounts[0]?.lines).toMatchObject([
      { in: 300, cancelledBy: 3 },
      { out: 300, kind: '取消', cancels: { why: 'cancelled', record: 2 } },
    ])
    expect(statement.issues).toMatchObject([{ code: 'number_skipped', record: 4 }])
  })

  it('separates accounts that are mixed in one file, and says so', () => {
    const row = (account: string) => `${account},1,2026年11月2日,,,300,,,振込入金,,,,ﾔﾏﾀﾞ\n`
    const statement = read(ANSER + row('本店 1') + row('本店 2') + row('本店 1'))
    expect(statement.accounts.map(account => account.lines.length)).toEqual([2, 1])
    expect(statement.issues).toMatchObject([{ code: 'mixed_accounts', record: 3 }])
  })

  it('checks the number of rows that the preamble states', () => {
    const yucho = samples.find(sample => sample.format === 'yucho-direct')?.text ?? ''
    expect(read(yucho.replace('明細件数：2', '明細件数：3')).issues).toMatchObject([{ code: 'trailer_count' }])
  })
})

describe('an unknown layout', () => {
  const text = '取扱店\n日,だれ,いくら,むき\n11/2,ﾔﾏﾀﾞ,"3,300",入\n11/3,ﾔﾏﾀﾞ,440,出\n'
  const layout = columnMapping.parse({
    heading: ['日', 'だれ', 'いくら', 'むき'],
    date: 0,
    payer: 1,
    amount: 2,
    direction: { column: 3, in: ['入'], out: ['出'] },
  })

  it('gives its first rows to the person who says what each column is', () => {
    const statement = read(text)
    expect(statement).toMatchObject({ format: 'unknown', accounts: [], issues: [{ code: 'layout_unknown' }] })
    expect(statement.table?.rows[2]).toEqual(['11/2', 'ﾔﾏﾀﾞ', '3,300', '入'])
  })

  it('is read with the mapping a person saved', () => {
    const statement = read(text, { layout })
    expect(statement).toMatchObject({ format: 'mapped', issues: [] })
    expect(statement.accounts[0]?.lines).toMatchObject([{ in: 3300, payer: 'ﾔﾏﾀﾞ' }, { out: 440 }])
  })

  it('is asked about again when its heading changed', () => {
    expect(read(text.replace('だれ', '誰'), { layout }).issues).toMatchObject([{ code: 'layout_changed' }])
  })

  it('may have tabs and no heading', () => {
    const mapping = columnMapping.parse({ heading: [], skip: 1, delimiter: '\t', date: 0, in: 1 })
    expect(read('x\n11/2\t300\n', { layout: mapping }).accounts[0]?.lines).toMatchObject([{ in: 300 }])
  })

  it('needs a column of amounts', () => {
    expect(columnMapping.safeParse({ heading: [], date: 0 }).success).toBe(false)
  })
})
