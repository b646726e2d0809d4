// A million damaged files: no exception, no unlawful line, no yen lost or gained unseen.
// npx tsx test/bench/statement-fuzz.ts [RUNS] [SEED]
import fc from 'fast-check'
import { readStatement } from '../../src/banks/read-statement.ts'
import type { Statement } from '../../src/banks/statement.ts'
import { day } from '../../src/domain/day.ts'
import { type Seed, seeds } from './statement-seeds.ts'

const [runs = '1000000', seed = '20261121'] = process.argv.slice(2)
const how = { importedOn: day('2026-11-21') }
const tokens = ['"', ',', '\n', '\r\n', '\r', '<', '&amp;', ']]>', '0', '9', '1', '2', '8', ' ', '\x1a', '¥', '-'].map(
  text => Buffer.from(text),
)
const change = fc.record({
  at: fc.nat(),
  cut: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 8 }) }, { weight: 1, arbitrary: fc.nat(2000) }),
  put: fc.oneof(fc.uint8Array({ maxLength: 5 }), fc.constantFrom(...tokens)),
})

const damage = (bytes: Uint8Array, changes: readonly { at: number; cut: number; put: Uint8Array }[]): Uint8Array => {
  let damaged = Buffer.from(bytes)
  for (const { at, cut, put } of changes) {
    const from = at % (damaged.length + 1)
    damaged = Buffer.concat([damaged.subarray(0, from), put, damaged.subarray(from + cut)])
  }
  return damaged
}

const money = ({ accounts }: Statement): string => {
  const lines = accounts.flatMap(account => account.lines)
  return `${lines.reduce((n, line) => n + (line.in ?? 0), 0)}/${lines.reduce((n, line) => n + (line.out ?? 0), 0)}`
}
const whole = new Map<Seed, string>(seeds.map(each => [each, money(readStatement(each.bytes, how))]))

let damagedMoney = 0
let sumsHold = 0
const check = (from: Seed, bytes: Uint8Array): void => {
  const statement = readStatement(bytes, how)
  for (const line of statement.accounts.flatMap(account => account.lines)) {
    const yen = line.in ?? line.out ?? -1
    if ((line.in === undefined) === (line.out === undefined) || !Number.isSafeInteger(yen) || yen < 0)
      throw new Error(`unlawful line: ${JSON.stringify(line)}`)
  }
  for (const issue of statement.issues)
    if (
      issue.position < 0 ||
      issue.position > bytes.length ||
      /undefined|NaN/.test(issue.message.replaceAll(/「.*?」/gs, ''))
    )
      throw new Error(`unlawful issue: ${JSON.stringify(issue)}`)
  if (statement.issues.length === 0 && statement.format !== 'unknown') sumsHold += 1
  if (!from.proves || money(statement) === whole.get(from)) return
  damagedMoney += 1
  if (statement.issues.length === 0)
    throw new Error(`${from.name}: ${whole.get(from)} became ${money(statement)} in silence`)
}

const began = performance.now()
fc.assert(
  fc.property(fc.constantFrom(...seeds), fc.array(change, { minLength: 1, maxLength: 4 }), (from, changes) => {
    check(from, damage(from.bytes, changes))
  }),
  { numRuns: Number(runs), seed: Number(seed), maxSkipsPerRun: 0 },
)
const seconds = (performance.now() - began) / 1000
process.stdout.write(
  `${Number(runs).toLocaleString('en-US')} damaged files in ${seconds.toFixed(0)} s: no exception; ` +
    `${damagedMoney.toLocaleString('en-US')} with other money than the file's own totals, all told; ${sumsHold.toLocaleString('en-US')} without any issue\n`,
)
