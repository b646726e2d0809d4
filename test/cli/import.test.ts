import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { houseKeeper, knownOperators, openHouse } from '../../src/house.ts'
import { kaijiIn } from './kaiji.ts'

const shell = kaijiIn()
const fixture = fileURLToPath(new URL('../../fixtures/statements/yucho-202611.csv', import.meta.url))
beforeAll(async () => {
  const house = await openHouse(readConfig({ DATA_DIR: shell.dataDir }), { operators: knownOperators() })
  await house.staff.add(
    { signIn: 'ito', name: '伊藤', roles: ['cashier'], operators: 'all', password: 'kaze-mori-yama-90' },
    houseKeeper,
  )
  await house.staff.add(
    { signIn: 'ota', name: '太田', roles: ['cashier'], operators: ['iij'], password: 'kaze-mori-yama-91' },
    houseKeeper,
  )
  await house.desk.accounts.register({ label: 'ゆうちょ', operators: ['ims'], number: '10340-08521821' }, houseKeeper)
  await house.close()
})
afterAll(() => shell.gone())

it('kaiji import shows first, takes with --yes, and adds nothing the second time', async () => {
  const look = await shell.run(['import', fixture, '--as', 'ito'])
  expect(look).toMatchObject({ code: 0, err: '' })
  expect(look.out).toContain('口座　ゆうちょ　4件、うち新しいもの4件')
  expect(look.out).toContain('取り込むには --yes を付けてください。')
  const taken = await shell.run(['import', fixture, '--as', 'ito', '--yes'])
  expect([taken.code, taken.out.includes('4件を取り込みました。')]).toEqual([0, true])
  const again = await shell.run(['import', fixture, '--as', 'ito', '--yes', '--json'])
  expect([again.code, again.err]).toEqual([1, '新しい明細はありません。どの明細もすでに取り込んであります。\n'])
  expect(JSON.parse(again.out)).toMatchObject({ format: 'yucho-direct', accounts: [{ account: 'A1', added: 0 }] })
})

it('kaiji import says of an account of another operator that it is not hers, before and after --yes', async () => {
  const look = await shell.run(['import', fixture, '--as', 'ota'])
  expect([look.code, look.out.includes('--yes')]).toEqual([0, false])
  expect(look.out).toContain('口座　担当外の口座')
  expect(look.out).toContain('担当していない事業者の口座の明細です。取り込めません。')
  const taken = await shell.run(['import', fixture, '--as', 'ota', '--yes'])
  expect([taken.code, taken.err]).toEqual([
    1,
    '担当していない事業者の口座の明細です。取り込めません。この口座を担当する経理に渡してください。\n',
  ])
  const named = await shell.run(['import', fixture, '--as', 'ota', '--account', 'A1', '--yes'])
  expect([named.code, named.err]).toEqual([1, expect.stringContaining('担当していない事業者の口座です。')])
})

it('kaiji import says in one line why not', async () => {
  const photo = join(shell.dataDir, 'photo.csv')
  writeFileSync(photo, Buffer.from('ffd8ffe000104a46', 'hex'))
  const refused = await shell.run(['import', photo, '--as', 'ito', '--yes'])
  expect([refused.code, refused.out]).toEqual([1, expect.stringContaining('写真（JPEG）')])
  expect((await shell.run(['import', fixture])).code).toBe(2)
  expect((await shell.run(['import', fixture, '--as', 'ito', '--date-mode', 'showa'])).code).toBe(2)
  expect((await shell.run(['import', join(shell.dataDir, 'nai.csv'), '--as', 'ito'])).code).toBe(1)
})
