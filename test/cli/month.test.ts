import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { ledgerOf } from '../../src/desk/money/ledger.ts'
import { day } from '../../src/domain/day.ts'
import { yen } from '../../src/domain/yen.ts'
import { openHouse } from '../../src/house.ts'
import { accountIn, lineIn } from '../desk/money/statement-cast.ts'
import { kaijiIn } from './kaiji.ts'

const { run, begin, gone, dataDir } = kaijiIn()
afterAll(gone)

const inHouse = async (work: (house: Awaited<ReturnType<typeof openHouse>>) => Promise<unknown>) => {
  const house = await openHouse(readConfig({ DATA_DIR: dataDir }))
  await work(house)
  await house.close()
}

beforeAll(async () => {
  await begin()
  expect((await run(['staff', 'add', 'ito', '--name', '伊藤', '--role', 'cashier'])).code).toBe(0)
  await inHouse(async ({ store }) => {
    const at = { store, now: () => '2026-11-21T03:00:00.000Z' }
    await accountIn(at)
    await lineIn(at, { payer: 'ｻｲﾄｳ ｼﾞﾛｳ', amount: 1234 })
  })
})

const out = (name: string) => join(dataDir, name)
const exported = (name: string, product = 'yayoi', to = '2026-11-30') =>
  run(['export', product, '--from', '2026-11-01', '--to', to, '--as', 'ito', '--out', out(name)])

describe('kaiji export', () => {
  test('writes the file of the product for its owner alone', async () => {
    const said = await exported('journal.txt')
    expect([said.code, said.err]).toEqual([0, ''])
    expect(said.out).toContain('1件の仕訳を書き出しました。')
    expect(new TextDecoder('shift_jis').decode(readFileSync(out('journal.txt')))).toContain('普通預金')
    expect(statSync(out('journal.txt')).mode & 0o777).toBe(0o600)
    expect((await exported('journal.csv', 'freee')).code).toBe(0)
    expect(readFileSync(out('journal.csv'), 'utf8').startsWith('[表題行],')).toBe(true)
  })

  test('tells how it is used where product, period or file are not said', async () => {
    for (const said of [
      await exported('x', 'oracle'),
      await exported('x', 'yayoi', '2026-10-01'),
      await run(['export', 'yayoi', '--from', '2026-11-01', '--to', '2026-11-30', '--as', 'ito']),
    ])
      expect([said.code, said.err.startsWith('使い方：kaiji export yayoi|freee|money_forward')]).toEqual([2, true])
  })

  test('names the character that the file cannot hold, and writes nothing', async () => {
    await inHouse(async ({ desk }) => {
      const admin = { id: 'kanri', roles: ['admin'], operators: 'all' } as const
      const terms = structuredClone(await desk.bookkeeping.terms(admin))
      expect(await desk.bookkeeping.change({ ...terms, banks: { A1: '𠮷野支店' } }, admin)).toEqual({ ok: true })
    })
    const said = await exported('never.txt')
    expect(said.code).toBe(1)
    expect(said.err).toContain('「𠮷」は、この会計ソフトの文字コードにありません')
    expect(() => statSync(out('never.txt'))).toThrow()
  })
})

describe('kaiji month', () => {
  test('tells every proof of the sheet in words', async () => {
    const said = await run(['month', '2026-11', '--as', 'ito'])
    expect([said.code, said.err]).toEqual([0, ''])
    expect(said.out).toContain('2026-11')
    expect(said.out).toContain('一致　元帳の番号に欠けがない（欠番の数）　0 / 0')
    const { proofs, hash } = JSON.parse((await run(['month', '2026-11', '--as', 'ito', '--json'])).out)
    expect(proofs.every((proof: { holds: boolean }) => proof.holds)).toBe(true)
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('asks for a month and for a person who serves every operator', async () => {
    expect((await run(['month', '11月', '--as', 'ito'])).code).toBe(2)
    expect((await run(['month', '2026-11'])).code).toBe(2)
    await run(['staff', 'add', 'tanaka', '--name', '田中', '--role', 'cashier', '--operator', 'iij'])
    const no = await run(['month', '2026-11', '--as', 'tanaka'])
    expect([no.code, no.err]).toEqual([1, expect.stringContaining('すべての事業者を担当する人だけ')])
  })

  test('ends with 1 when a proof does not hold, and says which', async () => {
    // No act of the desk writes this: a note that moves money.
    const wrong = { kind: 'noted', debit: 'bank', credit: 'unidentified', amount: yen(5), operator: null } as const
    await inHouse(({ store }) =>
      store.transaction(() =>
        ledgerOf(store.write).append([{ ...wrong, on: day('2026-11-20') }], {
          at: '2026-11-21T03:00:00.000Z',
          by: 'ito',
        }),
      ),
    )
    const said = await run(['month', '2026-11', '--as', 'ito'])
    expect([said.code, said.err]).toEqual([1, expect.stringContaining('照合の合わない行があります。')])
    expect(said.out).toContain('差 1　取引の種類と科目が合う')
    expect((await run(['month', '2026-11', '--as', 'ito', '--json'])).code).toBe(1)
  })
})
