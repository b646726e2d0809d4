// The largest files that are not refused, of the worst kind: time and memory of each.
import { readStatement } from '../../src/banks/read-statement.ts'
import { day } from '../../src/domain/day.ts'
import { tell, timed } from './measured.ts'

const size = 50 * 1024 * 1024
const filled = (pattern: string): Uint8Array => new Uint8Array(Buffer.alloc(size, pattern))
const head = '日付,内容,出金金額(円),入金金額(円),残高(円),メモ\n'

const worst: Readonly<Record<string, Uint8Array>> = {
  'line breaks': filled('\n'),
  quotes: filled('"\n'),
  'short rows': filled('a\n'),
  'rows of a known bank, all bad': Buffer.concat([Buffer.from(head), filled(',,,x\n')]).subarray(0, size),
  'headers of 全銀': filled(`103008112108110108113000010${' '.repeat(173)}`),
  'nines of 全銀': Buffer.concat([Buffer.from(`1030081121081101081130${'0'.repeat(178)}`), filled('9')]).subarray(
    0,
    size,
  ),
  'half-width kana': filled('\uff71'),
  tags: filled('<a>'),
}

for (const [name, bytes] of Object.entries(worst)) {
  let issues = 0
  const ms = await timed(() => {
    issues = readStatement(bytes, { importedOn: day('2026-11-21') }).issues.length
  })
  tell(
    `50 MB of ${name}`,
    `${(ms / 1000).toFixed(1)} s`,
    `${issues} issues; ${Math.round(process.memoryUsage().rss / 1e6)} MB resident`,
  )
}
