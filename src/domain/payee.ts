import { z } from 'zod'
import { line } from './fields.ts'
import { toKatakana } from './kana.ts'
import { keep } from './kept.ts'

/** 振込先: the account of one who gets money back, as they wrote it. Personal: kept apart from the journal. */
export const accountKinds = ['ordinary', 'current', 'savings'] as const

/** Names of accounts are kana, Latin capitals, digits and ().-/,「」 (全銀 付録1; payments-post.md §1.4). */
const holder = z
  .string()
  .max(100, 'too_long')
  .trim()
  .min(1, 'required')
  .transform(text => toKatakana(text).normalize('NFKC').toUpperCase())
  .refine(text => /^[\u30A1-\u30FA\u30FC0-9A-Z ().\-/,「」]+$/.test(text), 'payee_holder_not_read')
  .meta({ widget: 'line' })

const number = z
  .string()
  .transform(text => text.normalize('NFKC').replace(/[\s\-‐ー]/g, ''))
  .refine(text => /^\d{1,7}$/.test(text), 'payee_number_not_read')
  .transform(text => text.padStart(7, '0'))
  .meta({ widget: 'line' })

const payee = z.object({
  bank: line(60),
  branch: line(60),
  kind: z.enum(accountKinds),
  number,
  holder,
})
export type Payee = z.output<typeof payee>
export const keptPayee = () => keep(payee).meta({ widget: 'payee' })
