import { describe, expect, test } from 'vitest'
import { scheduleCsv, scheduleJson } from '../../src/disclosure/schedule-files.ts'
import { readSchedule, textOfFile } from '../../src/disclosure/schedule-text.ts'
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

describe('the data for the person', () => {
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
