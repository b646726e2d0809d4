// Commands through perform on an encrypted file with synchronous=FULL, against bare commits that write as much.
import { statSync } from 'node:fs'
import { busyDesk, scripts } from './busy-desk.ts'
import { inFolder, tell, timed } from './measured.ts'

const ROUNDS = 12

await inFolder(async folder => {
  const { desk, store, tell: tellCase } = await busyDesk(folder)
  const sqlite = store.sqlite.write
  for (const script of scripts) await tellCase(script)

  let commits = 0
  let commanded = 0
  const round = async () => {
    for (const script of scripts) {
      commanded += await timed(() => tellCase(script))
      commits += script.steps.length
    }
  }
  // One round without checkpoints tells how much a command writes.
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  sqlite.pragma('wal_autocheckpoint = 0')
  await round()
  const bytes = Math.round(statSync(`${folder}/kaiji.db-wal`).size / commits)
  sqlite.pragma('wal_autocheckpoint = 1000')
  const perRound = commits
  commits = commanded = 0

  // A bare commit writes as much, in one row; in turns, for the disk is never the same for long.
  sqlite.exec('CREATE TABLE bench_bare (id INTEGER PRIMARY KEY, body BLOB)')
  const insert = sqlite.prepare('INSERT INTO bench_bare (body) VALUES (?)')
  const body = Buffer.alloc(Math.max(0, bytes - 3 * 4096), 7)
  let bare = 0
  let worked = 0
  for (let nth = 0; nth < ROUNDS; nth++) {
    const cost = process.cpuUsage()
    await round()
    const { user, system } = process.cpuUsage(cost)
    worked += (user + system) / 1000
    bare += await timed(() => {
      for (let each = 0; each < perRound; each++) insert.run(body)
    })
  }
  const [performed, raw] = [(commits / commanded) * 1000, (commits / bare) * 1000]
  tell('written to the log by one command', `${(bytes / 1024).toFixed(0)} KiB`)
  tell(`bare commits, FULL, encrypted`, `${raw.toFixed(0)} /s`)
  tell(`commands through perform (${commits})`, `${performed.toFixed(0)} /s`)
  tell('processor time of one command', `${(worked / commits).toFixed(1)} ms`)
  tell('ratio', (performed / raw).toFixed(2), 'aim ≥ 0.5')
  await desk.close()
})
