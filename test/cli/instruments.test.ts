import { afterAll, beforeAll, expect, test } from 'vitest'
import { kaijiIn } from './kaiji.ts'

const { run, begin, gone } = kaijiIn()
afterAll(gone)

beforeAll(async () => {
  await begin()
  expect((await run(['staff', 'add', 'ito', '--name', '伊藤', '--role', 'cashier'])).code).toBe(0)
})

test('an empty safe says so, and its JSON is empty', async () => {
  expect(await run(['instruments', '--as', 'ito'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('定額小為替・切手・現金はありません。'),
  })
  expect(JSON.parse((await run(['instruments', '--as', 'ito', '--json'])).out)).toEqual({ orders: [], pools: [] })
})

test('somebody must be named who looks', async () => {
  expect((await run(['instruments'])).code).not.toBe(0)
})
