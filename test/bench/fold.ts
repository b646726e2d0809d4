// Folding a journal: the events of a whole sample case, and a hundred events (the case with notes added).
import { fold } from '../../src/domain/evolve.ts'
import { sampleCast } from '../../src/walk/cast.ts'
import { busyDesk, scripts } from './busy-desk.ts'
import { inFolder, quantile, tell, timed } from './measured.ts'

const ROUNDS = 2_000

await inFolder(async folder => {
  const { desk, tell: tellCase } = await busyDesk(folder)
  const [script] = scripts
  if (script === undefined) throw new Error('no sample case')
  const number = await tellCase(script)
  const entriesOf = async (of: string) =>
    (await desk.history(of, sampleCast.auditor)).map(({ seq, at, by, event }) => ({ seq, at, by, event }))
  const addNote = async (to: string, nth: number) => {
    const done = await desk.perform(to, 'addNote', { memo: `${nth}件目の記録` }, sampleCast.reception)
    if (!done.ok) throw new Error(`no note: ${JSON.stringify(done)}`)
  }
  const whole = await entriesOf(number)
  for (let nth = whole.length; nth < 100; nth++) await addNote(number, nth)
  const hundred = await entriesOf(number)
  for (const entries of [whole, hundred]) {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) times.push(await timed(() => fold(entries)))
    tell(`folding ${entries.length} events, p50`, `${(quantile(times, 0.5) * 1000).toFixed(0)} µs`)
    tell(`folding ${entries.length} events, p95`, `${(quantile(times, 0.95) * 1000).toFixed(0)} µs`)
  }
  await desk.close()
})
