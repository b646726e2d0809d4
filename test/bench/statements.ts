// Parse rate per format, beside a plain read of the same bytes. npx tsx test/bench/statements.ts [LINES]
import { readStatement } from '../../src/banks/read-statement.ts'
import { addDays, day } from '../../src/domain/day.ts'
import { camt, entry } from '../banks/camt-writer.ts'
import { cp932, utf8 } from '../banks/cp932.ts'
import { file01, file03, framed } from '../banks/zengin-writer.ts'
import { quantile, tell, timed } from './measured.ts'

const lines = Number(process.argv[2] ?? 20_000)
const first = day('2026-11-01')
const each = <T>(make: (n: number, name: string, date: string) => T): T[] =>
  Array.from({ length: lines }, (_, n) =>
    make(n, ['ﾔﾏﾀﾞ ﾀﾛｳ', 'ｻﾄｳ ｼｽﾞｶ', 'ｶ)ﾄﾗﾉﾓﾝｼﾖｳｼﾞ'][n % 3] ?? '', addDays(first, n % 20)),
  )
const short = (date: string): string => `08${date.slice(5, 7)}${date.slice(8)}`
const movements = each((n, payer, date) => ({ in: 300 + (n % 7), payer, on: short(date), code: String(n % 1e7) }))
const notices = each((n, payer, date) => ({ amount: 300 + (n % 7), payer, on: short(date) }))
const sbi = each((n, payer, date) => `"${date.replaceAll('-', '/')}","振込＊${payer}",,"3,300","${(n + 1) * 3300}","-"`)
const anser = each(
  (n, payer, date) =>
    `本店 普通 1234567,${n},${date.replaceAll('-', '/')},,,3300,,${(n + 1) * 3300},振込入金,,みずほ,本店,${payer}`,
)

const files: Readonly<Record<string, Uint8Array>> = {
  '全銀 03, unbroken': framed(file03({ movements }), 'unbroken'),
  '全銀 03, CRLF': framed(file03({ movements }), 'crlf'),
  '全銀 03, saved as UTF-8': framed(file03({ movements }), 'utf8'),
  '全銀 01 A': framed(file01('A', notices), 'crlf'),
  'CSV 住信SBI, CP932': cp932(`日付,内容,出金金額(円),入金金額(円),残高(円),メモ\n${sbi.join('\n')}\n`),
  'CSV ANSER, UTF-8': utf8(
    `照会口座,番号,勘定日,（起算日）,出金（円）,入金（円）,小切手区分,残高（円）,取引区分,明細区分,金融機関名,支店名,摘要\n${anser.join('\n')}\n`,
  ),
  'camt.054': utf8(camt(each((_, name, date) => entry({ name, date })))),
}

/** The least that any reader must do: touch every byte. */
const plainRead = (bytes: Uint8Array): number => {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 1) sum = (sum + (bytes[at] ?? 0)) | 0
  return sum
}

const median = async (work: () => unknown): Promise<number> => {
  const runs: number[] = []
  for (let i = 0; i < 5; i += 1) runs.push(await timed(work))
  return quantile(runs, 0.5)
}

for (const [name, bytes] of Object.entries(files)) {
  const read = readStatement(bytes, { importedOn: day('2026-11-21') })
  const count = read.accounts.reduce((n, account) => n + account.lines.length, 0)
  if (count !== lines) throw new Error(`${name}: ${count} of ${lines} lines, ${read.issues[0]?.message}`)
  const ms = await median(() => readStatement(bytes, { importedOn: day('2026-11-21') }))
  const plain = await median(() => plainRead(bytes))
  const rate = `${Math.round(lines / ms).toLocaleString('en-US')}k lines/s`
  tell(
    name,
    rate,
    `${(bytes.length / ms / 1000).toFixed(0)} MB/s; ${(ms / plain).toFixed(0)} × a plain read of ${(bytes.length / 1e6).toFixed(0)} MB`,
  )
}
