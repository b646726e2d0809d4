import { join } from 'node:path'
import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { openShell } from '../../src/cli/shell.ts'
import { statementCommand } from '../../src/cli/statement.ts'
import { folder } from './demo-statements.ts'

const run = async (...args: string[]) => {
  let said = ''
  const out = new Writable({
    write(chunk, _encoding, done) {
      said += chunk
      done()
    },
  })
  const error = await statementCommand(openShell(args, { env: {}, out, err: out })).catch((reason: unknown) => reason)
  return { said, error }
}

describe('kaiji statement', () => {
  it('prints lines and doubts in Japanese', async () => {
    const { said, error } = await run(join(folder, 'sbi-net-202611.csv'))
    expect(error).toBeUndefined()
    expect(said).toContain('形式　住信SBIネット銀行')
    expect(said).toContain('振込　髙橋　一郎')
    expect(said).toContain('（差 3,300円）')
  })

  it('prints JSON with integers, absent values left out', async () => {
    const { said } = await run(join(folder, 'anser-202611.csv'), '--json')
    const { format, account, lines, issues } = JSON.parse(said)
    expect({ format, account }).toEqual({ format: 'anser', account: { number: '虎ノ門支店 普通 2345678' } })
    expect(lines[1]).toEqual({
      record: 3,
      position: expect.any(Number),
      date: '2026-11-05',
      in: 3300,
      payer: 'ｺﾞﾄｳ ﾀｶｼ',
      payerRead: 'ゴトウ タカシ',
      kind: '振込入金',
      balance: 206600,
      reference: '00002',
      fromBank: '三井住友銀行',
      fromBranch: '神田支店',
      cancelledBy: 5,
    })
    expect(issues).toMatchObject([{ record: 4, message: '欠番の行です。明細はありません。' }])
  })

  it('says of each line whose it is where a file holds two accounts', async () => {
    const { said } = await run(join(folder, 'zengin03-202611.txt'), '--json')
    const { accounts, lines } = JSON.parse(said)
    expect(accounts).toHaveLength(2)
    expect(lines.map((line: { account: number }) => line.account)).toEqual([...Array(16).fill(0), 1, 1])
  })

  it('refuses what is no statement, and a file that is not there', async () => {
    const readme = await run(join(folder, 'README.md'))
    expect(readme.said).toContain('見出しがどの銀行の書式とも一致しません')
    expect(readme.error).toMatchObject({ message: '取り込める明細がありません。' })
    expect((await run('/nowhere.csv')).error).toMatchObject({ message: 'ファイル「/nowhere.csv」を開けません。' })
    expect((await run()).error).toBeInstanceOf(Error)
  })
})
