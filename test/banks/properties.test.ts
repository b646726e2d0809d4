import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readStatement } from '../../src/banks/read-statement.ts'
import { day } from '../../src/domain/day.ts'
import { camt, entry } from './camt-writer.ts'
import { cp932, utf8 } from './cp932.ts'
import { samples } from './csv-samples.ts'
import { file01, file03, framed, framings } from './zengin-writer.ts'

const how = { importedOn: day('2026-11-21') }
const kana = fc
  .array(fc.constantFrom(...'ｱｲｳｶｷｸｻｼｽﾀﾁﾂﾅﾆﾊﾋﾏﾐﾔﾕﾖﾗﾘﾜﾝﾞﾟABC019 ().-'), { maxLength: 48 })
  .map(letters => letters.join('').trim())
const someDay = fc.integer({ min: 1, max: 21 }).map(n => `0811${String(n).padStart(2, '0')}`)
const movement = fc
  .record({
    on: someDay,
    yen: fc.integer({ min: 1, max: 999_999_999_999 }),
    payer: kana,
    paid: fc.boolean(),
    edi: kana,
    code: fc.nat(9_999_999),
  })
  .map(({ yen, paid, edi, code, ...rest }) => ({
    ...rest,
    edi: edi.slice(0, 20).trim(),
    code: code === 0 ? '' : String(code),
    ...(paid ? { in: yen } : { out: yen }),
  }))
const book = fc.record({
  opening: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  movements: fc.array(movement, { maxLength: 12 }),
})

it('what the standard writes is read back whole, in every framing', () => {
  fc.assert(
    fc.property(fc.array(book, { minLength: 1, maxLength: 3 }), fc.constantFrom(...framings), (books, framing) => {
      const statement = readStatement(framed(file03(...books), framing), how)
      expect(statement.issues).toEqual([])
      const back = statement.accounts.map(account => ({
        opening: account.openingBalance,
        movements: account.lines.map(line => ({
          on: `08${line.date.slice(5, 7)}${line.date.slice(8)}`,
          payer: line.payer,
          edi: line.edi ?? '',
          code: line.payerCode ?? '',
          ...(line.in === undefined ? { out: line.out } : { in: line.in }),
        })),
      }))
      expect(back).toEqual(books)
    }),
    { numRuns: 300 },
  )
})

it('every yen of a 振込入金通知 is read back, in both formats', () => {
  const notice = fc.record({ amount: fc.integer({ min: 1, max: 9_999_999_999 }), payer: kana, cancelled: fc.boolean() })
  fc.assert(
    fc.property(fc.array(notice, { maxLength: 20 }), fc.constantFrom('A', 'B'), (notices, format) => {
      const [account] = readStatement(framed(file01(format, notices), 'unbroken'), how).accounts
      expect(account?.trailer?.agrees).toBe(true)
      expect(
        account?.lines.map(line => ({
          amount: line.in ?? line.out,
          payer: line.payer,
          cancelled: line.in === undefined,
        })),
      ).toEqual(notices)
    }),
    { numRuns: 200 },
  )
})

it('a row dropped from a CSV with balances is told with its exact amount', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 3, maxLength: 20 })
  fc.assert(
    fc.property(amounts, fc.nat(), fc.boolean(), (all, pick, newestFirst) => {
      const balances = all.map((_, i) => all.slice(0, i + 1).reduce((sum, yen) => sum + yen, 0))
      const rows = all.map((yen, i) => `2026/11/${String(i + 1).padStart(2, '0')},振込　ﾔﾏﾀﾞ,,${yen},${balances[i]},`)
      const dropped = 1 + (pick % (all.length - 2))
      rows.splice(dropped, 1)
      const body = (newestFirst ? rows.toReversed() : rows).join('\n')
      const statement = readStatement(utf8(`日付,内容,出金金額(円),入金金額(円),残高(円),メモ\n${body}\n`), how)
      expect(statement.issues.map(issue => [issue.code, issue.amount])).toEqual([['balance_gap', all[dropped]]])
    }),
  )
})

const seeds: readonly Uint8Array[] = [
  ...framings.map(framing =>
    framed(file03({ opening: 1, movements: [{ in: 300, payer: 'ﾔﾏﾀﾞ ﾀﾛｳ' }, { out: 40 }] }), framing),
  ),
  framed(
    file01('B', [
      { amount: 300, payer: 'ﾔﾏﾀﾞ' },
      { amount: 300, payer: 'ﾔﾏﾀﾞ', cancelled: true },
    ]),
    'crlf',
  ),
  ...samples.flatMap(sample => [cp932(sample.text), utf8(sample.text)]),
  utf8(camt([entry(), entry({ way: 'DBIT' })])),
]

const change = fc.record({
  at: fc.nat(),
  cut: fc.integer({ min: 0, max: 12 }),
  put: fc.oneof(
    fc.uint8Array({ maxLength: 6 }).map(bytes => bytes.map(byte => (byte === 0x3f ? 0x21 : byte))),
    fc.constantFrom(...['"', ',', '\n', '\r\n', '<', '9', '2', '&'].map(utf8)),
  ),
})

it('any damage to any file gives a statement with lawful lines and issues in Japanese, never an exception', () => {
  fc.assert(
    fc.property(fc.constantFrom(...seeds), fc.array(change, { minLength: 1, maxLength: 5 }), (seed, changes) => {
      let bytes = [...seed]
      for (const { at, cut, put } of changes) bytes = bytes.toSpliced(at % (bytes.length + 1), cut, ...put)
      const statement = readStatement(Uint8Array.from(bytes), how)
      for (const line of statement.accounts.flatMap(account => account.lines)) {
        expect([line.in, line.out].filter(yen => yen !== undefined)).toHaveLength(1)
        expect(Number.isSafeInteger(line.in ?? line.out) && (line.in ?? line.out ?? -1) >= 0).toBe(true)
        expect(line.record).toBeGreaterThan(0)
        expect(line.payer).not.toContain('?')
      }
      for (const issue of statement.issues) {
        expect(issue.message).toMatch(/[ぁ-んァ-ン]/)
        expect(issue.message.replaceAll(/「.*?」/gs, '')).not.toMatch(/undefined|NaN|null/)
        expect(issue.position).toBeGreaterThanOrEqual(0)
        expect(issue.position).toBeLessThanOrEqual(bytes.length)
      }
    }),
    { numRuns: 3000 },
  )
})

it('bytes at random give a statement too', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), bytes => {
      expect(readStatement(bytes, how).issues.length).toBeGreaterThan(0)
    }),
    { numRuns: 500 },
  )
})
