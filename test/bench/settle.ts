// settle on 1,000, 10,000 and 100,000 lines × open dues of one amount: time, growth, memory.
// node --expose-gc --import tsx test/bench/settle.ts [LARGEST] [ROUNDS]
import { settle } from '../../src/domain/settlement.ts'
import { quantile, tell, timed } from './measured.ts'
import { world } from './settle-world.ts'

const [largest = '100000', times = '5'] = process.argv.slice(2)
const sizes = [1000, 10_000, 100_000].filter(size => size <= Number(largest))
const median = async (work: () => unknown, rounds: number): Promise<number> => {
  const runs: number[] = []
  for (let round = 0; round < rounds; round += 1) runs.push(await timed(work))
  return quantile(runs, 0.5)
}

let before = 0
for (const size of sizes) {
  const { lines, dues } = world(size)
  const cold = await timed(() => settle(lines, dues))
  const ms = await median(() => settle(lines, dues), Number(times))
  const growth = before === 0 ? '' : `, ${(ms / before).toFixed(1)} × the time of a tenth`
  tell(
    `${size.toLocaleString('en-US')} lines × dues`,
    `${ms.toFixed(0)} ms`,
    `first run ${cold.toFixed(0)} ms${growth}`,
  )
  before = ms
  if (size === sizes.at(-1)) {
    const found = new Map<string, number>()
    for (const { bucket } of settle(lines, dues).lines) found.set(bucket, (found.get(bucket) ?? 0) + 1)
    process.stdout.write(`  ${[...found].map(([bucket, count]) => `${bucket} ${count}`).join(', ')}\n`)
  }
}
tell(
  'resident memory, most so far',
  `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
  'aim < 500 MB with the lines',
)
