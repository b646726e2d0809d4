import type { Glyph } from './fonts.ts'
import { isLatin } from './latin.ts'

// Classes of JIS X 4051 / JLREQ (W3C, Appendix A), as far as horizontal setting needs them.
const OPENING = '‘“（〔［｛〈《「『【⦅｟〘〖«〝'
const CLOSING = '’”）〕］｝〉》」』】⦆｠〙〗»〟'
const COMMA = '、，'
const STOP = '。．'
const MIDDLE = '・：；'
const DIVIDING = '？！‼⁇⁈⁉'
const HYPHEN = '‐‑〜～゠–'
const ITERATION = 'ヽヾゝゞ々〻'
const SMALL = 'ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ'
const PREFIX = '￥＄￡＃€№〒'
const SUFFIX = '°′″℃￠％‰㏋ℓ'

// With what a careful typist adds: half-width marks, voiced marks of their own, the 第 of an article.
const NOT_AT_START = new Set(
  `${CLOSING}${COMMA}${STOP}${MIDDLE}${DIVIDING}${HYPHEN}${ITERATION}${SMALL}${SUFFIX}ー…‥゛゜｡､･ｰﾞﾟｧｨｩｪｫｬｭｮｯ｣)]}!?,.:;%℉`,
)
const NOT_AT_END = new Set(`${OPENING}${PREFIX}｢([{第`)
const INSEPARABLE = new Set('―—…‥')
const HANGING = new Set(`${COMMA}${STOP}`)
const opening = new Set(OPENING)
const closing = new Set(`${CLOSING}${COMMA}${STOP}`)
const middle = new Set(MIDDLE)
const dividing = new Set(DIVIDING)

const firstOf = (grapheme: string): string => String.fromCodePoint(grapheme.codePointAt(0) ?? 0)

export const isSpace = (grapheme: string): boolean => grapheme === ' ' || grapheme === '　'
export const cannotStart = (grapheme: string): boolean => NOT_AT_START.has(firstOf(grapheme))
export const cannotEnd = (grapheme: string): boolean => NOT_AT_END.has(firstOf(grapheme))
export const inseparable = (before: string, after: string): boolean => INSEPARABLE.has(before) && INSEPARABLE.has(after)
export const isWestern = (grapheme: string): boolean => {
  const code = grapheme.charCodeAt(0)
  return (code > 0x20 && code < 0x7f) || (code > 0xa0 && isLatin(grapheme)) || (code >= 0xff66 && code <= 0xff9f)
}

/** What a glyph is for setting: told once, for the same glyph stands in all texts. */
const OPENS = 1
const CLOSES = 2
const STANDS_IN_MIDDLE = 4
const DIVIDES = 8
const HANGS = 16
const JAPANESE = 32
const WESTERN = 64

/** Marks count when they are of full width, letters when they are not; an M may be as wide by chance. */
export function kindOf(text: string, width: number): number {
  if (width !== 1000 || isLatin(text)) return /^[0-9A-Za-z\u00c0-\u024f]/.test(text) ? WESTERN : 0
  return (
    (opening.has(text) ? OPENS : 0) |
    (closing.has(text) ? CLOSES : 0) |
    (middle.has(text) ? STANDS_IN_MIDDLE : 0) |
    (dividing.has(text) ? DIVIDES : 0) |
    (HANGING.has(text) ? HANGS : 0) |
    (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(text) ? JAPANESE : 0)
  )
}

/** Full-width marks that carry half an em of white on one side. */
export const isOpening = (glyph: Glyph): boolean => (glyph.kind & OPENS) !== 0
export const isClosing = (glyph: Glyph): boolean => (glyph.kind & CLOSES) !== 0
export const isMiddle = (glyph: Glyph): boolean => (glyph.kind & STANDS_IN_MIDDLE) !== 0
export const isDividing = (glyph: Glyph): boolean => (glyph.kind & DIVIDES) !== 0
export const mayHang = (glyph: Glyph): boolean => (glyph.kind & HANGS) !== 0

/** A kana or ideograph, or a letter or figure: between them stands a quarter em (JIS X 4051 和欧間の四分アキ). */
export const isJapanese = (glyph: Glyph): boolean => (glyph.kind & JAPANESE) !== 0
export const isLetter = (glyph: Glyph): boolean => (glyph.kind & WESTERN) !== 0
