import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One line of a bench: what was measured, and the figure beside its aim. */
export const tell = (what: string, figure: string, aim = ''): void => {
  process.stdout.write(`${what.padEnd(46)}${figure.padStart(16)}${aim === '' ? '' : `   (${aim})`}\n`)
}

/** The value below which `part` (0 to 1) of the values lie. */
export const quantile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN

/** Milliseconds of one run. */
export const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export const inFolder = async (work: (folder: string) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'kaiji-bench-'))
  try {
    await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
