import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { runShell } from '../../src/cli.ts'
import { readConfig } from '../../src/config.ts'
import { openHouse } from '../../src/house.ts'

/** Runs the shell as a person would, in a data directory of its own. */
export const kaijiIn = () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kaiji-cli-'))
  const run = async (args: readonly string[], input = '') => {
    const said = { out: '', err: '' }
    const into = (to: keyof typeof said) =>
      new Writable({
        write: (chunk, _encoding, done) => {
          said[to] += String(chunk)
          done()
        },
      })
    const code = await runShell(args, {
      env: { DATA_DIR: dataDir },
      out: into('out'),
      err: into('err'),
      in: Readable.from([input]),
    })
    return { code, ...said }
  }
  /** An empty desk, as `npm start -- --empty` leaves it; only starting makes one. */
  const begin = async () => {
    await (await openHouse(readConfig({ DATA_DIR: dataDir }))).close()
  }
  return { run, begin, dataDir, gone: () => rmSync(dataDir, { recursive: true, force: true }) }
}
