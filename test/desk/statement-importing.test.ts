import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ledgerOf } from '../../src/desk/ledger.ts'
import type { Preview } from '../../src/desk/statement-preview.ts'
import { ito, kanri, sato } from '../domain/given.ts'
import { type DeskIn, deskIn } from './desk-in.ts'

let at: DeskIn
beforeEach(async () => {
  at = await deskIn()
})
afterEach(() => at.gone())

const fixture = (name: string) => ({
  name,
  bytes: readFileSync(new URL(`../../fixtures/statements/${name}`, import.meta.url)),
})
const account = async (more: object = {}) => {
  const made = await at.desk.accounts.register({ label: '本店 普通', operators: ['ims'], ...more }, ito)
  if (!made.ok) throw new Error(JSON.stringify(made))
  return made.account
}
const bring = (name: string, how: Parameters<DeskIn['desk']['statements']['bring']>[1] = {}) =>
  at.desk.statements.bring(fixture(name), how, ito)
const freshIn = (preview: Preview | null) =>
  preview?.accounts.map(({ lines }) => lines.filter(({ known }) => known === null).length)
const banked = async () =>
  (await ledgerOf(at.store.read).read({ kinds: ['line_in'] })).reduce((sum, each) => sum + each.amount, 0)

describe('a statement', () => {
  it('comes in whole: lines, their money as 仮受金, and the bytes as evidence', async () => {
    const own = await account()
    const { taking } = await bring('anser-202611.csv', { account: own.id })
    expect(taking).toMatchObject({ ok: true, statements: [{ account: 'A1', lines: 4, added: 4 }] })
    const all = await at.desk.statements.lines({}, ito)
    expect(
      all.rows.map(({ id, date, in: came, out, rest, unexplained }) => [id, date, came, out, rest, unexplained]),
    ).toEqual([
      ['L000001', '2026-11-05', 3300, null, 3300, null],
      ['L000002', '2026-11-05', 3300, null, 3300, null],
      ['L000003', '2026-11-09', null, 3300, null, 3300],
      ['L000004', '2026-11-18', null, 3300, null, 3300],
    ])
    expect(await banked()).toBe(6600)
    expect((await at.desk.verify()).faults).toEqual([])
    const { rows } = await at.desk.statements.list(ito)
    expect(await at.desk.statements.evidence(rows[0]?.id ?? '', ito)).toEqual(fixture('anser-202611.csv'))
  })

  it('a second time adds nothing', async () => {
    const own = await account()
    await bring('anser-202611.csv', { account: own.id })
    const again = await bring('anser-202611.csv', { account: own.id })
    expect(again.taking).toEqual({ ok: false, issues: [{ path: 'file', code: 'nothing_new' }] })
    expect(again.preview?.before).toHaveLength(1)
    expect(freshIn(again.preview)).toEqual([0])
    expect((await at.desk.statements.list(ito)).total).toBe(1)
  })
})
