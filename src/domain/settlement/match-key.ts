import { withoutForms } from './legal-forms.ts'

/** A name as it is compared; the words keep their order and their gaps. */
export class MatchName {
  readonly strict: string
  readonly words: readonly string[]
  readonly forms: string
  private weakly: string | undefined

  constructor(words: readonly string[], forms: string) {
    this.strict = words.length === 1 ? (words[0] ?? '') : words.join('')
    this.words = words
    this.forms = forms
  }

  get weak(): string {
    this.weakly ??= weakKey(this.strict)
    return this.weakly
  }
}

/** Words that banks write before a payer, where the reader of the file could not tell them from the name. */
const KIND = /^(?:振込入金|振込IB\d?|振込\d?|振替入金|振替|送金|入金|被仕向振込|(?:フリコミ|IB|テレ)(?= )) ?/

/** A folded text without its numbers. */
export function matchName(text: string): MatchName {
  const { text: bare, forms } = withoutForms(text.replace(KIND, ''))
  const words = bare.split(WORD_GAP)
  if (words.every(isWord)) return new MatchName(words, forms)
  // A hyphen at the head of a word stood between a number and the name.
  return new MatchName(words.map(word => word.replace(/^-+/, '')).filter(isWord), forms)
}

/** Reads names; one that comes again, for a case or on a line, is the same object. */
export function nameReader(): (text: string) => MatchName {
  const names = new Map<string, MatchName>()
  return text => {
    let name = names.get(text)
    if (name === undefined) {
      name = matchName(text)
      names.set(text, name)
    }
    return name
  }
}

const WORD_GAP = /[ ()]+/
const isWord = (word: string): boolean => word !== '' && word[0] !== '-'

const VOICED = 'ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴ'
const PLAIN = 'カキクケコサシスセソタチツテトハヒフヘホハヒフヘホウ'
const PLAIN_OF = new Map([...VOICED].map((sign, at) => [sign, PLAIN[at] ?? sign] as const))

/** Bank bytes of a folded text: a sound mark is a byte of its own. */
export const bankBytes = (text: string): number => {
  let bytes = text.length
  for (const sign of text) if (PLAIN_OF.has(sign)) bytes += 1
  return bytes
}

/** Without sound marks: what a bank's cut in the middle of ガ leaves of it is カ. */
export const unvoiced = (key: string): string => {
  let out = ''
  for (const sign of key) out += PLAIN_OF.get(sign) ?? sign
  return out
}

const V_ROW: Readonly<Record<string, string>> = { ア: 'ハ', イ: 'ヒ', エ: 'ヘ', オ: 'ホ' }
const O_ROW = new Set('オコソトノホモヨロ')
const U_ROW = new Set('ウクスツヌフムユル')

/** Sound marks, long vowels and ヂヅ/ジズ told apart no more: オオノ, オーノ and オノ are one. Short digits are left out. */
export function weakKey(strict: string): string {
  let out = ''
  let last = ''
  for (let at = 0; at < strict.length; at += 1) {
    const sign = strict[at] ?? ''
    if (sign === '-' || (sign >= '0' && sign <= '9')) continue
    let plain = PLAIN_OF.get(sign) ?? sign
    if (sign === 'ヂ') plain = 'シ'
    else if (sign === 'ヅ') plain = 'ス'
    else if (sign === 'ヴ') {
      const row = V_ROW[strict[at + 1] ?? '']
      plain = row ?? 'フ'
      if (row !== undefined) at += 1
    } else if (plain === 'ウ' && (O_ROW.has(last) || U_ROW.has(last))) continue
    else if (plain === 'オ' && O_ROW.has(last)) continue
    out += plain
    last = plain
  }
  return out
}

/** JOHN SMITH of JOHN A SMITH. */
export const withoutInitials = (words: readonly string[]): readonly string[] =>
  words.some(isInitial) ? words.filter(word => !isInitial(word)) : words
const isInitial = (word: string): boolean => word.length === 1 && word <= 'Z'

const MOST_ORDERED = 4
/** 振込依頼人名 of 全銀: 48 bytes. */
const LONGEST_FIELD = 48

/** Every other order of two to four words, as strict keys; one word may be two that were written without their gap. */
export function otherOrders(words: readonly string[]): string[] {
  const [only = ''] = words
  if (only.length > LONGEST_FIELD) return []
  if (words.length === 1)
    return Array.from({ length: only.length - 1 }, (_, at) => only.slice(at + 1) + only.slice(0, at + 1))
  return words.length > MOST_ORDERED ? [] : orders(words).slice(1)
}

const orders = (words: readonly string[]): string[] =>
  words.length < 2 ? [...words] : words.flatMap((word, at) => orders(words.toSpliced(at, 1)).map(rest => word + rest))
