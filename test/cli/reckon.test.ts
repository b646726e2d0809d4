import { afterAll, expect, test } from 'vitest'
import { kaijiIn } from './kaiji.ts'

const { run, gone } = kaijiIn()
afterAll(gone)

// The worked table of 39条 with its remarks: reference law.md §2.2.
test.each([
  ['2026-01-05', '2026-01-20'],
  ['令和8年4月23日', '2026-05-08'],
  ['R8.9.8', '2026-09-23'],
  ['２０２６年１２月１８日', '2027-01-02'],
  ['20260228', '2026-03-15'],
])('a request that arrives on %s may be sued over from %s', async (arrived, suit) => {
  const { code, out } = await run(['reckon', '--operator', 'ims', '--arrived', arrived, '--json'])
  expect(code).toBe(0)
  const found = JSON.parse(out) as {
    suitPossibleFrom: string
    days: { counted: boolean }[]
    internal: { name: string; date: string }[]
  }
  expect(found.suitPossibleFrom).toBe(suit)
  expect(found.days.filter(day => day.counted)).toHaveLength(14)
  expect(found.internal.map(each => each.name)).toEqual(['acknowledge', 'supplement', 'decide', 'post'])
})

test('the desk posts before the year-end closure when day 14 is New Year', async () => {
  const { out } = await run(['reckon', '--operator', 'ims', '--arrived', '2026-12-18', '--json'])
  const { internal } = JSON.parse(out) as { internal: { name: string; date: string }[] }
  expect(internal.find(each => each.name === 'post')?.date).toBe('2026-12-28')
})

test('for people every day is told with its reason', async () => {
  const { out } = await run(['reckon', '--operator', 'sakura', '--arrived', '2026-11-20'])
  expect(out).toContain('2026年11月20日（金）　不算入　到達の日は数えません（民法140条）')
  expect(out).toContain('勤労感謝の日')
  expect(out).toContain('訴えを提起できる日（法39条1項）　2026年12月5日（土）')
})

test.each([
  [['reckon'], 2, '使い方'],
  [['reckon', '--operator', 'ims', '--arrived', '2026-02-30'], 2, '日付として読めません'],
  [['reckon', '--operator', 'nobody', '--arrived', '2026-11-20'], 1, '登録されていません'],
  [['reckon', '--operator', 'ims', '--arrived', '1999-01-01'], 1, '取扱規程がありません'],
  [['reckon', '--colour'], 2, '--colour'],
  [['tracking', '131-12-38385-3'], 1, '検査数字が合いません'],
  [['tracking', 'abc'], 1, '読めません'],
  [['dance'], 2, 'dance'],
  [['perform', 'explode', '--as', 'sato'], 2, 'explode'],
  [['cases', '--as', 'nobody'], 1, 'まだ窓口がありません'],
  [['case', '12345678', '--as', 'sato'], 2, '受付番号'],
])('%j ends with %i and one line', async (args, code, words) => {
  const done = await run(args)
  expect(done.code).toBe(code)
  expect(done.err).toContain(words)
  expect(done.err.trim().split('\n')).toHaveLength(1)
  expect(done.err).not.toMatch(/at .*\.ts:\d+/)
})

test('a right tracking number is said to be right, as scanned from the NW-7 label', async () => {
  expect(await run(['tracking', 'A13112383852A'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('131-12-38385-2'),
  })
})
