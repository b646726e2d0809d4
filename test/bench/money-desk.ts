// The money desk on an encrypted file: lines searched among LINES, lines confirmed among LINES open ones.
// npx tsx test/bench/money-desk.ts [SEARCHED] [CONFIRMED]
import { join } from 'node:path'
import { openDesk } from '../../src/desk/desk.ts'
import { openStore } from '../../src/desk/open-store.ts'
import { loadDefinitions } from '../../src/documents/definition.ts'
import type { Actor } from '../../src/domain/rule.ts'
import { knownOperators } from '../../src/house.ts'
import { letterValues } from '../../src/letters/values.ts'
import { hanako, requestFor } from '../domain/given.ts'
import { inFolder, quantile, tell, timed } from './measured.ts'
import { root } from './running.ts'

const searched = Number(process.argv[2] ?? 100_000)
const confirmed = Number(process.argv[3] ?? 1_500)
const cashier: Actor = { id: 'ito', name: '伊藤', roles: ['cashier', 'reception', 'admin'], operators: 'all' }
const kana = [...'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ']
const nameOf = (n: number): string =>
  `${kana[n % 44]}${kana[(n * 7) % 43]}${kana[(n * 3) % 41]} ${kana[(n * 11) % 44]}${kana[Math.floor(n / 44) % 44]}`

const statement = (rows: readonly (readonly [string, number])[]): Buffer => {
  let balance = 0
  const lines = rows.map(([words, amount]) => {
    balance += amount
    return `20261120,${words},${amount},,${balance},`
  })
  return Buffer.from(['日付,摘要,入金金額,出金金額,残高,メモ', ...lines].join('\r\n').concat('\r\n'))
}

const deskAt = async (folder: string) => {
  const store = await openStore({ file: join(folder, 'kaiji.db'), key: 'ab'.repeat(32) })
  const desk = await openDesk({
    store,
    now: () => '2026-11-21T03:00:00.000Z',
    definitions: loadDefinitions(join(root, 'forms')),
    letterValues,
    operators: knownOperators(),
    bankFiles: { folder, key: Buffer.alloc(32, 7) },
  })
  await desk.accounts.register({ label: 'みずほ', operators: ['ims'] }, cashier)
  const bring = async (bytes: Buffer) => {
    const { taking } = await desk.statements.bring({ name: 'gmo.csv', bytes }, { account: 'A1' }, cashier)
    if (!taking.ok) throw new Error(JSON.stringify(taking))
  }
  return { desk, bring }
}

await inFolder(async folder => {
  const { desk, bring } = await deskAt(folder)
  const rows = Array.from({ length: searched }, (_, n) => [`振込　${nameOf(n)}`, 3300 + (n % 90)] as const)
  const ms = await timed(() => bring(statement(rows)))
  tell(`${searched} lines imported`, `${(ms / 1000).toFixed(1)} s`)
  for (const text of ['アオカ', 'ﾔﾏﾀﾞ', '3305', 'ソンナヒトハイナイ', '']) {
    const runs: number[] = []
    let total = 0
    for (let n = 0; n < 5; n += 1)
      runs.push(
        await timed(async () => {
          total = (await desk.statements.lines({ text }, cashier)).total
        }),
      )
    tell(`search 「${text}」 (${total} found)`, `${quantile(runs, 0.5).toFixed(0)} ms`)
  }
  tell('plan of all of them, first', `${(await timed(() => desk.settling.plan({}, cashier))).toFixed(0)} ms`)
  for (const q of ['', 'アオカ', '3305', 'ソンナヒトハイナイ']) {
    const runs: number[] = []
    for (let n = 0; n < 3; n += 1) runs.push(await timed(() => desk.settling.plan({ q }, cashier)))
    tell(`plan searched for 「${q}」`, `${quantile(runs, 0.5).toFixed(0)} ms`)
  }
  await desk.close()
})

await inFolder(async folder => {
  const { desk, bring } = await deskAt(folder)
  const rows: [string, number][] = []
  for (let n = 0; n < confirmed; n += 1) {
    const [familyKana = '', givenKana = ''] = nameOf(n).split(' ')
    const done = await desk.perform(
      null,
      'logRequest',
      requestFor('ims', { subject: { ...hanako, familyKana, givenKana } }),
      cashier,
    )
    if (!done.ok) throw new Error(JSON.stringify(done))
    rows.push([`振込　${done.number} ${nameOf(n)}`, 3300])
  }
  await bring(statement(rows))
  const planned = async () => (await desk.settling.plan({}, cashier)).lines.filter(({ decided }) => decided)
  tell(`plan of ${confirmed} × ${confirmed}, first`, `${(await timed(planned)).toFixed(0)} ms`)
  const lines = (await planned()).slice(0, 200)
  const asked = lines.map(({ row, proof }) => ({ line: row.id, proof }))
  const ms = await timed(async () => {
    const done = await desk.settling.confirm(asked, cashier)
    const no = done.find(each => !each.ok)
    if (no) throw new Error(JSON.stringify(no))
  })
  tell(`${asked.length} lines confirmed`, `${(ms / asked.length).toFixed(1)} ms a line`)
  tell('plan after it', `${(await timed(planned)).toFixed(0)} ms`)
  await desk.close()
})
