import { parseCaseNumber } from './case-number.ts'

/**
 * The code on every page the desk prints: which case, which letter of it, which sheet of the letter's set, which page. Nothing
 * personal. `sheet` 0 is the letter itself, 1… its enclosures; the envelope is a page of its own with form 'envelope-face'.
 */
export interface PageCode {
  readonly number: string
  readonly letter: string
  readonly sheet: number
  /** which making of the sheet, from 1, where it can be made anew: pages of a 開示資料; frozen sheets have none */
  readonly edition?: number
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

/** The sheet as every written code has it: 3, or 3.2 where it is its second edition. */
export const sheetPart = ({ sheet, edition }: Pick<PageCode, 'sheet' | 'edition'>): string =>
  edition === undefined ? String(sheet) : `${sheet}.${edition}`

/**
 * As the QR carries it: KD2:26000014:l3:0:reply-absent:1/2:47, and with an edition KD3:26000014:l3:3.2:attachment:1/2:56, so that
 * what was frozen before editions keeps its codes and a program of then takes no page of another edition for its own.
 */
export const pageCode = (code: PageCode): string => {
  const { number, letter, edition, form, page, pages } = code
  const body = `KD${edition === undefined ? 2 : 3}:${number}:${letter}:${sheetPart(code)}:${form}:${page}/${pages}`
  return `${body}:${check(body)}`
}

/** As a person reads and types it when the QR cannot be scanned: 26000014-L3-0-1/2-47, 26000014-L3-3.2-1/2-56 */
export const shortPageCode = (code: PageCode): string =>
  `${code.number}-${code.letter.toUpperCase()}-${sheetPart(code)}-${code.page}/${code.pages}-${pageCode(code).slice(-2)}`

/** As keyboards and readers give it: full width, the long mark of an IME or any dash for the hyphen, any case for a typed code. */
export const plainCode = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−ー─]/g, '-')
    .trim()

/** A typed code the way it is printed. */
export const plainShortCode = (text: string): string => plainCode(text).toUpperCase().replaceAll(' ', '-')

/** Reads a scanned or typed code. `form` is '' for a typed one. Null: no code of ours, or misread. */
export const readPageCode = (text: string): PageCode | null => {
  const plain = plainCode(text)
  const scanned = /^KD[23]:(\d{8}):(l\d+):(\d+(?:\.\d+)?):([a-z0-9-]+):(\d+)\/(\d+):(\d\d)$/.exec(plain)
  if (scanned) return good(scanned.slice(1, 5) as Head, scanned[5], scanned[6], code => pageCode(code) === plain)
  const typed = /^(\d{8})-(L\d+)-(\d+(?:\.\d+)?)-(\d+)\/(\d+)-(\d\d)$/.exec(plainShortCode(text))
  if (!typed) return null
  const [, number = '', letter = '', sheet = ''] = typed
  return good([number, letter.toLowerCase(), sheet, ''], typed[4], typed[5], () => true)
}

type Head = [number: string, letter: string, part: string, form: string]

const good = (
  [number, letter, part, form]: Head,
  page: string | undefined,
  pages: string | undefined,
  fits: (code: PageCode) => boolean,
): PageCode | null => {
  const [sheet, edition] = part.split('.').map(Number)
  const made = edition === undefined ? {} : { edition }
  const code = { number, letter, sheet: sheet ?? 0, ...made, form, page: Number(page), pages: Number(pages) }
  const sane = parseCaseNumber(number) !== null && code.page >= 1 && code.page <= code.pages && edition !== 0
  return sane && fits(code) ? code : null
}
