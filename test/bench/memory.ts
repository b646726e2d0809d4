// Resident memory of the running server: after the first start (which makes the demo), after a second, after use.

import { inFolder, tell } from './measured.ts'
import { type Running, residentOf, signIn, startServer } from './running.ts'

const AIM = 'aim < 200 MB'
const show = (when: string, { pid }: Running) => {
  const { own, around } = residentOf(pid)
  tell(`server, ${when}`, `${own.toFixed(0)} MB`, `${AIM}; npm and tsx around it ${around.toFixed(0)} MB`)
}

const use = async (server: Running, folder: string): Promise<void> => {
  for (const role of ['reception', 'cashier', 'approver', 'auditor', 'admin']) await signIn(server.url, folder, role)
  const cookie = await signIn(server.url, folder, 'reception')
  const get = async (path: string) => {
    const answer = await fetch(`${server.url}${path}`, { headers: { cookie } })
    if (!answer.ok) throw new Error(`${path} gave ${answer.status}`)
    return answer
  }
  const list = await (await get('/cases?state=all')).text()
  const numbers = [...new Set([...list.matchAll(/\/cases\/(\d{8})/g)].map(found => found[1]))]
  const letters: string[] = []
  for (let page = 0; page < 50; page++) {
    const number = numbers[page % numbers.length]
    const html = await (await get(page % 5 === 0 ? '/today' : `/cases/${number}`)).text()
    letters.push(...[...html.matchAll(/\/cases\/\d{8}\/letters\/[^"]+\.pdf/g)].map(([path]) => path))
  }
  const different = [...new Set(letters)]
  for (let nth = 0; nth < 20; nth++) await (await get(different[nth % different.length] ?? '')).arrayBuffer()
}

await inFolder(async folder => {
  const first = await startServer(folder)
  show('idle after the first start', first)
  await first.stop()
  const server = await startServer(folder)
  show('idle after a second start', server)
  await use(server, folder)
  show('after 6 sign-ins, 50 pages and 20 letters', server)
  await server.stop()
})
