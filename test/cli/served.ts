import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** `kaiji serve` as a process of its own, as an administrator starts it. */
export interface Served {
  readonly child: ChildProcess
  /** all that it has written so far */
  readonly said: { out: string; err: string }
  /** the address that it listens at; rejects where it ends before */
  readonly listening: Promise<string>
  /** exit code; null where a signal ended it */
  readonly ended: Promise<number | null>
}

export const serve = (env: Readonly<Record<string, string>>, words: readonly string[] = ['--empty']): Served => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', 'serve', ...words], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  child.stdout.on('data', chunk => {
    said.out += chunk
  })
  const listening = new Promise<string>((resolve, reject) => {
    child.stderr.on('data', chunk => {
      said.err += chunk
      const url = /Server listening at (http:\/\/[^"]+)/.exec(said.err)?.[1]
      if (url !== undefined) resolve(url)
    })
    ended.then(code => reject(new Error(`ended with ${code}: ${said.err}`)), reject)
  })
  // Who starts it only to see it fail does not wait for this.
  listening.catch(() => undefined)
  return { child, said, listening, ended }
}
