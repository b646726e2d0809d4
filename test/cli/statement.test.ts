import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { file03, framed } from '../banks/zengin-writer.ts'
import { kaijiIn } from './kaiji.ts'

const { run, gone, dataDir } = kaijiIn()
afterAll(gone)

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/statements/${name}`, import.meta.url))
const file = (name: string, bytes: string | Uint8Array) => {
  const path = join(dataDir, name)
  writeFileSync(path, bytes)
  return path
}

describe('kaiji statement', () => {
  test.each([
    'anser-202611.csv',
    'camt054-202611.xml',
    'sbi-net-202611.csv',
    'yucho-202611.csv',
    'zengin01-202611.txt',
    'zengin03-202611.txt',
  ])('tells the format, the account and each line of %s, and the same to programs', async name => {
    const said = await run(['statement', fixture(name)])
    expect([said.code, said.err]).toEqual([0, ''])
    const { code, out } = await run(['statement', fixture(name), '--json'])
    const told = JSON.parse(out) as { format: string; lines: { date: string; payer: string }[]; issues: unknown[] }
    expect(code).toBe(0)
    expect(told.lines.length).toBeGreaterThan(0)
    expect(said.out).toMatch(/^形式　\S+/)
    const counts = [...said.out.matchAll(/^口座　.*　(\d+)件/gm)].map(([, count]) => Number(count))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(told.lines.length)
    for (const line of told.lines) expect(said.out).toMatch(new RegExp(`  ${line.date} .*　${escaped(line.payer)}`))
    expect(said.out.includes('確認が必要な点')).toBe(told.issues.length > 0)
  })

  test('reads a file without making a desk', async () => {
    const bare = kaijiIn()
    const { code } = await bare.run(['statement', fixture('yucho-202611.csv')])
    const verify = await bare.run(['verify'])
    bare.gone()
    expect([code, verify.code]).toEqual([0, 1])
  })

  test.each<[string, string | Uint8Array]>([
    ['a photograph', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3)],
    ['nothing', ''],
    ['a letter to a friend', '拝啓 山田花子様、お元気ですか。'],
    ['a ZIP', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)],
  ])('ends with 1 for %s, says why once, and does not repeat the file', async (_what, bytes) => {
    const { code, out, err } = await run(['statement', file('odd.csv', bytes)])
    expect([code, err]).toEqual([1, '取り込める明細がありません。\n'])
    expect(out).toMatch(/確認が必要な点　\d+件\n {2}[^\n]*[ぁ-ん]/)
    expect(err).not.toContain('山田')
  })

  test('tells programs why as well, and ends with 1', async () => {
    const { code, out } = await run(['statement', file('odd.csv', ''), '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toEqual({
      format: 'unknown',
      lines: [],
      issues: [expect.objectContaining({ code: 'empty', level: 'refused' })],
    })
  })

  test('names the place of a doubt in a damaged file, and shows the lines before it', async () => {
    const whole = framed(
      file03({
        movements: [
          { in: 300, payer: 'ｻﾄｳ' },
          { in: 301, payer: 'ｽｽﾞｷ' },
        ],
      }),
      'unbroken',
    )
    const { code, out } = await run(['statement', file('cut.txt', whole.subarray(0, 3 * 200 + 90))])
    expect(code).toBe(0)
    expect(out).toContain('ｻﾄｳ')
    expect(out).toMatch(/確認が必要な点　\d+件/)
  })

  test('of several accounts tells each, and programs whose each line is', async () => {
    const two = [
      ...file03({ movements: [{ in: 300, payer: 'ｻﾄｳ' }] }).slice(0, -1),
      ...file03({ movements: [{ in: 301, payer: 'ｽｽﾞｷ' }] }),
    ]
    const path = file('two.txt', framed(two, 'crlf'))
    const said = await run(['statement', path])
    expect(said.out.match(/^口座　/gm)).toHaveLength(2)
    const told = JSON.parse((await run(['statement', path, '--json'])).out) as {
      accounts: unknown[]
      lines: { account: number; payer: string }[]
    }
    expect(told.accounts).toHaveLength(2)
    expect(told.lines.map(({ account, payer }) => [account, payer])).toEqual([
      [0, 'ｻﾄｳ'],
      [1, 'ｽｽﾞｷ'],
    ])
  })

  test('a folder is no file', async () => {
    expect(await run(['statement', dataDir])).toEqual({
      code: 1,
      out: '',
      err: `ファイル「${dataDir}」を開けません。\n`,
    })
  })
})

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
