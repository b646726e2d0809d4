import { afterAll, beforeAll, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import { ito, kanri } from '../../domain/given.ts'
import { type StatementIn, statementIn, zengin } from './statement-in.ts'

let at: StatementIn
beforeAll(async () => {
  at = await statementIn()
  await at.account({ number: '1234567' })
  await at.account({ label: '別', number: '7654321', operators: ['iij'] })
  await at.bring(
    zengin(
      {
        movements: [
          { on: '081102', in: 3300, payer: '26000010ﾔﾏﾀﾞ ﾀﾛｳ' },
          { on: '081103', in: 1100, payer: 'ｶ)ﾐﾅﾄ%_', edi: '26000029' },
          { on: '081104', out: 440, payer: '', note: 'ﾃｽｳﾘﾖｳ' },
          { on: '081105', in: 12345, payer: 'ｵｵﾉ ｼﾞﾕﾝｺ', code: '0026000037' },
        ],
      },
      { number: 7654321, movements: [{ on: '081106', in: 500, payer: 'ﾖｿ' }] },
    ),
  )
})
afterAll(() => at.gone())

const found = async (text: string, more: object = {}) =>
  (await at.lines({ account: 'A1', text, ...more })).map(each => each.id)

it.each([
  ['as the bank wrote it', 'ﾔﾏﾀﾞ', ['L000001']],
  ['in full-width kana', 'ヤマダ タロウ', ['L000001']],
  ['in hiragana, small and large alike', 'おおの じゅんこ', ['L000004']],
  ['an amount with comma and yen', '12,345円', ['L000004']],
  ['an amount in full width', '３３００', ['L000001']],
  ['an amount that left', '440', ['L000003']],
  ['a case number as printed', '26-00001-0', ['L000001']],
  ['a case number in EDI', '26000029', ['L000002']],
  ['a case number in the payer code', '26000037', ['L000004']],
  ['a description', 'テスウリヨウ', []],
  ['a description as written', 'ﾃｽｳﾘﾖｳ', ['L000003']],
  ['a line', 'l000003', ['L000003']],
  ['signs that SQL takes for patterns', '%_', ['L000002']],
  ['nothing that is there', 'サイトウ', []],
])('finds %s', async (_what, text, ids) => {
  expect(await found(text)).toEqual(ids)
})

it('keeps to days, account and what is open, and sums over everything found', async () => {
  expect(await found('', { from: day('2026-11-03'), to: day('2026-11-04') })).toEqual(['L000002', 'L000003'])
  const all = await at.desk.statements.lines({ limit: 2 }, ito)
  expect([all.rows.length, all.total, all.in, all.out, all.rest]).toEqual([2, 5, 17245, 440, 17245])
  expect((await at.desk.statements.lines({ state: 'open' }, ito)).total).toBe(5)
})

it('shows nobody the lines of an operator that they do not serve', async () => {
  const other = { ...ito, operators: ['iij'] }
  const { rows, total } = await at.desk.statements.lines({}, other)
  expect([rows.map(each => each.id), total]).toEqual([['L000005'], 1])
})

it('knows an account that is there already, and takes no codes that are none', async () => {
  const same = await at.desk.accounts.register({ label: 'x', operators: 'ims', number: '0001234567' }, kanri)
  expect(same).toEqual({ ok: false, issues: [{ path: 'number', code: 'account_known' }] })
  const wrong = { label: '', operators: [], bankCode: 'みずほ', branchCode: '12345', number: 'なし' }
  expect(await at.desk.accounts.register(wrong, kanri)).toMatchObject({
    issues: [
      { path: 'label', code: 'required' },
      { path: 'operators', code: 'operator_missing' },
      { path: 'bankCode', code: 'bank_code_not_read' },
      { path: 'branchCode', code: 'branch_code_not_read' },
      { path: 'number', code: 'account_number_not_read' },
    ],
  })
  const narrow = { ...kanri, operators: ['iij'] }
  expect(await at.desk.accounts.register({ label: 'x', operators: 'ims' }, narrow)).toMatchObject({
    refusal: { refused: 'not_this_operator' },
  })
  expect(await at.desk.accounts.change('A1', { label: 'x', operators: 'iij' }, narrow)).toMatchObject({
    issues: [{ code: 'unknown_account' }],
  })
})

it('keeps the lines of an account that is no longer used, and takes no more', async () => {
  await at.desk.accounts.setActive('A2', false, ito)
  expect((await at.desk.accounts.list(ito)).map(each => each.id)).toEqual(['A1'])
  expect((await at.desk.accounts.list(ito, { retired: true })).map(each => each.id)).toEqual(['A1', 'A2'])
  expect((await at.bring(zengin({ number: 7654321, movements: [{ in: 700 }] }))).codes).toEqual(['account_missing'])
  expect((await at.lines({ account: 'A2' })).map(each => each.in)).toEqual([500])
})
