import { and, eq } from 'drizzle-orm'
import type { Definition } from '../../documents/definition.ts'
import { type PageCode, pageCode } from '../../domain/page-code.ts'
import type { Actor } from '../../domain/rule.ts'
import type { Sight } from '../../reading/page-sight.ts'
import type { Db } from '../open-store.ts'
import { cases, definitions, letters, scanTray } from '../tables.ts'
import { serves } from '../world.ts'

/** Why a page is not filed by itself: a person has to look at it. */
export const holdingRemarks = [
  'no_code',
  'foreign_code',
  'several_codes',
  'unknown_case',
  'unknown_letter',
  'not_a_form',
  'other_operator',
  'not_served',
  'other_case',
  'case_erased',
] as const
/** What is said of a page that is filed all the same. */
export const tellingRemarks = ['blank', 'old_form', 'came_before', 'case_closed'] as const
export type Remark = (typeof holdingRemarks)[number] | (typeof tellingRemarks)[number]

/** What the clerk says of the envelope; null where nothing is said. */
export interface Expected {
  readonly operator: string | null
  readonly number: string | null
}

/** Where a page belongs. `number`: the case on its code, where there is such a case. */
export interface Sorted {
  readonly code: PageCode | null
  readonly number: string | null
  readonly operator: string | null
  readonly remarks: readonly Remark[]
}

export const isHeld = (remarks: readonly Remark[]): boolean =>
  remarks.some(remark => holdingRemarks.some(each => each === remark))

const sightRemarks = { none: 'no_code', foreign: 'foreign_code', several: 'several_codes' } as const

/** Papers that we send out so that they come back. */
const comesBack = (form: string): boolean =>
  form.startsWith('request-') ||
  ['power-of-attorney', 'withdrawal-form', 'supplement-request', 'supplement-reply'].includes(form)

/** `today`: the forms as they are printed now. A typed code does not name its form: the frozen letter does. */
export const sorting = (db: Db, today: ReadonlyMap<string, Definition>) => {
  const sheetOf = async ({ number, letter, sheet }: PageCode): Promise<{ form: string; hash: string } | null> => {
    const row = await db
      .select({ sheets: letters.sheets })
      .from(letters)
      .where(and(eq(letters.caseNumber, number), eq(letters.id, letter)))
      .get()
    const frozen = JSON.parse(row?.sheets ?? '[]') as { definition: string }[]
    const hash = frozen[sheet]?.definition
    if (hash === undefined) return null
    const found = await db.select().from(definitions).where(eq(definitions.hash, hash)).get()
    // A window or a letterhead makes no other form of it.
    return found === undefined ? null : { form: found.id, hash: (JSON.parse(found.body) as Definition).base ?? hash }
  }

  const ofLetter = async (code: PageCode, named: string): Promise<Remark[]> => {
    const sheet = await sheetOf(code)
    if (sheet === null || (named !== '' && named !== sheet.form)) return ['unknown_letter']
    if (!comesBack(sheet.form)) return ['not_a_form']
    return today.get(sheet.form)?.hash === sheet.hash ? [] : ['old_form']
  }

  const cameBefore = async (code: PageCode): Promise<boolean> =>
    (await db
      .select({ id: scanTray.id })
      .from(scanTray)
      .where(and(eq(scanTray.code, pageCode(code)), eq(scanTray.state, 'filed')))
      .get()) !== undefined

  return async ({ sight, code: read }: Sight, expected: Expected, by: Actor): Promise<Sorted> => {
    const unknown = { code: read, number: null, operator: expected.operator }
    if (sight === 'blank') return { ...unknown, remarks: ['blank'] }
    if (read === null) return { ...unknown, remarks: [sight === 'ours' ? 'no_code' : sightRemarks[sight]] }
    const kase = await db
      .select({ operator: cases.operator, closedOn: cases.closedOn, erasedOn: cases.erasedOn })
      .from(cases)
      .where(eq(cases.number, read.number))
      .get()
    if (kase === undefined) return { ...unknown, remarks: ['unknown_case'] }
    const code = { ...read, form: read.form || ((await sheetOf(read))?.form ?? '') }
    const remarks: Remark[] = []
    if (expected.operator !== null && expected.operator !== kase.operator) remarks.push('other_operator')
    else if (!serves(by, kase.operator)) remarks.push('not_served')
    if (expected.number !== null && expected.number !== code.number) remarks.push('other_case')
    if (kase.erasedOn !== null) remarks.push('case_erased')
    else remarks.push(...(await ofLetter(code, read.form)))
    if (kase.closedOn !== null && kase.erasedOn === null) remarks.push('case_closed')
    if (await cameBefore(code)) remarks.push('came_before')
    return { code, number: code.number, operator: kase.operator, remarks }
  }
}
