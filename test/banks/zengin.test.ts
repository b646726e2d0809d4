import { describe, expect, it, test } from 'vitest'
import { readStatement } from '../../src/banks/read-statement.ts'
import { day } from '../../src/domain/day.ts'
import {
  type Book03,
  data03,
  end,
  file01,
  file03,
  framed,
  framings,
  header03,
  paper,
  trailer03,
} from './zengin-writer.ts'

const how = { importedOn: day('2026-11-21') }
const read = (records: readonly (readonly number[])[], terms: object = {}) =>
  readStatement(framed(records, 'crlf'), { ...how, ...terms })
const codes = (statement: ReturnType<typeof read>) => statement.issues.map(issue => issue.code)

const book: Book03 = {
  opening: 100_000,
  movements: [
    { on: '081102', in: 3300, payer: 'ﾔﾏﾀﾞ ﾀﾛｳ', inquiry: 12, code: '0026000017', bank: 'ﾐﾂﾋﾞｼUFJ', branch: 'ｼﾝｼﾞﾕｸ' },
    { on: '081105', value: '081104', in: 3300, payer: 'ﾔﾏﾀﾞ ﾀﾛｳ', edi: '26000017', note: 'ﾌﾘｺﾐ' },
    { on: '081110', out: 440, payer: '', kind: 14, note: 'ﾌﾘｺﾐﾃｽｳﾘﾖｳ' },
  ],
}

describe('入出金取引明細 (03)', () => {
  test.each(framings)('reads the same from a file framed as %s', framing => {
    const statement = readStatement(framed(file03(book), framing), how)
    expect(statement.issues).toEqual([])
    expect(statement.format).toBe('zengin-03')
    const [account] = statement.accounts
    expect(account).toMatchObject({
      account: {
        bankCode: '0001',
        bankName: 'ﾐｽﾞﾎ',
        branchCode: '210',
        kind: '普通',
        number: '0001234567',
        holder: 'ｶ)ｶｲｼﾞﾃﾞｽｸ',
      },
      dateMode: 'wareki',
      from: '2026-11-01',
      to: '2026-11-30',
      openingBalance: 100_000,
      closingBalance: 106_160,
      trailer: { agrees: true },
    })
    expect(account?.lines).toMatchObject([
      {
        record: 2,
        date: '2026-11-02',
        in: 3300,
        payer: 'ﾔﾏﾀﾞ ﾀﾛｳ',
        payerRead: 'ヤマダ タロウ',
        kind: '振込',
        reference: '00000012',
        payerCode: '0026000017',
        fromBank: 'ﾐﾂﾋﾞｼUFJ',
        fromBranch: 'ｼﾝｼﾞﾕｸ',
      },
      { record: 3, date: '2026-11-05', valueDate: '2026-11-04', in: 3300, edi: '26000017', description: 'ﾌﾘｺﾐ' },
      { record: 4, date: '2026-11-10', out: 440, kind: '振替' },
    ])
  })

  it('keeps the accounts of one file apart and checks each trailer', () => {
    const statement = read(file03(book, { ...book, number: 7_777_777, opening: -500 }))
    expect(statement.issues).toEqual([])
    expect(statement.accounts.map(each => [each.account.number, each.lines.length, each.openingBalance])).toEqual([
      ['0001234567', 3, 100_000],
      ['0007777777', 3, -500],
    ])
  })

  it('tells by how much a trailer is wrong, and keeps the lines', () => {
    const records = file03({ movements: book.movements })
    records[4] = paper([1, 1, '8'], [2, 7, 3], [8, 20, 9900], [21, 26, 1], [27, 39, 440])
    const statement = read(records)
    expect(statement.issues).toMatchObject([
      { code: 'trailer_count', record: 5, position: 4 * 202 },
      { code: 'trailer_sum', record: 5, amount: 3300, message: '入金の合計が合いません（差 3,300円）。' },
    ])
    expect(statement.accounts[0]?.lines).toHaveLength(3)
    expect(statement.accounts[0]?.trailer?.agrees).toBe(false)
  })

  it('shows a lost line as a gap between the balances', () => {
    const short = { ...book, movements: book.movements.slice(1) }
    const records = [header03(book), ...short.movements.map(data03), trailer03(book), end(5, 1)]
    const gap = read(records).issues.find(issue => issue.code === 'balance_gap')
    expect(gap?.amount).toBe(3300)
  })

  it('says nothing about balances that the bank leaves out', () => {
    const [account] = read(file03({ movements: book.movements })).accounts
    expect([account?.openingBalance, account?.closingBalance]).toEqual([undefined, undefined])
  })

  it('links a correction to the line it takes back and applies nothing', () => {
    const movements = [
      { on: '081102', in: 3300, payer: 'ﾔﾏﾀﾞ ﾀﾛｳ' },
      { on: '081102', in: 3300, payer: 'ｽｽﾞｷ ﾊﾅｺ' },
      { on: '081103', out: 3300, payer: 'ﾔﾏﾀﾞ ﾀﾛｳ', kind: 19 },
      { on: '081103', out: 1100, payer: 'ｻﾄｳ', kind: 19 },
    ]
    const statement = read(file03({ movements }))
    expect(statement.accounts[0]?.lines).toMatchObject([
      { in: 3300, cancelledBy: 4 },
      { in: 3300 },
      { out: 3300, kind: '訂正', cancels: { why: 'corrected', record: 2 } },
      { out: 1100, cancels: { why: 'corrected' } },
    ])
    expect(statement.issues).toMatchObject([{ code: 'cancellation_unmatched', record: 5 }])
  })

  it('refuses time deposits by name and reads the other accounts', () => {
    const statement = read(file03({ ...book, deposit: 6 }, book))
    expect(statement.accounts).toHaveLength(1)
    expect(statement.issues).toMatchObject([{ code: 'time_deposit', level: 'refused', record: 1, position: 62 }])
    expect(statement.issues[0]?.message).toContain('定期')
  })

  it('refuses EBCDIC by name, whether the header says so or the bytes do', () => {
    const records = file03(book)
    records[0]?.splice(3, 1, 0x31)
    expect(read(records)).toMatchObject({ accounts: [], issues: [{ code: 'ebcdic', position: 3 }] })
    expect(codes(readStatement(Uint8Array.of(0xf1, 0xf0, 0xf3, 0xf0, 0xf0), how))).toEqual(['ebcdic'])
  })

  it('names another business of the 全銀 family', () => {
    const transfer = paper([1, 1, '1'], [2, 3, '21'], [4, 4, '0'], [5, 14, 1], [15, 54, 'ｶ)ｶｲｼﾞ'], [55, 58, '1125'])
    expect(read([transfer]).issues[0]).toMatchObject({ code: 'zengin_other_kind', level: 'refused' })
  })
})

describe('振込入金通知 (01)', () => {
  const notices = [
    { amount: 3300, payer: 'ﾔﾏﾀﾞ ﾀﾛｳ', code: '26000017', edi: 'ﾃｽｳﾘﾖｳ' },
    { amount: 3300, payer: 'ﾔﾏﾀﾞ ﾀﾛｳ', cancelled: true },
  ]

  test.each(['A', 'B'] as const)('reads format %s, and a cancelled notice as money that left', format => {
    const statement = read(file01(format, notices))
    expect(statement.issues).toEqual([])
    expect(statement.format).toBe('zengin-01')
    expect(statement.accounts[0]).toMatchObject({
      account: { number: '7654321', holder: 'ｶ)ｶｲｼﾞﾃﾞｽｸ' },
      trailer: { agrees: true },
    })
    expect(statement.accounts[0]?.lines).toMatchObject([
      { in: 3300, kind: '振込', payerCode: '26000017', edi: 'ﾃｽｳﾘﾖｳ', cancelledBy: 3 },
      { out: 3300, kind: '取消', cancels: { why: 'cancelled', record: 2 } },
    ])
  })

  it('reads an amount of twelve digits from the second field of format B', () => {
    const statement = read(file01('B', [{ amount: 123_456_789_012, payer: 'ｶ)ｵｵｷｲ' }]))
    expect(statement.issues).toEqual([])
    expect(statement.accounts[0]?.lines[0]?.in).toBe(123_456_789_012)
  })
})

describe('dates of two-digit years', () => {
  it('reads 西暦 where only that is near the day of import', () => {
    const statement = read(file03({ from: '261101', to: '261130', movements: [{ on: '261102', in: 300 }] }))
    expect(statement.issues).toEqual([])
    expect(statement.accounts[0]).toMatchObject({ dateMode: 'seireki', lines: [{ date: '2026-11-02' }] })
  })

  it('reads 平成 that was counted on', () => {
    const statement = read(file03({ from: '381101', to: '381130', movements: [{ on: '381102', in: 300 }] }))
    expect(statement.accounts[0]).toMatchObject({ dateMode: 'wareki', lines: [{ date: '2026-11-02' }] })
  })

  it('asks when no reading is near, and trusts what the account used before', () => {
    const old = file03({ from: '201101', to: '201130', movements: [{ on: '201102', in: 300 }] })
    expect(read(old).issues).toMatchObject([{ code: 'date_mode_unclear', record: 1, position: 4 }])
    const remembered = read(old, { dateMode: 'seireki' })
    expect(remembered.issues).toEqual([])
    expect(remembered.accounts[0]?.lines[0]?.date).toBe('2020-11-02')
  })

  it('tells when the account changed its calendar', () => {
    expect(codes(read(file03(book), { dateMode: 'seireki' }))).toEqual(['date_mode_changed'])
  })

  it('tells when a line speaks another calendar than its header', () => {
    const statement = read(file03({ movements: [{ on: '261102', in: 300 }] }))
    expect(statement.issues).toMatchObject([{ code: 'date_mode_unclear', record: 2 }])
    expect(statement.accounts[0]?.lines[0]?.date).toBe('2026-11-02')
  })

  it('crosses the change of era', () => {
    const statement = readStatement(
      framed(
        file03({
          from: '310401',
          to: '010531',
          movements: [
            { on: '310430', in: 300 },
            { on: '010501', in: 300 },
          ],
        }),
        'lf',
      ),
      { importedOn: day('2019-06-03') },
    )
    expect(statement.issues).toEqual([])
    expect(statement.accounts[0]?.lines.map(line => line.date)).toEqual(['2019-04-30', '2019-05-01'])
  })

  it('tells of a day outside the period of the file', () => {
    expect(codes(read(file03({ movements: [{ on: '081201', in: 300 }] })))).toEqual(['date_outside_period'])
  })
})
