import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ito, kanri } from '../../domain/given.ts'
import { fixture, gmo, type StatementIn, statementIn, zengin } from './statement-in.ts'

let at: StatementIn
beforeEach(async () => {
  at = await statementIn()
})
afterEach(() => at.gone())

const tray = () => readdirSync(join(at.dir, 'statement-tray'))
const put = async (file: { name: string; bytes: Buffer }) => {
  const answer = await at.desk.statements.put(file, ito)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.id
}
const read = async (id: string) => {
  const look = await at.desk.statements.look(id, ito, { whole: true })
  if (look?.state !== 'read') throw new Error('not read')
  return look.preview
}

describe('a file on its way in', () => {
  it('lies sealed, is seen by nobody else, and is gone once taken', async () => {
    await at.account()
    const id = await put(fixture('yucho-202611.csv'))
    expect(readFileSync(join(at.dir, 'statement-tray', id)).includes('26000119')).toBe(false)
    expect(await at.desk.statements.look(id, kanri)).toBeNull()
    expect(await at.desk.statements.take(id, {}, kanri)).toMatchObject({ issues: [{ code: 'file_gone' }] })
    await at.desk.statements.choose(id, { accounts: ['A1'] }, ito)
    expect(await at.desk.statements.take(id, {}, ito)).toMatchObject({ ok: true })
    expect(tray()).toEqual([])
    expect(await at.desk.statements.take(id, {}, ito)).toMatchObject({ issues: [{ code: 'file_gone' }] })
  })

  it('is taken once however often the button is pressed', async () => {
    await at.account({ number: '1234567' })
    const id = await put(zengin({ movements: [{ in: 300 }] }))
    const answers = await Promise.all([1, 2, 3].map(() => at.desk.statements.take(id, {}, ito)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await at.banked()).toBe(300)
  })

  it('outlives a restart, and not the next day', async () => {
    const id = await put(fixture('yucho-202611.csv'))
    const again = await at.again()
    expect(await again.desk.statements.look(id, ito)).toMatchObject({ state: 'read', name: 'yucho-202611.csv' })
    // Its age is that of the file itself.
    again.at('2099-01-01')
    await again.desk.statements.put(fixture('anser-202611.csv'), ito)
    expect(tray()).toHaveLength(1)
    expect(tray()).not.toContain(id)
    await again.gone()
    at = await statementIn()
  })

  it('leaves nothing behind when it is thrown away or cannot be taken', async () => {
    const id = await put(fixture('yucho-202611.csv'))
    expect(await at.desk.statements.discard(id, kanri)).toBe(false)
    expect(await at.desk.statements.discard(id, ito)).toBe(true)
    await at.bring(fixture('yucho-202611.csv'))
    expect(tray()).toEqual([])
  })

  it('is read in a thread when it is large, with word of how far it is', async () => {
    await at.account({ number: '1234567' })
    const movements = Array.from({ length: 6000 }, (_, nth) => ({ on: '081105', in: 1000 + nth, payer: 'ﾔﾏﾀﾞ' }))
    const id = await put(zengin({ movements }))
    const seen: number[] = []
    for (;;) {
      const look = await at.desk.statements.look(id, ito)
      if (look?.state === 'reading') seen.push(look.way.records)
      if (look?.state === 'read') break
    }
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    const { accounts, issues } = await read(id)
    expect([accounts[0]?.lines.length, issues]).toEqual([6000, []])
    expect(await at.desk.statements.take(id, {}, ito)).toMatchObject({ statements: [{ added: 6000 }] })
    expect(await at.banked()).toBe(movements.reduce((sum, each) => sum + each.in, 0))
    expect((await at.desk.verify()).faults).toEqual([])
  })
})

describe('dates without a century', () => {
  const old = zengin({ from: '201101', to: '201130', movements: [{ on: '201102', in: 300 }] })

  it('are asked for once, and remembered for the account', async () => {
    await at.account({ number: '1234567' })
    const file = await at.bring(old, { despite: '古い明細' })
    expect(file.codes).toEqual(['calendar_missing'])
    await at.bring(old, { dateMode: 'seireki', despite: '古い明細' })
    expect((await at.lines())[0]?.date).toBe('2020-11-02')
    expect((await at.desk.accounts.one('A1', ito))?.dateMode).toBe('seireki')
    const next = zengin({ from: '201101', to: '201130', movements: [{ on: '201103', in: 500 }] })
    expect((await at.bring(next, { look: true })).preview).toMatchObject({ asksCalendar: false })
  })

  it('that change their calendar are asked for again', async () => {
    await at.account({ number: '1234567', dateMode: 'seireki' })
    const { preview, codes } = await at.bring(zengin({ movements: [{ in: 300 }] }))
    expect([preview?.asksCalendar, codes]).toEqual([true, ['calendar_missing']])
  })
})

describe('columns that nobody knows', () => {
  const unknown = {
    name: 'shinkin.csv',
    bytes: Buffer.from(
      '扱い日,入った額,出た額,のこり,だれ\r\n2026/11/5,"3,300",,"103,300",ヤマダ タロウ\r\n2026/11/6,,440,"102,860",手数料\r\n',
    ),
  }
  const layout = {
    heading: ['扱い日', '入った額', '出た額', 'のこり', 'だれ'],
    date: 0,
    in: 1,
    out: 2,
    balance: 3,
    payer: 4,
  }

  it('are tried, said once for the account, and known the next time', async () => {
    await at.account()
    const id = await put(unknown)
    expect((await read(id)).table?.rows[1]?.[4]).toBe('ヤマダ タロウ')
    expect(await at.desk.statements.take(id, {}, ito)).toMatchObject({ issues: [{ code: 'columns_missing' }] })
    expect(await at.desk.statements.tryColumns(id, { ...layout, in: undefined }, ito)).toMatchObject({
      lines: [{ out: 440 }],
    })
    expect(await at.desk.statements.tryColumns(id, layout, ito)).toMatchObject({
      lines: [{ date: '2026-11-05', in: 3300, payer: 'ヤマダ タロウ' }, { out: 440 }],
    })
    expect(await at.desk.statements.tryColumns(id, { heading: [], date: 0 }, ito)).toMatchObject({
      issues: [{ code: 'amount_column_missing' }],
    })
    expect(await at.desk.statements.saveColumns(id, 'A1', layout, ito)).toEqual({ ok: true })
    expect(await at.desk.statements.take(id, {}, ito)).toMatchObject({ statements: [{ account: 'A1', added: 2 }] })
    const next = await at.bring({
      ...unknown,
      bytes: Buffer.concat([unknown.bytes, Buffer.from('2026/11/7,100,,"102,960",ア\r\n')]),
    })
    expect(next.preview?.accounts[0]?.place).toMatchObject({ state: 'unnamed', suggested: 'A1' })
  })

  it('of another account are asked for again', async () => {
    await at.account()
    expect(await at.desk.statements.saveColumns(await put(unknown), 'A9', layout, ito)).toMatchObject({
      issues: [{ code: 'account_missing' }],
    })
    expect((await at.bring(unknown, { account: 'A1' })).codes).toEqual(['columns_missing'])
  })

  it('are not asked for where the bank is known', async () => {
    const { preview } = await at.bring(gmo(['20261105', '振込 ヤマダ', 3300, '', 3300]), { look: true })
    expect([preview?.format, preview?.table]).toEqual(['gmo-aozora', null])
  })
})
