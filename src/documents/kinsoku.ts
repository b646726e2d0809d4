import { graphemes } from './graphemes.ts'

// JIS X 4051 行頭禁則・行末禁則, with the small kana, marks and units that a careful typist keeps off the line start.
const NOT_AT_START = new Set(
  '、。，．,.・：；:;？！?!‼⁇⁈⁉゛゜ヽヾゝゞ々〻ー～〜‐–‑…‥ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ｡､･ｰﾞﾟｧｨｩｪｫｬｭｮｯ」』）〕］｝〉》】〙〗〟’”｠»)]}｣％‰℃℉′″°',
)
const NOT_AT_END = new Set('「『（〔［｛〈《【〘〖〝‘“｟«([{｢￥＄￡＃№〒第')
const INSEPARABLE = new Set('…‥―—')
const SPACE = /^[ \u3000]$/
const HANGING = new Set('、。，．')

// Runs that read as one thing: dates, articles, amounts with their unit, numbers, addresses of the net, words.
const ERA = '(?:明治|大正|昭和|平成|令和)(?:元|[0-9]{1,2})年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?'
const ARTICLE = '法?第[0-9]+条(?:の[0-9]+)?(?:第[0-9]+項)?(?:第[0-9]+号)?'
const DATE = '(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日|[0-9]{4}年'
const AMOUNT =
  '(?:約|各|計)?[0-9０-９][0-9０-９,.，．]*(?:営業日|週間|日間|か月|ヶ月|[円％%枚部通件日年月時分名回頁歳号項条点本個類])?'
const NUMBER = '[0-9]+(?:[-/:][0-9]+)+'
const RUN = new RegExp(
  `${ERA}|${ARTICLE}|第[0-9]+[項号章](?:第[0-9]+号)?|${DATE}|〒?${NUMBER}|${AMOUNT}|[\\x21-\\x7eｦ-ﾟ]{2,}`,
  'gu',
)

const cannotStart = (grapheme: string | undefined): boolean => NOT_AT_START.has(firstOf(grapheme))
const cannotEnd = (grapheme: string | undefined): boolean => NOT_AT_END.has(firstOf(grapheme))
export const mayHang = (grapheme: string | undefined): boolean => HANGING.has(grapheme ?? '')
const firstOf = (grapheme: string | undefined): string => Array.from(grapheme ?? '')[0] ?? ''

/** The text cut where a line may end; what stays together is one cluster of graphemes. */
export function clusters(text: string): string[][] {
  return glue(units(text))
}

/** The same without the runs, for a run longer than a whole line (an address of the net). */
export function looseClusters(cluster: readonly string[]): string[][] {
  return glue(cluster.map(grapheme => [grapheme]))
}

function units(text: string): string[][] {
  const parts: string[][] = []
  let from = 0
  for (const match of text.matchAll(RUN)) {
    for (const grapheme of graphemes(text.slice(from, match.index))) parts.push([grapheme])
    parts.push(graphemes(match[0]))
    from = match.index + match[0].length
  }
  for (const grapheme of graphemes(text.slice(from))) parts.push([grapheme])
  return parts
}

function glue(parts: readonly string[][]): string[][] {
  const glued: string[][] = []
  for (const part of parts) {
    const last = glued.at(-1)
    if (last && belongTogether(last, part)) last.push(...part)
    else glued.push([...part])
  }
  return glued
}

function belongTogether(before: readonly string[], after: readonly string[]): boolean {
  const end = before.at(-1)
  const start = after[0]
  if (end === undefined || start === undefined) return false
  if (SPACE.test(start)) return true
  if (SPACE.test(end)) return false
  if (cannotEnd(end) || cannotStart(start)) return true
  if (INSEPARABLE.has(end) && INSEPARABLE.has(start)) return true
  return /^[!-~ｦ-ﾟ]/.test(end) && /^[!-~ｦ-ﾟ]/.test(start)
}
