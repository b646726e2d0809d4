import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { openHouse } from '../../src/house.ts'
import { accountIn, lineIn } from '../desk/money/statement-cast.ts'
import { kaijiIn } from './kaiji.ts'

const { run, begin, gone, dataDir } = kaijiIn()
afterAll(gone)

beforeAll(async () => {
  await begin()
  const added = await run(['staff', 'add', 'ito', '--name', '伊藤', '--role', 'cashier'])
  expect(added.code).toBe(0)
  const house = await openHouse(readConfig({ DATA_DIR: dataDir }))
  const at = { store: house.store, now: () => '2026-11-21T03:00:00.000Z' }
  await accountIn(at)
  await lineIn(at, { payer: 'ｻｲﾄｳ ｼﾞﾛｳ', amount: 1234 })
  await house.close()
})

test('the plan is printed with its reasons and books nothing', async () => {
  const said = await run(['reconcile', '--as', 'ito'])
  expect(said).toMatchObject({ code: 0, err: '' })
  expect(said.out).toContain('消込の残り　1件　1,234円')
  expect(said.out).toContain('該当なし　1件')
  expect(said.out).toContain('ｻｲﾄｳ ｼﾞﾛｳ')
  const again = await run(['reconcile', '--as', 'ito', '--json', '--q', 'さいとう'])
  expect(JSON.parse(again.out)).toMatchObject({
    open: { lines: 1, rest: 1234 },
    lines: [{ bucket: 'unknown', rest: 1234 }],
  })
})

test('it needs a person in whose name it is read', async () => {
  expect((await run(['reconcile'])).code).toBe(2)
})
