// A fresh clone to its first page: git clone, npm ci, npm start, the sign-in page.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { inFolder, tell, timed } from './measured.ts'
import { root, startServer } from './running.ts'

await inFolder(async folder => {
  const clone = join(folder, 'clone')
  const seconds = async (what: string, work: () => unknown) => {
    const taken = (await timed(work)) / 1000
    tell(what, `${taken.toFixed(1)} s`)
    return taken
  }
  const run = (command: string, args: string[], cwd: string) => execFileSync(command, args, { cwd, stdio: 'pipe' })
  let whole = await seconds('git clone', () => run('git', ['clone', '--quiet', root, clone], folder))
  whole += await seconds('npm ci', () => run('npm', ['ci', '--no-audit', '--no-fund'], clone))
  whole += await seconds('npm start to the first page, with the demo made', async () => {
    const server = await startServer(join(folder, 'data'), clone)
    const page = await fetch(server.url)
    if (!page.ok) throw new Error(`the first page gave ${page.status}`)
    await server.stop()
  })
  tell('clone to first page', `${whole.toFixed(1)} s`, 'aim < 60 s')
})
