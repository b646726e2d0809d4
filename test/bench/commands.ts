// Commands through perform on an encrypted file with synchronous=FULL, against bare commits of as many bytes and statements.
import { busyDesk, scripts } from './busy-desk.ts'
import { inFolder, tell, timed } from './measured.ts'

const ROUNDS = 12

await inFolder(async folder => {
  const { desk, store, tell: tellCase } = await busyDesk(folder)
  const sqlite = store.sqlite.write
  for (const script of scripts) await tellCase(script)

  let commits = 0
  const steps = scripts.reduce((sum, { steps }) => sum + steps.length, 0) * ROUNDS
  const pages = () => Number(sqlite.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) ?? 0)
  const written = () => Number(sqlite.pragma('page_count', { simple: true }))
  pages()
  const before = written()
  const commanded = await timed(async () => {
    for (let round = 0; round < ROUNDS; round++)
      for (const script of scripts) {
        await tellCase(script)
        commits += script.steps.length
      }
  })
  const bytes = Math.round(((written() - before) * 4096) / steps)

  // The bare commit appends the bytes that a command adds to the file, in one row.
  sqlite.exec('CREATE TABLE bench_bare (id INTEGER PRIMARY KEY, body BLOB)')
  const insert = sqlite.prepare('INSERT INTO bench_bare (body) VALUES (?)')
  const body = Buffer.alloc(bytes, 7)
  const bare = await timed(() => {
    for (let nth = 0; nth < commits; nth++) insert.run(body)
  })
  const [performed, raw] = [(commits / commanded) * 1000, (commits / bare) * 1000]
  tell('bytes that a command adds to the store', `${bytes} B`)
  tell(`bare commits, FULL, encrypted`, `${raw.toFixed(0)} /s`)
  tell(`commands through perform (${commits})`, `${performed.toFixed(0)} /s`)
  tell('ratio', (performed / raw).toFixed(2), 'aim ≥ 0.5')
  await desk.close()
})
