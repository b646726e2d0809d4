import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import { lock } from '../../src/disclosure/lock.ts'
import { openPdf } from '../../src/disclosure/open-pdf.ts'
import { newPassword } from '../../src/disclosure/password.ts'
import { letterPdf, noQpdf } from './sources.ts'

const on = new Date('2026-11-21T03:00:00.000Z')
const csv = { name: '開示データ.csv', type: 'text/csv', bytes: Buffer.from('氏名,山田花子') }
const password = newPassword()
let letter: Buffer
let locked: Buffer
let file: string

beforeAll(async () => {
  letter = await letterPdf()
  locked = await lock(letter, password, [csv], on)
  file = join(mkdtempSync(join(tmpdir(), 'kaiji-lock-')), 'locked.pdf')
  writeFileSync(file, locked)
})
const qpdf = (...words: string[]) => execFileSync('qpdf', [...words, file], { stdio: 'pipe' }).toString()
const textOf = async (bytes: Buffer, by?: string) => {
  const opened = await openPdf(bytes, by)
  const runs = await (await opened.page(1)).runs()
  await opened.close()
  return runs.map(run => run.text).join('')
}

describe('a locked package', () => {
  test('opens with its password and says the same', async () => {
    expect(await textOf(locked, password)).toBe(await textOf(letter))
  })

  test.each([undefined, '', 'chigau', password.toUpperCase()])('does not open with %j', async wrong => {
    await expect(openPdf(locked, wrong)).rejects.toThrow(/password/i)
  })

  test.skipIf(noQpdf)('is AES-256 of revision 6 for text, strings and files, and sound', () => {
    const said = qpdf('--show-encryption', `--password=${password}`)
    expect(said).toContain('R = 6')
    for (const what of ['stream', 'string', 'file']) expect(said).toContain(`${what} encryption method: AESv3`)
    expect(qpdf('--check', `--password=${password}`)).toContain('No syntax or stream encoding errors found')
    expect(() => qpdf('--check')).toThrow()
  })

  test.skipIf(noQpdf)('has its data files inside, byte for byte', () => {
    expect(qpdf('--list-attachments', `--password=${password}`)).toContain('csv')
    const out = execFileSync('qpdf', [file, `--password=${password}`, `--show-attachment=${csv.name}`])
    expect(out.equals(csv.bytes)).toBe(true)
  })

  test('shows nothing of them in its bytes', async () => {
    const plain = await PDFDocument.load(letter, { updateMetadata: false })
    const title = plain.getTitle() ?? ''
    expect(title).not.toBe('')
    for (const hidden of [csv.bytes, Buffer.from(title, 'utf16le').swap16(), Buffer.from(title), Buffer.from(password)])
      expect(locked.includes(hidden)).toBe(false)
  })

  test.skipIf(noQpdf)('claims nothing about PDF/A, which knows no locks', () => {
    expect(qpdf('--json=1', '--json-key=objects', `--password=${password}`)).not.toContain('/Metadata')
  })

  test('is under another key each time', async () => {
    expect((await lock(letter, password, [], on)).equals(await lock(letter, password, [], on))).toBe(false)
  })

  test('takes a password in Japanese', async () => {
    expect(await textOf(await lock(letter, '合言葉は山', [], on), '合言葉は山')).toContain('山田花子')
  })
})

describe('a password', () => {
  test('can be read out: five groups of four, no look-alikes', () => {
    for (let n = 0; n < 200; n++) expect(newPassword()).toMatch(/^[2-9a-hj-kmnp-z]{4}(-[2-9a-hj-kmnp-z]{4}){4}$/)
  })

  test('does not come twice', () => {
    expect(new Set(Array.from({ length: 500 }, newPassword)).size).toBe(500)
  })
})
