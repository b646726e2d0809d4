import { parseCaseNumber } from './case-number.ts'

/**
 * The code on every page the desk prints: which case, which letter of it, which sheet of the letter's set, which page. Nothing
 * personal. `sheet` 0 is the letter itself, 1… its enclosures; the envelope is a page of its own with form 'envelope-face'.
 */
export interface PageCode {
  readonly number: string
  readonly letter: string
  readonly sheet: number
  readonly form: string
  readonly page: number
  readonly pages: number
}

/** `sheet` of the envelope in its code, beyond any letter's sheets, so that a typed code (which names no form) tells it too. */
export const ENVELOPE_SHEET = 99

/**
 * Two digits over all that stands before them, modulo a prime beyond any difference of two characters and any length, so that
 * one wrong character or two neighbours that changed places always show.
 */
const check = (text: string): string => {
  const sum = [...text].reduce((so, char, nth) => so + (char.codePointAt(0) ?? 0) * (nth + 1), 0)
  return String(sum % 97).padStart(2, '0')
}

/** As the QR carries it: KD2:26000014:l3:0:reply-absent:1/2:47 */
export const pageCode = ({ number, letter, sheet, form, page, pages }: PageCode): string => {
  const body = `KD2:${number}:${letter}:${sheet}:${form}:${page}/${pages}`
  return `${body}:${check(body)}`
}

/** As a person reads and types it when the QR cannot be scanned: 26000014-L3-0-1/2-47 */
export const shortPageCode = (code: PageCode): string =>
  `${code.number}-${code.letter.toUpperCase()}-${code.sheet}-${code.page}/${code.pages}-${pageCode(code).slice(-2)}`

/** Reads a scanned or typed code. `form` is '' for a typed one. Null: no code of ours, or misread. */
export const readPageCode = (text: string): PageCode | null => {
  const plain = text.normalize('NFKC').trim()
  const scanned = /^KD2:(\d{8}):(l\d+):(\d+):([a-z0-9-]+):(\d+)\/(\d+):(\d\d)$/.exec(plain)
  if (scanned) return good(scanned.slice(1, 5) as Head, scanned[5], scanned[6], code => pageCode(code) === plain)
  const typed = /^(\d{8})[- ](l\d+)[- ](\d+)[- ](\d+)\/(\d+)[- ](\d\d)$/i.exec(plain)
  if (!typed) return null
  const [, number = '', letter = '', sheet = ''] = typed
  return good([number, letter.toLowerCase(), sheet, ''], typed[4], typed[5], () => true)
}

type Head = [number: string, letter: string, sheet: string, form: string]

const good = (
  [number, letter, sheet, form]: Head,
  page: string | undefined,
  pages: string | undefined,
  fits: (code: PageCode) => boolean,
): PageCode | null => {
  const code = { number, letter, sheet: Number(sheet), form, page: Number(page), pages: Number(pages) }
  const sane = parseCaseNumber(number) !== null && code.page >= 1 && code.page <= code.pages
  return sane && fits(code) ? code : null
}
