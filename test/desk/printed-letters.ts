import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { letterFiles } from '../../src/desk/print/tables-print.ts'
import { definitions } from '../../src/desk/tables.ts'
import type { Definition } from '../../src/documents/definition.ts'
import { ito, requestFor } from '../domain/given.ts'
import { type DeskIn, deskIn } from './desk-in.ts'

export const sha256 = (bytes: Buffer | null): string =>
  createHash('sha256')
    .update(bytes ?? '')
    .digest('hex')

/** A case with a notice of its fee, l1, that is drafted and no more. */
export const drafted = async (at: DeskIn): Promise<string> => {
  const number = await at.do(null, 'logRequest', requestFor('ims'))
  await at.do(number, 'requestFee', {}, ito)
  await at.do(number, 'writeLetter', { form: 'fee-notice' }, ito)
  return number
}

export const printed = async (at: DeskIn): Promise<string> => {
  const number = await drafted(at)
  await at.do(number, 'printLetter', { letter: 'l1' }, ito)
  return number
}

export const posted = async (at: DeskIn, print = printed): Promise<string> => {
  const number = await print(at)
  await at.pack(number, ['l1'])
  await at.do(number, 'postLetters', {
    letters: ['l1'],
    service: 'general_registered',
    options: ['delivery_certificate', 'addressee_only'],
    trackingNumber: '12345678901',
    postedOn: '2026-11-21',
  })
  return number
}

/**
 * The same frozen letters under a program that sets them otherwise: what is stored under a definition's hash is read by the
 * program, so another layout there is another layout code. `top`: margin in mm; a large one takes more pages.
 */
export const afterUpgrade = async (at: DeskIn, top = 30, reopen = () => at.again()): Promise<DeskIn> => {
  await at.store.transaction(async () => {
    for (const { hash, body, id } of await at.store.write.select().from(definitions)) {
      if (id === 'picture') continue
      const layout = { margin: { left: 30, right: 30, top, bottom: 30 } }
      const set = { body: JSON.stringify({ ...(JSON.parse(body) as Definition), layout }) }
      await at.store.write.update(definitions).set(set).where(eq(definitions.hash, hash))
    }
  })
  return reopen()
}

export const rowsOf = (at: DeskIn) => at.store.read.select().from(letterFiles)

export const folderOf = (at: DeskIn): string => join(at.dir, 'letters')
export const filesIn = (at: DeskIn): string[] => readdirSync(folderOf(at))

/** A desk of before files were kept: prints say how many pages, and no more. */
export const olderDesk = (dir?: string): Promise<DeskIn> =>
  deskIn({ ...(dir !== undefined && { dir }), bankFiles: undefined } as unknown as Parameters<typeof deskIn>[0])
