import type { z } from 'zod'

/** 受付番号: eight digits YYNNNNNC, C a Damm check digit. Digits only, so that it fits a bank's kana field. */
export type CaseNumber = string & z.core.$brand<'CaseNumber'>

/** Totally anti-symmetric quasigroup of order 10: H. M. Damm, thesis, Marburg 2004. */
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
] as const

/** The Damm digit of a digit string; 0 for a string that already ends in its own. */
export function damm(digits: string): number {
  let interim = 0
  for (const digit of digits) interim = Number(DAMM[interim]?.[Number(digit)])
  return interim
}

/** Year 2000–2099, serial 1–99999 within it; RangeError beyond. */
export function caseNumber(year: number, serial: number): CaseNumber {
  const fits = Number.isInteger(year) && year >= 2000 && year <= 2099
  if (!fits || !Number.isInteger(serial) || serial < 1 || serial > 99_999) {
    throw new RangeError(`no case number for ${year}, ${serial}`)
  }
  const body = String(year).slice(2) + String(serial).padStart(5, '0')
  return `${body}${damm(body)}` as CaseNumber
}

/** Forgives width, spaces and hyphens. Null if it is not eight digits with the right check digit. */
export function parseCaseNumber(text: string): CaseNumber | null {
  const digits = text.normalize('NFKC').replace(/[\s\-‐‑‒–—―−ー]/g, '')
  if (!/^\d{8}$/.test(digits) || damm(digits) !== 0 || digits.slice(2, 7) === '00000') return null
  return digits as CaseNumber
}

/** 26-00001-C */
export function formatCaseNumber(number: CaseNumber): string {
  return `${number.slice(0, 2)}-${number.slice(2, 7)}-${number.slice(7)}`
}
