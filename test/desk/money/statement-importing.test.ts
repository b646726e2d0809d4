import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ledgerOf } from '../../../src/desk/money/ledger.ts'
import { ito, sato } from '../../domain/given.ts'
import { auditor } from '../store-in.ts'
import { fixture, freshIn, gmo, type StatementIn, statementIn, zengin } from './statement-in.ts'

let at: StatementIn
beforeEach(async () => {
  at = await statementIn()
})
afterEach(() => at.gone())

const mizuho = { number: '1234567', bankCode: '1', branchCode: '210', kind: '普通' }
const faults = async () => (await at.desk.verify()).faults

describe('a bank file', () => {
  it('comes in whole: lines, their money as 仮受金, and the bytes as evidence', async () => {
    const own = await at.account()
    const { taking } = await at.bring(fixture('anser-202611.csv'), { account: own.id })
    expect(taking).toMatchObject({ ok: true, statements: [{ account: 'A1', lines: 4, added: 4 }] })
    expect(
      (await at.lines()).map(each => [each.id, each.date, each.in, each.out, each.rest, each.unexplained]),
    ).toEqual([
      ['L000001', '2026-11-05', 3300, null, 3300, null],
      ['L000002', '2026-11-05', 3300, null, 3300, null],
      ['L000003', '2026-11-09', null, 3300, null, 3300],
      ['L000004', '2026-11-18', null, 3300, null, 3300],
    ])
    expect(await at.banked()).toBe(6600)
    expect(await faults()).toEqual([])
    const { rows } = await at.desk.statements.list(ito)
    expect(await at.desk.statements.evidence(rows[0]?.id ?? '', auditor)).toEqual(fixture('anser-202611.csv'))
    expect(await at.desk.statements.evidence(rows[0]?.id ?? '', sato)).toBeNull()
  })

  it('adds nothing a second time', async () => {
    const own = await at.account()
    await at.bring(fixture('anser-202611.csv'), { account: own.id })
    const again = await at.bring(fixture('anser-202611.csv'), { account: own.id })
    expect([again.codes, freshIn(again.preview), again.preview?.before.length]).toEqual([['nothing_new'], [0], 1])
    expect((await at.desk.statements.list(ito)).total).toBe(1)
    expect((await at.lines()).length).toBe(4)
  })

  it('books the operator where the account has one, and leaves it open where it has several', async () => {
    await at.account(mizuho)
    await at.account({ label: '共用', operators: ['ims', 'iij'], number: '7654321' })
    await at.bring(zengin({ movements: [{ in: 300 }] }, { number: 7654321, movements: [{ in: 500 }] }))
    expect((await ledgerOf(at.store.read).read()).map(each => [each.account, each.operator, each.amount])).toEqual([
      ['A1', 'ims', 300],
      ['A2', null, 500],
    ])
  })

  it('of a month that is closed is booked on the first open day', async () => {
    await at.account(mizuho)
    at.store.sqlite.write.exec(
      "INSERT INTO month_closings VALUES ('2026-11', 's1', '2026-12-01T00:00:00Z', 0, 'h', 's2', '2026-12-01T00:00:00Z', NULL)",
    )
    await at.bring(zengin({ movements: [{ on: '081110', in: 300 }] }))
    expect((await at.lines())[0]?.date).toBe('2026-11-10')
    expect((await ledgerOf(at.store.read).read())[0]?.on).toBe('2026-12-01')
  })

  it('finds its account by the number that it names, whatever the padding', async () => {
    await at.account({ ...mizuho, number: '0001234567' })
    const { preview } = await at.bring(zengin({ movements: [{ in: 300 }] }), { look: true })
    expect(preview?.accounts[0]?.place).toMatchObject({ state: 'known', account: { id: 'A1' } })
    expect((await at.desk.statements.list(ito)).total).toBe(0)
  })

  it('of an account that nobody registered waits until somebody says whose it is', async () => {
    const file = zengin({ movements: [{ in: 300 }] })
    expect((await at.bring(file)).codes).toEqual(['account_missing'])
    await at.account({ number: '999' })
    expect((await at.bring(file, { account: 'A1' })).codes).toEqual(['account_other'])
    await at.account({ label: '番号なし' })
    expect((await at.bring(file, { account: 'A2' })).codes).toEqual([])
    expect(await at.desk.accounts.one('A2', ito)).toMatchObject({
      bankCode: '0001',
      branchCode: '210',
      number: '1234567',
    })
  })

  it('never shows or fills the account of an operator that one does not serve', async () => {
    await at.account(mizuho)
    const other = { ...ito, id: 'ota', operators: ['iij'] }
    const seen = await at.bring(zengin({ movements: [{ in: 300 }] }), {}, other)
    expect([seen.preview?.accounts[0]?.place.state, seen.codes]).toEqual(['not_served', ['account_not_served']])
    expect((await at.bring(gmo(['20261105', '振込 ヤマダ', 300, '', 300]), { account: 'A1' }, other)).codes).toEqual([
      'account_not_there',
    ])
    expect(await at.lines()).toEqual([])
    await at.bring(zengin({ movements: [{ in: 300 }] }))
    const { rows } = await at.desk.statements.list(ito)
    expect(await at.desk.statements.list(other)).toEqual({ rows: [], total: 0 })
    expect(await at.desk.statements.one(rows[0]?.id ?? '', other)).toBeNull()
    expect((await at.desk.statements.lines({}, other)).total).toBe(0)
  })

  it('of several accounts brings those that one serves, and says of the rest that it is not theirs', async () => {
    await at.account(mizuho)
    await at.account({ label: 'IIJ', operators: ['iij'], number: '7654321' })
    const file = zengin({ movements: [{ in: 300 }] }, { number: 7654321, movements: [{ in: 500 }] })
    const half = { ...ito, id: 'ota', operators: ['iij'] }
    const first = await at.bring(file, {}, half)
    expect(first.taking).toMatchObject({ ok: true, statements: [{ account: 'A2', added: 1 }] })
    expect(first.preview?.accounts.map(({ place }) => place.state)).toEqual(['not_served', 'known'])
    const again = await at.bring(file, {}, half)
    expect(again.codes).toEqual(['account_not_served', 'nothing_new'])
    expect((await at.lines()).map(each => each.in)).toEqual([500])
  })

  it('of several accounts shows its bytes only to those who see them all', async () => {
    await at.account(mizuho)
    await at.account({ label: 'IIJ', operators: ['iij'], number: '7654321' })
    await at.bring(zengin({ movements: [{ in: 300 }] }, { number: 7654321, movements: [{ in: 500 }] }))
    const half = { ...ito, operators: ['iij'] }
    const { rows } = await at.desk.statements.list(half)
    expect(rows).toHaveLength(1)
    expect(await at.desk.statements.evidence(rows[0]?.id ?? '', half)).toBeNull()
    expect(await at.desk.statements.evidence(rows[0]?.id ?? '', ito)).not.toBeNull()
  })

  it('is taken by 経理 and 管理者 alone', async () => {
    for (const by of [sato, auditor]) {
      expect((await at.bring(fixture('yucho-202611.csv'), {}, by)).codes).toEqual(['not_allowed'])
      expect(await at.desk.accounts.register({ label: 'x', operators: ['ims'] }, by)).toMatchObject({ ok: false })
    }
  })
})

describe('equal payments', () => {
  const twins = { on: '081105', in: 3300, payer: 'ﾔﾏﾀﾞ ﾀﾛｳ' }
  const later = { on: '081107', in: 1100, payer: 'ｻﾄｳ ﾊﾅｺ' }
  beforeEach(() => at.account(mizuho))

  it('of one day all survive, also where a second file overlaps', async () => {
    await at.bring(zengin({ movements: [{ ...twins, on: '081102' }, twins, twins] }))
    const second = await at.bring(zengin({ from: '081105', movements: [twins, twins, later] }))
    expect(second.taking).toMatchObject({ statements: [{ lines: 3, added: 1 }] })
    expect((await at.lines()).map(each => each.in)).toEqual([3300, 3300, 3300, 1100])
  })

  it('that are one more than the store has add exactly one', async () => {
    await at.bring(zengin({ movements: [twins] }))
    const more = await at.bring(zengin({ movements: [twins, twins] }))
    expect(more.taking).toMatchObject({ statements: [{ lines: 2, added: 1 }] })
    expect(await at.banked()).toBe(6600)
    expect(await faults()).toEqual([])
  })

  it('of a notice that holds only the later one come in when a person says so', async () => {
    await at.bring(zengin({ movements: [twins] }))
    const file = zengin({ movements: [{ ...twins, inquiry: 7 }] })
    const put = await at.desk.statements.put(file, ito)
    if (!put.ok) throw new Error('not put')
    const look = await at.desk.statements.look(put.id, ito)
    expect(look?.state === 'read' && freshIn(look.preview)).toEqual([0])
    await at.desk.statements.choose(put.id, { separate: [2] }, ito)
    expect(await at.desk.statements.take(put.id, {}, ito)).toMatchObject({ statements: [{ added: 1 }] })
    expect((await at.bring(zengin({ movements: [twins, twins] }))).codes).toEqual(['nothing_new'])
  })

  it('are the same where one format has balances and the other has none', async () => {
    await at.bring(zengin({ movements: [twins, twins] }))
    const csv = gmo(
      ['20261105', '振込 ヤマダ タロウ', 3300, '', 103300],
      ['20261105', '振込 ヤマダ タロウ', 3300, '', 106600],
    )
    expect((await at.bring(csv, { account: 'A1' })).codes).toEqual(['nothing_new'])
  })
})

describe('what does not prove itself', () => {
  it('asks for a reason, and keeps it', async () => {
    await at.account()
    const how = { account: 'A1' }
    const plain = await at.bring(fixture('sbi-net-202611.csv'), how)
    expect([plain.codes, plain.preview?.unproven]).toEqual([['proof_missing'], ['balance_gap']])
    expect(await at.lines()).toEqual([])
    const taken = await at.bring(fixture('sbi-net-202611.csv'), { ...how, despite: '銀行に照会中' })
    expect(taken.taking).toMatchObject({ statements: [{ added: 5 }] })
    const { rows } = await at.desk.statements.list(ito)
    expect(rows[0]?.issues.map(({ code, amount }) => [code, amount])).toEqual([['balance_gap', 3300]])
    expect(rows[0]).toMatchObject({ despite: '銀行に照会中', by: 'ito', at: '2026-11-21T03:00:00.000Z' })
    expect((await at.lines()).map(each => each.date)).toEqual([
      '2026-11-04',
      '2026-11-10',
      '2026-11-13',
      '2026-11-17',
      '2026-11-19',
    ])
  })

  it('is a wrong trailer, a cut file, a day of the future', async () => {
    await at.account(mizuho)
    const { bytes } = zengin({ movements: [{ in: 300 }, { in: 500 }] })
    const without = Buffer.concat([bytes.subarray(0, 202), bytes.subarray(404)])
    const cut = bytes.subarray(0, 500)
    const future = zengin({ movements: [{ on: '081125', in: 300 }] }).bytes
    const unproven = async (file: Buffer) => (await at.bring({ name: 'x', bytes: file })).preview?.unproven
    expect(await unproven(without)).toEqual(['trailer_count', 'trailer_sum', 'end_count'])
    expect(await unproven(cut)).toContain('trailer_missing')
    expect(await unproven(future)).toEqual(['date_in_future'])
    expect((await at.bring({ name: 'x', bytes: without })).codes).toEqual(['proof_missing'])
  })

  it('shows the gap to the statements before and after, with its amount', async () => {
    await at.account(mizuho)
    const day = (n: number) => `0811${String(n).padStart(2, '0')}`
    const part = (from: number, to: number, opening: number, yen: number) =>
      zengin({ from: day(from), to: day(to), opening, movements: [{ on: day(from), in: yen }] })
    await at.bring(part(1, 5, 100, 300))
    const next = await at.bring(part(11, 15, 900, 300), { look: true })
    expect(next.preview?.accounts[0]?.gaps).toMatchObject([{ where: 'before', amount: 500, on: '2026-11-05' }])
    await at.bring(part(11, 15, 900, 300))
    const between = await at.bring(part(6, 10, 400, 450), { look: true })
    expect(between.preview?.accounts[0]?.gaps).toMatchObject([{ where: 'after', amount: 50, on: '2026-11-11' }])
    await at.bring(part(6, 10, 400, 500))
    const late = await at.bring(part(16, 20, 1200, 10), { look: true })
    expect(late.preview?.accounts[0]?.gaps).toEqual([])
  })

  it.each([
    ['an empty file', Buffer.alloc(0), ['file_empty'], undefined],
    ['more than 50 MB', Buffer.alloc(50 * 1024 * 1024 + 1, ' '), ['statement_too_large'], undefined],
    ['a photo called CSV', Buffer.from('ffd8ffe000104a46', 'hex'), ['nothing_readable'], '写真（JPEG）'],
    ['an Excel file', Buffer.from('504b030414000600', 'hex'), ['nothing_readable'], 'Excel'],
  ])('refuses %s with a sentence', async (_what, bytes, codes, sentence) => {
    const done = await at.bring({ name: 'meisai.csv', bytes })
    expect(done.codes).toEqual(codes)
    expect(done.preview?.issues[0]?.message).toEqual(
      sentence === undefined ? undefined : expect.stringContaining(sentence),
    )
    expect(await at.lines()).toEqual([])
  })

  it('loses no good line to a foreign one', async () => {
    await at.account()
    const file = gmo(['20261105', '振込 ヤマダ', 3300, '', ''], ['20261106', '外国送金', 'USD 50.00' as never, '', ''])
    const done = await at.bring(file, { account: 'A1' })
    expect(done.taking).toMatchObject({ statements: [{ added: 1 }] })
    expect(done.preview?.issues).toMatchObject([{ code: 'foreign_currency', record: 3 }])
  })
})

describe('cancellations', () => {
  it('are linked within a file and applied to nothing', async () => {
    await at.account()
    await at.bring(fixture('anser-202611.csv'), { account: 'A1' })
    const lines = await at.lines()
    expect(lines[2]?.cancels).toEqual({ why: 'cancelled', line: 'L000002' })
    expect(lines[1]).toMatchObject({ cancelledBy: 'L000003', rest: 3300 })
  })

  it('find what they mean in an earlier file', async () => {
    await at.account(mizuho)
    await at.bring(zengin({ movements: [{ on: '081105', in: 3300, payer: 'ｺﾞﾄｳ' }] }))
    await at.bring(zengin({ from: '081106', movements: [{ on: '081109', out: 3300, payer: 'ｺﾞﾄｳ', kind: 19 }] }))
    const [first, second] = await at.lines()
    expect([first?.cancelledBy, second?.cancels]).toEqual(['L000002', { why: 'corrected', line: 'L000001' }])
    expect(await faults()).toEqual([])
  })
})
