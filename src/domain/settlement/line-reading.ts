import { folded } from './folded.ts'
import type { MatchName } from './match-key.ts'
import { type NumbersInText, numbersInText } from './numbers-in-line.ts'
import type { PayerLine } from './plan.ts'
import type { Reason } from './reason-codes.ts'

/** A line as it was understood, without any case in mind. */
export interface LineReading {
  readonly line: PayerLine
  readonly name: MatchName
  /** valid case numbers, each with the field it was first seen in */
  readonly numbers: readonly FoundNumber[]
  /** eight digits whose check digit is wrong */
  readonly misread: readonly string[]
  /** runs that may be a number with a digit lost or doubled */
  readonly odd: readonly string[]
}

export interface FoundNumber {
  readonly number: string
  readonly where: NumberField
}

export type NumberField = 'payer' | 'code' | 'edi' | 'description'

const NO_NUMBERS: readonly FoundNumber[] = []
const NO_NOTES: readonly Reason[] = []
const DIGIT = /[0-9０-９]/

/** Reads lines; `nameOf` reads a folded name. */
export function lineReader(nameOf: (text: string) => MatchName): (line: PayerLine) => LineReading {
  return line => {
    const payer = numbersInText(folded(line.payer))
    let numbers = numbered(NO_NUMBERS, 'payer', payer)
    let { misread, odd } = payer
    const take = (field: NumberField, text: string | undefined) => {
      if (text === undefined || !DIGIT.test(text)) return
      const found = numbersInText(folded(text))
      numbers = numbered(numbers, field, found)
      if (found.misread.length > 0) misread = [...misread, ...found.misread]
      if (found.odd.length > 0) odd = [...odd, ...found.odd]
    }
    take('code', line.payerCode)
    take('edi', line.edi)
    take('description', line.description)
    return {
      line,
      name: nameOf(payer.rest),
      numbers,
      misread: misread.length > 1 ? [...new Set(misread)] : misread,
      odd,
    }
  }
}

const numbered = (
  numbers: readonly FoundNumber[],
  where: NumberField,
  { valid }: NumbersInText,
): readonly FoundNumber[] => {
  let more = numbers
  for (const number of valid)
    if (!more.some(each => each.number === number))
      more = more.length === 0 ? [{ number, where }] : [...more, { number, where }]
  return more
}

export const misreadNotes = (reading: LineReading): readonly Reason[] =>
  reading.misread.length === 0
    ? NO_NOTES
    : reading.misread.map(digits => ({ code: 'number_check_failed', about: { digits } }))
