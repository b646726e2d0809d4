import type { Glyph } from './fonts.ts'

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
const isFull = (glyph: Glyph): boolean => glyph.width === 1000

export const isSpace = (grapheme: string): boolean => grapheme === ' ' || grapheme === '　'
export const cannotStart = (grapheme: string): boolean => NOT_AT_START.has(firstOf(grapheme))
export const cannotEnd = (grapheme: string): boolean => NOT_AT_END.has(firstOf(grapheme))
export const inseparable = (before: string, after: string): boolean => INSEPARABLE.has(before) && INSEPARABLE.has(after)
export const isWestern = (grapheme: string): boolean => {
  const code = grapheme.charCodeAt(0)
  return (code > 0x20 && code < 0x7f) || (code >= 0xff66 && code <= 0xff9f)
}

/** Full-width marks that carry half an em of white on one side. */
export const isOpening = (glyph: Glyph): boolean => opening.has(glyph.text) && isFull(glyph)
export const isClosing = (glyph: Glyph): boolean => closing.has(glyph.text) && isFull(glyph)
export const isMiddle = (glyph: Glyph): boolean => middle.has(glyph.text) && isFull(glyph)
export const isDividing = (glyph: Glyph): boolean => dividing.has(glyph.text) && isFull(glyph)
export const mayHang = (glyph: Glyph): boolean => HANGING.has(glyph.text) && isFull(glyph)

/** A kana or ideograph, or a letter or figure: between them stands a quarter em (JIS X 4051 和欧間の四分アキ). */
export const isJapanese = (glyph: Glyph): boolean => scriptOf(glyph) === 'japanese'
export const isLetter = (glyph: Glyph): boolean => scriptOf(glyph) === 'western'

type Script = 'japanese' | 'western' | 'none'
const scripts = new WeakMap<Glyph, Script>()

// Glyphs are shared by all texts, and the pattern costs more than the look-up.
function scriptOf(glyph: Glyph): Script {
  const known = scripts.get(glyph)
  if (known) return known
  const japanese = isFull(glyph) && /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(glyph.text)
  const western = !isFull(glyph) && /^[0-9A-Za-z\u00c0-\u024f]/.test(glyph.text)
  const script = japanese ? 'japanese' : western ? 'western' : 'none'
  scripts.set(glyph, script)
  return script
}
