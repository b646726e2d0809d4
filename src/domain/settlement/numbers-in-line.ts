import { damm } from '../case-number.ts'

/** What digits stand in a folded text, and what is left of it as a name. */
export interface NumbersInText {
  /** eight digits, right check digit */
  readonly valid: readonly string[]
  /** eight digits in the shape of a number, wrong check digit */
  readonly misread: readonly string[]
  /** runs of seven or nine digits: a number with one digit lost or doubled, or somebody's telephone */
  readonly odd: readonly string[]
  readonly rest: string
}

const NONE: readonly string[] = []
const ANY_DIGIT = /\d/
/** Groups joined by hyphens are one run: the parts of 090-1234-5678 are no numbers of ours. */
const RUN = /\d+(?:-\d+)*/g
/** 26-00001-7 as we print it, also typed with spaces. */
const PRINTED = /^(\d{2})-(\d{5})-(\d)$/
const HAS_SPACED = /\d \d/
const SPACED = /(?<![\d-])(\d{2}) (\d{5}) (\d)(?![\d-])/g
/** 振込依頼人コード: ten digits, zeros on the left. */
const PADDED = /^0+(\d{8})$/
/** Shorter runs may belong to the name of a firm. */
const LEAST_CODE = 4

export function numbersInText(text: string): NumbersInText {
  if (!ANY_DIGIT.test(text)) return { valid: NONE, misread: NONE, odd: NONE, rest: text }
  const valid: string[] = []
  const misread: string[] = []
  const odd: string[] = []
  const rest = (HAS_SPACED.test(text) ? text.replace(SPACED, '$1-$2-$3') : text)
    .replace(RUN, run => {
      const digits = eightOf(run)
      if (digits !== null) (isNumber(digits) ? valid : misread).push(digits)
      else if (/^\d{7}$|^\d{9}$/.test(run)) odd.push(run)
      return run.replaceAll('-', '').length >= LEAST_CODE ? ' ' : run
    })
    .replaceAll('  ', ' ')
    .trim()
  return { valid, misread, odd, rest }
}

const eightOf = (run: string): string | null => {
  if (run.length === 8 && !run.includes('-')) return run
  const printed = PRINTED.exec(run)
  if (printed) return `${printed[1]}${printed[2]}${printed[3]}`
  return PADDED.exec(run)?.[1] ?? null
}

const isNumber = (digits: string): boolean => damm(digits) === 0 && digits.slice(2, 7) !== '00000'

/** One digit changed, lost, doubled in, or two neighbours swapped. */
export function oneEditApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1
  const left = a.length - head - tail
  const right = b.length - head - tail
  if (left <= 1 && right <= 1) return true
  return left === 2 && right === 2 && a[head] === b[head + 1] && a[head + 1] === b[head]
}
