// Pages through fastify's inject on a desk of 10,000 cases, an encrypted file.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { openFiles } from '../../src/desk/files.ts'
import { openStaff } from '../../src/desk/staff.ts'
import { openTokens } from '../../src/desk/tokens.ts'
import { houseKeeper } from '../../src/house.ts'
import { buildServer } from '../../src/web/server.ts'
import { busyDesk } from './busy-desk.ts'
import { fill } from './many-cases.ts'
import { inFolder, quantile, tell, timed } from './measured.ts'

const CASES = 10_000
const ROUNDS = 200
const PASSWORD = 'bench-no-aikotoba'

await inFolder(async folder => {
  const busy = await busyDesk(folder)
  const { desk, store, now } = busy
  let numbers: string[] = []
  const filled = await timed(async () => {
    numbers = await fill(busy, CASES)
  })
  tell(`making ${numbers.length} cases`, `${(filled / 1000).toFixed(1)} s`)
  const staff = openStaff(store, { hours: 8, now })
  await staff.add(
    { signIn: 'bench', name: '計測', roles: ['reception', 'cashier'], operators: 'all', password: PASSWORD },
    houseKeeper,
  )
  const app = await buildServer({
    desk,
    staff,
    tokens: openTokens(store, { now }),
    files: await openFiles(store, { folder: join(folder, 'files'), key: randomBytes(32), now }),
    secret: randomBytes(32),
    secure: false,
    trustProxy: false,
    uploadBytes: 1_000_000,
  })
  const answer = await app.inject({
    method: 'POST',
    url: '/sign-in',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: `name=bench&password=${PASSWORD}`,
  })
  const cookie = `${answer.cookies[0]?.name}=${answer.cookies[0]?.value}`
  const get = async (url: string) => {
    const page = await app.inject({ url, headers: { cookie } })
    if (page.statusCode !== 200) throw new Error(`${url} gave ${page.statusCode}`)
  }
  tell('first list of a day: open cases derived anew', `${((await timed(() => get('/cases'))) / 1000).toFixed(1)} s`)
  const one = (nth: number) => numbers[(nth * 7919) % numbers.length] ?? ''
  const pages: Record<string, (nth: number) => string> = {
    'list (/cases)': () => '/cases',
    'list, all cases': () => '/cases?state=all',
    'list, a name searched (/cases?q=佐藤)': () => `/cases?state=all&q=${encodeURIComponent('佐藤')}`,
    'case (/cases/N)': nth => `/cases/${one(nth)}`,
    'today (/today)': () => '/today',
    'postings (/postings)': () => '/postings',
    'money (/money)': () => '/money',
  }
  for (const [what, url] of Object.entries(pages)) {
    const times: number[] = []
    const cost = process.cpuUsage()
    // What takes long is asked less often: the whole bench ends within a minute.
    const begun = performance.now()
    for (let nth = 0; nth < ROUNDS && performance.now() - begun < 5_000; nth++)
      times.push(await timed(() => get(url(nth))))
    const { user, system } = process.cpuUsage(cost)
    const warm = times.length > 20 ? times.slice(10) : times
    tell(
      what,
      `p50 ${quantile(warm, 0.5).toFixed(1)} ms`,
      `p95 ${quantile(warm, 0.95).toFixed(1)} ms, aim < 20 ms; ${((user + system) / 1000 / times.length).toFixed(1)} ms of processor`,
    )
  }
  await app.close()
  await desk.close()
})
