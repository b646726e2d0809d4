// settle on 1,000, 10,000 and 100,000 lines × open dues of one amount: time, growth, memory.
// npx tsx test/bench/settle.ts [LARGEST] [ROUNDS]     On a busy machine processor time says more than the clock.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { settle } from '../../src/domain/settlement.ts'
import { quantile, tell, timed } from './measured.ts'
import { world } from './settle-world.ts'

const [largest = '100000', times = '5', alone] = process.argv.slice(2)
const sizes = [1000, 10_000, 100_000].filter(size => size <= Number(largest))
const shown = (n: number): string => n.toLocaleString('en-US')

/** Milliseconds by the clock and of the processor, garbage collector included. */
const measured = async (work: () => unknown): Promise<{ ms: number; worked: number }> => {
  const before = process.cpuUsage()
  const ms = await timed(work)
  const { user, system } = process.cpuUsage(before)
  return { ms, worked: (user + system) / 1000 }
}

/** One settlement in a process of its own, held to a small heap: what it needs, not what it may take. */
const inLittleMemory = (): void => {
  const self = fileURLToPath(import.meta.url)
  const child = spawnSync(
    process.execPath,
    [...process.execArgv, '--max-old-space-size=320', '--max-semi-space-size=8', self, largest, '0', 'alone'],
    { encoding: 'utf8' },
  )
  const found = child.status === 0 ? `${child.stdout.trim()} MB` : 'not enough'
  tell(`memory, ${shown(Number(largest))} lines × dues and the plan`, found, 'aim < 500 MB, heap held to 320')
}

const main = async (): Promise<void> => {
  let before = 0
  for (const size of sizes) {
    const { lines, dues } = world(size)
    const first = await measured(() => settle(lines, dues))
    const runs: { ms: number; worked: number }[] = []
    for (let round = 0; round < Number(times); round += 1) runs.push(await measured(() => settle(lines, dues)))
    const ms = quantile(
      runs.map(run => run.ms),
      0.5,
    )
    const worked = quantile(
      runs.map(run => run.worked),
      0.5,
    )
    const growth = before === 0 ? '' : `, ${(worked / before).toFixed(1)} × the work of a tenth`
    const cold = `first ${first.ms.toFixed(0)} ms, processor ${worked.toFixed(0)} ms`
    tell(`${shown(size)} lines × dues`, `${ms.toFixed(0)} ms`, cold + growth)
    before = worked
  }
  const { lines, dues } = world(Number(largest))
  const found = new Map<string, number>()
  for (const { bucket } of settle(lines, dues).lines) found.set(bucket, (found.get(bucket) ?? 0) + 1)
  process.stdout.write(`  ${[...found].map(([bucket, count]) => `${bucket} ${shown(count)}`).join(', ')}\n`)
  inLittleMemory()
}

if (alone === undefined) await main()
else {
  const { lines, dues } = world(Number(largest))
  const plan = settle(lines, dues)
  process.stdout.write(String(plan.lines.length > 0 ? Math.round(process.resourceUsage().maxRSS / 1024) : 0))
}
