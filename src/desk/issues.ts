import type { z } from 'zod'
import { checkText } from '../documents/glyph-check.ts'
import { isKept } from '../domain/kept.ts'

/** What is wrong with a field: `path` as in 'subject.postcode' or 'withheld.0.item'; `code` for `words`. */
export interface FieldIssue {
  readonly path: string
  readonly code: string
  readonly about?: Record<string, string | number>
}

type RawIssue = z.core.$ZodRawIssue

/** Codes for what zod finds itself; the fields' own messages are codes already and win over this map. */
export const issueCode = ({ code, input }: RawIssue): string => {
  if (code === 'invalid_value') return 'choose_one'
  if (code === 'too_big') return 'too_long'
  if (input === undefined || input === null || input === '' || code === 'too_small') return 'required'
  return 'not_read'
}

export const issuesOf = (error: z.ZodError): FieldIssue[] =>
  error.issues.map(issue => ({
    path: issue.path.join('.'),
    code: issue.message,
    ...(issue.code === 'too_big' && { about: { most: Number(issue.maximum) } }),
  }))

/** Persons and lines in a parsed body that no font can print: said while the paper is still on the desk, before a decision. */
export const unprintable = (body: Record<string, unknown>): FieldIssue[] =>
  Object.entries(body).flatMap(([field, value]) =>
    isKept(value) && 'fresh' in value
      ? (isPerson(value.fresh)
          ? printed(field, value.fresh)
          : rowsIn(value.fresh).flatMap((row, at) => printed(`${field}.${at}`, row))
        ).slice(0, MOST_TOLD)
      : [],
  )

const MOST_TOLD = 100

const rowsIn = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(row => typeof row === 'object' && row !== null) : []

/** The value of an item withheld is never printed. */
const printed = (path: string, texts: Record<string, unknown>): FieldIssue[] =>
  Object.entries(texts).flatMap(([part, text]) =>
    part === 'value' && texts.withheld !== undefined ? [] : missingGlyph(`${path}.${part}`, text),
  )

const isPerson = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && 'family' in value

const missingGlyph = (path: string, text: unknown): FieldIssue[] => {
  const check = typeof text === 'string' ? checkText(text) : { ok: true as const }
  return check.ok
    ? []
    : [{ path, code: 'missing_glyph', about: { character: check.character, codePoint: check.codePoint } }]
}
