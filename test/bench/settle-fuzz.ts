// A million small desks in which everything collides: no exception, no yen lost, no law of the plan broken.
// npx tsx test/bench/settle-fuzz.ts [RUNS] [SEED]
import fc from 'fast-check'
import { broken, desks } from '../domain/settlement-desks.ts'

const [runs = '1000000', seed = '20261122'] = process.argv.slice(2)
const found = new Map<string, number>()
const began = performance.now()
fc.assert(
  fc.property(desks, ({ lines, dues }) => {
    const wrong = broken(lines, dues, bucket => found.set(bucket, (found.get(bucket) ?? 0) + 1))
    if (wrong.length > 0) throw new Error(wrong.join('; '))
  }),
  { numRuns: Number(runs), seed: Number(seed), maxSkipsPerRun: 0 },
)
const seconds = (performance.now() - began) / 1000
process.stdout.write(`${Number(runs).toLocaleString('en-US')} desks in ${seconds.toFixed(0)} s, no law broken\n`)
for (const [bucket, count] of found)
  process.stdout.write(`  ${bucket.padEnd(12)}${count.toLocaleString('en-US').padStart(12)}\n`)
