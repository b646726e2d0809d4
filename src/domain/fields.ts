import { z } from 'zod'
import { type PlainDate, parseDay } from './day.ts'
import { keep } from './kept.ts'
import { readTrackingNumber } from './tracking-number.ts'
import { parseYen, type Yen } from './yen.ts'

/** Fields as people type them: full width, 和暦, commas, hyphens. Issue messages are codes that `words` puts into Japanese. */
const read = <T>(parse: (text: string) => T | null, code: string, widget: string) =>
  z
    .string()
    .trim()
    .min(1, 'required')
    .transform((text, ctx): T => {
      const value = parse(text)
      if (value !== null) return value
      ctx.addIssue({ code: 'custom', message: code, input: text })
      return z.NEVER
    })
    .meta({ widget })

/** An untouched field of a browser form arrives as '' and an unticked box not at all: both mean "not given". */
export const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess(value => (value === '' || value === null ? undefined : value), schema.optional())

/** Control characters and bidi overrides have no place in a name or on paper. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused here
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]/

const plain = (max: number) =>
  z
    .string()
    .max(max, 'too_long')
    .refine(text => !forbidden.test(text), 'control_character')

export const day = () => read<PlainDate>(parseDay, 'day_not_read', 'day')
export const yenField = () => read<Yen>(parseYen, 'yen_not_read', 'yen')
export const trackingNumber = () =>
  read<string>(text => readTrackingNumber(text)?.number ?? null, 'tracking_number_not_read', 'tracking')

export const line = (max = 200) => plain(max).trim().min(1, 'required').meta({ widget: 'line' })
export const text = (max = 4000) => plain(max).trim().min(1, 'required').meta({ widget: 'text' })
export const keptText = (max = 4000) => keep(text(max)).meta({ widget: 'text' })

/** Names are kept byte for byte: no trimming beyond plain spaces, no normalisation (NFC alone turns 塚 U+FA10 into another character). */
export const name = (max = 80) => plain(max).min(1, 'required').meta({ widget: 'name' })

/** One ticked box is a string in a form body, several are an array. */
export const several = <S extends z.ZodType>(schema: S) =>
  z.preprocess(
    value => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(schema),
  )

export const ticked = () =>
  z
    .preprocess(value => value === true || value === 'on' || value === 'true' || value === 'yes', z.boolean())
    .meta({ widget: 'tick' })

/** A whole number as typed, full width included; an empty box is not nought. */
export const count = (max = 9999) =>
  z
    .preprocess(
      value => {
        if (typeof value !== 'string') return value
        const digits = value.normalize('NFKC').replaceAll(',', '').trim()
        return /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN
      },
      z.number('number_not_read').int('number_not_read').min(0, 'number_not_read').max(max, 'number_not_read'),
    )
    .meta({ widget: 'count' })
