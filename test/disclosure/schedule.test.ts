import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type DataOf, dataFiles } from '../../src/disclosure/data-files.ts'
import { scheduleCsv, scheduleJson } from '../../src/disclosure/schedule-files.ts'
import { readSchedule, textOfFile } from '../../src/disclosure/schedule-text.ts'
import type { PlainDate } from '../../src/domain/day.ts'
import type { ScheduleRow } from '../../src/domain/schedule.ts'

const row = (system: string, item: string, value = '', withheld = '', facts = '') => ({
  system,
  item,
  value,
  withheld,
  facts,
})
// 髙橋,㈱ in CP932: FB FC is 髙, 87 8A is ㈱
const cp932 = Buffer.from([
  0x8d, 0x80, 0x96, 0xda, 0x2c, 0x93, 0xe0, 0x97, 0x65, 0x0d, 0x0a, 0x8e, 0x81, 0x96, 0xbc, 0x2c, 0xfb, 0xfc, 0x8b,
  0xb4, 0x87, 0x8a,
])

describe('a pasted table', () => {
  test.each([
    [
      'tabs',
      '会員管理\t氏名\t山田花子\n課金\t金額\t3,300円',
      [row('会員管理', '氏名', '山田花子'), row('課金', '金額', '3,300円')],
    ],
    [
      'commas and quotes',
      '会員管理,住所,"熊本市\n春日1, ""A棟"""\r\n',
      [row('会員管理', '住所', '熊本市\n春日1, "A棟"')],
    ],
    ['two columns', '氏名\t山田花子', [row('', '氏名', '山田花子')]],
    ['empty lines', '\n会員管理\t氏名\t山田\n\t\t\n', [row('会員管理', '氏名', '山田')]],
    ['a head in another order', '項目,値,システム\n氏名,山田,会員管理', [row('会員管理', '氏名', '山田')]],
    [
      'a head of its own for the file sent back',
      'システム,項目,内容,開示しない根拠\n与信,点数,61,33条2項2号',
      [row('与信', '点数', '61', '33-2-2')],
    ],
    ['quotes inside a cell', '会員管理\t身長\t5\'11"\t\t', [row('会員管理', '身長', '5\'11"')]],
    [
      'commas, with a tab inside one cell',
      'システム,項目,内容\n会員管理,氏名,山田花子\n会員管理,備考,左\t右\n',
      [row('会員管理', '氏名', '山田花子'), row('会員管理', '備考', '左\t右')],
    ],
    [
      'commas without a head, with a quoted tab',
      '会員管理,氏名,山田花子\r\n会員管理,備考,"左\t右"\r\n',
      [row('会員管理', '氏名', '山田花子'), row('会員管理', '備考', '左\t右')],
    ],
    [
      'tabs, with commas and semicolons inside cells',
      '会員管理\t住所\t春日1,2,3\n会員管理\t備考\t"a;b"\n会員管理\t氏名\t山田',
      [row('会員管理', '住所', '春日1,2,3'), row('会員管理', '備考', 'a;b'), row('会員管理', '氏名', '山田')],
    ],
    [
      'semicolons, with quoted semicolons and commas',
      '項目;内容\n氏名;山田,花子\n備考;"a;b"',
      [row('', '氏名', '山田,花子'), row('', '備考', 'a;b')],
    ],
    [
      'a head and one row, a tab in every value',
      'システム,項目,内容\n会員管理,備考,左\t右',
      [row('会員管理', '備考', '左\t右')],
    ],
    ['one row with a comma in its last cell', '会員管理\t氏名\t山田,花子', [row('会員管理', '氏名', '山田,花子')]],
    [
      'rows that leave their last columns off',
      '会員管理,氏名,山田\n与信,点数,61,2号,推知\n会員管理,電話,1\t2',
      [row('会員管理', '氏名', '山田'), row('与信', '点数', '61', '33-2-2', '推知'), row('会員管理', '電話', '1\t2')],
    ],
    ['a byte order mark', '\uFEFF会員管理,氏名,山田', [row('会員管理', '氏名', '山田')]],
  ])('is read: %s', (_what, text, rows) => {
    expect(readSchedule(text)).toEqual(rows)
  })

  test.each([
    ['33-2-1', '33-2-1'],
    ['第33条第2項第2号', '33-2-2'],
    ['法３３条２項３号', '33-2-3'],
    ['2号', '33-2-2'],
    ['33条4項', '33-4'],
    ['開示', ''],
    ['企業秘密', '企業秘密'],
  ])('knows the ground in %s', (typed, code) => {
    expect(readSchedule(`与信\t点数\t61\t${typed}`)?.[0]?.withheld).toBe(code)
  })

  test.each(['', '\n\n', 'ただの文', 'a\tb\tc\td\te\tf'])('is not read where the columns cannot be told: %j', text => {
    expect(readSchedule(text)).toBeNull()
  })

  test('may have five thousand rows', () => {
    const text = Array.from({ length: 5_000 }, (_, n) => `会員管理\t項目${n}\t値${n}`).join('\n')
    expect(readSchedule(text)).toHaveLength(5_000)
  })
})

describe('a CSV file', () => {
  test('in CP932 keeps 髙 and ㈱', () => {
    expect(readSchedule(textOfFile(cp932) ?? '')).toEqual([row('', '氏名', '髙橋㈱')])
  })

  test('in CP932 with a tab in a cell is read by its commas', () => {
    const tabbed = Buffer.concat([cp932, Buffer.from('\r\nTEL,1\t2\r\n')])
    expect(readSchedule(textOfFile(tabbed) ?? '')).toEqual([row('', '氏名', '髙橋㈱'), row('', 'TEL', '1\t2')])
  })

  test.each([
    ['UTF-8', Buffer.from('会員,氏名,𠮷田')],
    ['UTF-8 with a mark', Buffer.from('\uFEFF会員,氏名,𠮷田')],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('会員,氏名,𠮷田', 'utf16le')])],
  ])('in %s keeps 𠮷', (_what, bytes) => {
    expect(readSchedule(textOfFile(bytes) ?? '')).toEqual([row('会員', '氏名', '𠮷田')])
  })

  test.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])],
    ['a spreadsheet', Buffer.from([0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 8, 0])],
  ])('is not %s', (_what, bytes) => {
    expect(textOfFile(bytes)).toBeNull()
  })
})

const dataOf = (rows: DataOf['rows'], more: Partial<DataOf> = {}): DataOf => ({
  number: '26000010',
  answer: { kind: '開示', outcome: '一部を開示', text: '別紙のとおり' },
  rows,
  made: {
    file: 'f9',
    sha256: 'a'.repeat(64),
    pages: 6,
    attached: 2,
    masked: 1,
    on: '2026-11-21' as PlainDate,
    edition: 3,
  },
  parts: [
    { file: 'unused', pages: [] },
    { file: 'f1', pages: [{ page: 4, boxes: [{ x: 1, y: 1, w: 9, h: 9 }], picture: false }] },
    { file: 'f2', pages: [{ page: 1, boxes: [], picture: false }] },
  ],
  ...more,
})

describe('the data for the person', () => {
  test('is always told what is in the package, and its rows apart only where there are any', () => {
    const [only, ...more] = dataFiles(dataOf([]))
    expect([only?.name, more]).toEqual(['disclosure-26000010.json', []])
    expect(JSON.parse(Buffer.from(only?.bytes ?? []).toString())).toEqual({
      受付番号: '26000010',
      作成日: '2026-11-21',
      回答: { 請求: '開示', 結果: '一部を開示', 内容: '別紙のとおり' },
      開示資料: { 版: 3, ページ数: 6, 回答書と別紙のページ数: 4, 'SHA-256': 'a'.repeat(64) },
      資料: [
        { ページ: 5, 番号: '1/2', 資料: 1, 元のページ: 4, 黒塗り: true },
        { ページ: 6, 番号: '2/2', 資料: 2, 元のページ: 1, 黒塗り: false },
      ],
      項目: [],
      ファイル: [],
    })
  })

  test('tells the hash of the table beside it', () => {
    const [csv, json] = dataFiles(dataOf(rows))
    expect([csv?.name, json?.name]).toEqual(['disclosure-26000010.csv', 'disclosure-26000010.json'])
    const [told] = JSON.parse(Buffer.from(json?.bytes ?? []).toString()).ファイル
    const hash = createHash('sha256')
      .update(csv?.bytes ?? '')
      .digest('hex')
    expect(told).toMatchObject({ 名前: csv?.name, バイト数: csv?.bytes.length, 'SHA-256': hash })
  })

  const rows: ScheduleRow[] = [
    { system: '会員管理', item: '氏名', value: '山田"花子"' },
    { system: '会員管理', item: '備考', value: '=HYPERLINK("http://x")' },
    { system: '会員管理', item: '電話', value: '＋81' },
    { system: '与信', item: '点数', value: 'SECRET-61', withheld: '33-2-2', facts: '推知されるため' },
  ]

  test('as CSV guards formulas, quotes every cell and leaves withheld values out', () => {
    const text = scheduleCsv(rows).toString()
    expect(text.split('\r\n')).toEqual([
      '\uFEFF"システム","項目","内容","開示しない根拠"',
      '"会員管理","氏名","山田""花子""",""',
      `"会員管理","備考","'=HYPERLINK(""http://x"")",""`,
      `"会員管理","電話","'＋81",""`,
      '"与信","点数","","個人情報の保護に関する法律第33条第2項第2号"',
      '',
    ])
  })

  test('as JSON says the same, and withheld items have no value at all', () => {
    const text = scheduleJson('26000010', rows).toString()
    expect(JSON.parse(text)).toMatchObject({
      受付番号: '26000010',
      項目: [{ 内容: '山田"花子"' }, {}, {}, { 項目: '点数' }],
    })
    expect(Object.keys(JSON.parse(text).項目[3])).toEqual(['システム', '項目', '開示しない根拠'])
    expect(text).not.toContain('SECRET')
  })

  test('of five thousand rows are complete', () => {
    const many = Array.from({ length: 5_000 }, (_, n) => ({ system: '会員管理', item: `項目${n}`, value: `${n}` }))
    expect(scheduleCsv(many).toString().split('\r\n')).toHaveLength(5_002)
    expect(JSON.parse(scheduleJson('26000010', many).toString()).項目).toHaveLength(5_000)
  })
})
