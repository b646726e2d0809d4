import { foldKanji } from '../names.ts'

const SMALL = 'ァィゥェォッャュョヮヵヶヰヱヲ'
const LARGE = 'アイウエオツヤユヨワカケイエオ'
const SPACE = 0x20
const HYPHEN = 0x2d
/** Long vowel and every dash are one sign: 全銀 allows only `-` for ー (payments-post.md §1.4). */
const DASHES = '-~‐‑‒–—―−ー〜～－ｰ'

/** One code unit to the one it counts as; 0 is left out. */
const COUNTS_AS = new Uint16Array(0x10000).map((_, code) => code)
const put = (from: number, to: number, as: (code: number) => number) => {
  for (let code = from; code <= to; code += 1) COUNTS_AS[code] = as(code)
}
put(0, 0x2f, () => SPACE)
put(0x3a, 0x40, () => SPACE)
put(0x5b, 0x60, () => SPACE)
put(0x61, 0x7a, code => code - 0x20)
put(0x7b, 0xbf, () => SPACE)
put(0x2000, 0x206f, () => SPACE)
put(0x200b, 0x200f, () => 0)
put(0x3000, 0x3004, () => SPACE)
put(0x3008, 0x3020, () => SPACE)
put(0x3041, 0x3096, code => code + 0x60)
put(0x30fb, 0x30fb, () => SPACE)
put(0xfe00, 0xfe0f, () => 0)
put(0xfeff, 0xfeff, () => 0)
put(0xad, 0xad, () => 0)
for (const keep of '()') COUNTS_AS[keep.charCodeAt(0)] = keep.charCodeAt(0)
for (const dash of DASHES) COUNTS_AS[dash.charCodeAt(0)] = HYPHEN
for (const [at, small] of [...SMALL].entries()) COUNTS_AS[small.charCodeAt(0)] = LARGE.charCodeAt(at)
for (const [at, small] of [...'ぁぃぅぇぉっゃゅょゎゕゖゐゑを'].entries())
  COUNTS_AS[small.charCodeAt(0)] = LARGE.charCodeAt(at)

const PLAIN = /^[ -~｡-ﾟァ-ヺー\u3000]*$/
const ACCENTED = /[\u00c0-\u024f]/

/**
 * A payer's or a person's name, and all that stands beside it, in the signs that names are compared in: full-width large
 * kana, A–Z, 0–9, ( ) and - ; everything else is a space, and no two spaces meet.
 */
export function folded(text: string): string {
  let from = text.normalize('NFKC')
  if (!PLAIN.test(text)) from = beyondBankKana(from)
  const codes: number[] = []
  let last = SPACE
  for (let at = 0; at < from.length; at += 1) {
    const code = COUNTS_AS[from.charCodeAt(at)] ?? 0
    if (code === 0 || (code === SPACE && last === SPACE)) continue
    codes.push(code)
    last = code
  }
  if (last === SPACE) codes.pop()
  if (codes.length < 4096) return String.fromCharCode(...codes)
  let out = ''
  // A very long text would overflow the arguments of one call.
  for (let at = 0; at < codes.length; at += 4096) out += String.fromCharCode(...codes.slice(at, at + 4096))
  return out
}

const beyondBankKana = (text: string): string => {
  // ﾔﾏﾀﾞ typed as ヤマタ゛: NFKC turns the mark into a space and a combining one.
  let out = text.replace(/ ?([\u3099\u309a])/g, '$1').normalize('NFC')
  if (ACCENTED.test(out))
    out = out
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFC')
      .toUpperCase()
  return /[\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\ud800-\udfff]/.test(out) ? foldKanji(out) : out
}
