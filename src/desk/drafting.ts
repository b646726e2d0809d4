import { and, eq } from 'drizzle-orm'
import type { Definition } from '../documents/definition.ts'
import type { DocumentError } from '../documents/document-error.ts'
import { headed, letterheadOf } from '../documents/letterhead.ts'
import { trySheet, type Values } from '../documents/render.ts'
import { windowed } from '../documents/windowed.ts'
import type { Case, CaseEvent } from '../domain/case.ts'
import { reckonCase } from '../domain/clock.ts'
import type { Kept } from '../domain/kept.ts'
import type { FormId } from '../domain/letter.ts'
import { nextSteps } from '../domain/next-steps.ts'
import type { Operator } from '../domain/operator.ts'
import { ENVELOPE_SHEET } from '../domain/page-code.ts'
import type { Person } from '../domain/person.ts'
import { policyOf } from '../domain/policy-of.ts'
import type { Context } from '../domain/rule.ts'
import type { LetterFacts } from '../letters/facts.ts'
import { frozenDefinitions } from './frozen-definitions.ts'
import type { FieldIssue } from './issues.ts'
import type { Db } from './open-store.ts'
import { facesOf, postable } from './print/envelopes.ts'
import { windowOf } from './print/window-envelopes.ts'
import { letters } from './tables.ts'

export type LetterValues = (form: FormId, facts: LetterFacts) => Values

interface Sheet {
  readonly definition: Definition
  readonly values: Values
  /** as it was set when it was drafted */
  readonly pages?: number
}

export interface Draft {
  readonly id: string
  readonly form: FormId
  readonly sheets: readonly Sheet[]
  /** faces of its envelope, one for each size; none for papers that stay in the house */
  readonly faces: readonly Sheet[]
}

type Drafted = Extract<CaseEvent, { type: 'LetterDrafted' }>

/** The letter and its enclosures with their values, or why they cannot be printed. Nothing is written here. */
export const draftLetter = (
  event: Drafted,
  facts: {
    kase: Case
    ctx: Context
    operator: Operator
    subject: Person | null
    agent: Person | null
    texts: (kept: Kept<unknown> | undefined) => unknown
  },
  from: { definitions: ReadonlyMap<string, Definition>; letterValues: LetterValues },
): Draft | readonly FieldIssue[] => {
  const { kase, ctx, ...rest } = facts
  const given: LetterFacts = {
    ...rest,
    kase,
    letter: { id: event.id, ...(event.decision !== undefined && { decision: event.decision }) },
    policy: policyOf(kase, ctx),
    reckoning: reckonCase(kase, ctx),
    steps: nextSteps(kase, ctx),
    clerk: ctx.by.name ?? '窓口担当者',
    today: ctx.today,
  }
  const window = postable(event.form) ? windowOf(given.policy) : null
  const { letterhead: terms, seal } = given.policy
  const letterhead = letterheadOf(terms.value, { sealed: seal.value === 'printed' })
  const sheets = [event.form, ...event.enclosures].map(form => {
    const definition = from.definitions.get(form)
    if (definition === undefined) throw new Error(`forms/${form}.yaml is not there`)
    const placed = window ? windowed(definition, window) : definition
    return { definition: headed(placed, letterhead), values: from.letterValues(form, given) }
  })
  const issues: FieldIssue[] = []
  const counted = sheets.map(sheet => {
    const tried = trySheet({ ...sheet, caseNumber: '', createdAt: ctx.now })
    if (typeof tried === 'number') return { ...sheet, pages: tried }
    issues.push(issueOf(tried))
    return sheet
  })
  if (issues.length > 0) return issues
  const faces = postable(event.form) ? facesOf(from.definitions, from.letterValues('envelope-face', given)) : []
  return { id: event.id, form: event.form, sheets: counted, faces }
}

/** Found before anything is frozen: an empty field, a character without a glyph, an address too long for the window. */
const issueOf = ({ code, definition: form, field = '', character }: DocumentError): FieldIssue => ({
  path: 'form',
  code,
  about: { form, field, ...(character !== undefined && { character }) },
})

/** Frozen sheets: definitions once by hash, values with the letter; null once erased. */
export const draftsOf = (db: Db) => ({
  store: async (caseNumber: string, { id, form, sheets, faces }: Draft, createdAt: string): Promise<void> => {
    for (const { definition } of [...sheets, ...faces]) await frozenDefinitions(db).store(definition)
    const freeze = (sheet: Sheet) => ({
      definition: sheet.definition.hash,
      values: sheet.values,
      ...(sheet.pages !== undefined && { pages: sheet.pages }),
    })
    const frozen = [...sheets.map(freeze), ...faces.map(face => ({ ...freeze(face), face: true }))]
    await db.insert(letters).values({ caseNumber, id, form, sheets: JSON.stringify(frozen), createdAt })
  },
  erase: async (caseNumber: string): Promise<void> => {
    await db.update(letters).set({ sheets: null }).where(eq(letters.caseNumber, caseNumber))
  },
  /** The letter and its enclosures, then the faces of its envelope; null where there is no such letter or it has been erased. */
  frozen: (caseNumber: string, id: string) => frozenSheets(db, caseNumber, id),
})

export interface FrozenSheet extends Sheet {
  readonly caseNumber: string
  readonly letter: string
  /** place in the letter's set, as its page code has it */
  readonly sheet: number
  readonly face: boolean
  readonly createdAt: string
}

const frozenSheets = async (db: Db, caseNumber: string, id: string): Promise<FrozenSheet[] | null> => {
  const row = await db
    .select()
    .from(letters)
    .where(and(eq(letters.caseNumber, caseNumber), eq(letters.id, id)))
    .get()
  if (row === undefined || row.sheets === null) return null
  const { createdAt } = row
  const frozen = JSON.parse(row.sheets) as { definition: string; values: Values; pages?: number; face?: true }[]
  const { read: definitionOf } = frozenDefinitions(db)
  const sheets: FrozenSheet[] = []
  for (const [sheet, { definition: hash, values, pages, face = false }] of frozen.entries()) {
    const definition = await definitionOf(hash)
    const place = face ? ENVELOPE_SHEET : sheet
    sheets.push({ definition, values, caseNumber, letter: id, sheet: place, face, createdAt, ...(pages && { pages }) })
  }
  return sheets
}
