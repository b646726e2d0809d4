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

/** Half-width kana as a bank writes them, to what they count as. */
const BANK_KANA = '｡｢｣､･ｦｧｨｩｪｫｬｭｮｯｰｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ'
/** Signs that are written alone and need no NFKC: ASCII, full-width and half-width kana, the wide space. */
const SIMPLE = new Uint16Array(0x10000)
const UNKNOWN = 0
for (let code = 0x20; code <= 0x7e; code += 1) SIMPLE[code] = COUNTS_AS[code] ?? UNKNOWN
for (let code = 0x30a1; code <= 0x30fc; code += 1) SIMPLE[code] = COUNTS_AS[code] ?? UNKNOWN
SIMPLE[0x3000] = SPACE
for (const sign of BANK_KANA) SIMPLE[sign.charCodeAt(0)] = COUNTS_AS[sign.normalize('NFKC').charCodeAt(0)] ?? UNKNOWN

const VOICED_MARK = 0xff9e
const HALF_VOICED_MARK = 0xff9f
/** The kana and its mark in one, or nothing where the two do not join. */
const JOINED = new Map(
  [...BANK_KANA].flatMap(sign =>
    ['\uff9e', '\uff9f'].flatMap((mark, nth) => {
      const joined = (sign + mark).normalize('NFKC')
      return joined.length === 1 ? [[sign.charCodeAt(0) * 2 + nth, joined.charCodeAt(0)] as const] : []
    }),
  ),
)

/**
 * A payer's or a person's name, and all that stands beside it, in the signs that names are compared in: full-width large
 * kana, A–Z, 0–9, ( ) and - ; everything else is a space, and no two spaces meet.
 */
export function folded(text: string): string {
  const codes: number[] = []
  let last = SPACE
  for (let at = 0; at < text.length; at += 1) {
    const raw = text.charCodeAt(at)
    if (raw === VOICED_MARK || raw === HALF_VOICED_MARK) {
      const joined = at === 0 ? undefined : JOINED.get(text.charCodeAt(at - 1) * 2 + raw - VOICED_MARK)
      if (joined === undefined) return foldedSlowly(text)
      codes[codes.length - 1] = joined
      continue
    }
    const code = SIMPLE[raw] ?? UNKNOWN
    if (code === UNKNOWN) return foldedSlowly(text)
    if (code === SPACE && last === SPACE) continue
    codes.push(code)
    last = code
  }
  return written(codes)
}

function foldedSlowly(text: string): string {
  let from = text.normalize('NFKC')
  if (!PLAIN.test(from)) from = beyondBankKana(from)
  const codes: number[] = []
  let last = SPACE
  for (let at = 0; at < from.length; at += 1) {
    const code = COUNTS_AS[from.charCodeAt(at)] ?? 0
    if (code === 0 || (code === SPACE && last === SPACE)) continue
    codes.push(code)
    last = code
  }
  return written(codes)
}

function written(codes: number[]): string {
  if (codes.at(-1) === SPACE) codes.pop()
  // A very long text would overflow the arguments of one call.
  if (codes.length < 4096) return String.fromCharCode(...codes)
  let out = ''
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
