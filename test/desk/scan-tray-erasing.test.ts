import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { forgetPictures } from '../../src/desk/scans/scan-tray-erasing.ts'
import { scanTray } from '../../src/desk/tables.ts'
import { openVault } from '../../src/desk/vault.ts'
import { pageCode } from '../../src/domain/page-code.ts'
import { kanri, requestFor } from '../domain/given.ts'
import { type DeskIn, deskIn } from './desk-in.ts'

const key = randomBytes(32)
let at: DeskIn
let tray: string
beforeEach(async () => {
  tray = mkdtempSync(join(tmpdir(), 'kaiji-tray-'))
  at = await deskIn({ forgetScans: forgetPictures(tray, key) })
})
afterEach(() => at.gone())

const codeOf = (number: string) =>
  pageCode({ number, letter: 'l1', sheet: 1, form: 'request-disclosure', page: 1, pages: 2 })
/** A page as sorting leaves it in the tray, with its picture. */
const waits = async (of: { code?: string; follows?: string }) => {
  const id = randomUUID()
  const vault = openVault(tray, key)
  await vault.prepare(id, Buffer.from('picture'))
  await vault.keep(id)
  await at.store.transaction(() =>
    at.store.write.insert(scanTray).values({
      id,
      batch: randomUUID(),
      nth: 1,
      page: 1,
      code: of.code ?? null,
      follows: of.follows ?? null,
      remarks: '["not_a_form"]',
      operator: 'ims',
      state: 'waiting',
      by: 'sato',
      at: at.now(),
    }),
  )
  return id
}
const left = async () => (await at.store.read.select({ id: scanTray.id }).from(scanTray)).map(({ id }) => id).sort()

test('what waits in the tray for a case goes with its erasure, rows and pictures; what waits for others stays', async () => {
  const number = await at.do(null, 'logRequest', requestFor('ims', { kinds: ['correction'] }))
  const other = await at.do(null, 'logRequest', requestFor('ims'))
  const own = [await waits({ code: codeOf(number) }), await waits({ follows: number })]
  const theirs = [
    await waits({ code: codeOf(other), follows: number }),
    await waits({ follows: other }),
    await waits({}),
  ]
  await at.do(number, 'withdraw', { on: '2026-11-21', how: 'letter' })
  await at.do(number, 'close', {})
  at.at('2040-01-01')
  expect(await left()).toHaveLength(5)
  await at.do(number, 'erase', {}, kanri)
  expect(await left()).toEqual([...theirs].sort())
  expect(own.map(id => existsSync(join(tray, id)))).toEqual([false, false])
  expect(theirs.map(id => existsSync(join(tray, id)))).toEqual([true, true, true])
})
