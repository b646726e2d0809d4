import { cannotEnd, cannotStart, inseparable, isSpace, isWestern } from './characters.ts'
import { graphemes } from './graphemes.ts'

// Runs that read as one thing: dates, articles, amounts with their unit, numbers, addresses of the net, words.
const FIGURES = '[0-9０-９][0-9０-９,.，．]*'
const ERA = '(?:明治|大正|昭和|平成|令和)(?:元|[0-9０-９]{1,2})年(?:[0-9０-９]{1,2}月(?:[0-9０-９]{1,2}日)?)?'
const ORDINAL = '[0-9０-９一二三四五六七八九十百]+'
const ARTICLE = `法?第${ORDINAL}条(?:の${ORDINAL})*(?:第${ORDINAL}項)?(?:第${ORDINAL}号)?`
const DATE = '(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日|[0-9]{4}年'
const UNIT = '営業日|週間|日間|か月|ヶ月|箇月|万円|[円％%枚部通件日年月時分秒名回頁歳号項条点本個類人]'
const AMOUNT = `(?:約|各|計)?${FIGURES}(?:${UNIT})?`
const NUMBER = '[0-9]+(?:[-/:][0-9]+)+'
const RUN = new RegExp(
  `${ERA}|${ARTICLE}|第${ORDINAL}[項号章](?:第${ORDINAL}号)?|${DATE}|〒?${NUMBER}|${AMOUNT}|[\\x21-\\x7eÀ-ÖØ-öø-ɏḀ-ỿｦ-ﾟ]{2,}`,
  'gu',
)

/** How badly a line end hurts here: FREE is no fault, NEVER is a kinsoku violation. */
export const FREE = 0
/** Inside a run too long for a line, where a reader expects it: after a / of an address, before 第2項. */
export const SEAM = 1
export const INSIDE = 2
export const NEVER = 3

export interface Cut {
  parts: string[]
  /** `levels[i]`: a line end before part i. */
  levels: Uint8Array
}

/** The graphemes of a paragraph and where a line may end between them. */
export function cut(text: string): Cut {
  const parts = graphemes(text)
  const runs = runsOf(text, parts)
  const levels = new Uint8Array(parts.length + 1)
  for (let index = 1; index < parts.length; index++)
    levels[index] = levelAt(parts, index, runs[index] !== 0 && runs[index] === runs[index - 1])
  return { parts, levels }
}

/** The run that each part begins in, counted from 1; 0 between runs. */
function runsOf(text: string, parts: readonly string[]): Uint32Array {
  const runs = new Uint32Array(parts.length)
  let index = 0
  let at = 0
  let run = 0
  for (const match of text.matchAll(RUN)) {
    run++
    const end = match.index + match[0].length
    for (; index < parts.length && at < end; index++) {
      if (at >= match.index) runs[index] = run
      at += parts[index]?.length ?? 0
    }
  }
  return runs
}

function levelAt(parts: readonly string[], index: number, sameRun: boolean): number {
  const before = parts[index - 1] ?? ''
  const after = parts[index] ?? ''
  if (isSpace(after) || cannotStart(after)) return NEVER
  if (cannotEnd(lastInk(parts, index))) return NEVER
  if (isSpace(before)) return FREE
  if (inseparable(before, after)) return NEVER
  if (sameRun) return isSeam(before, after) ? SEAM : INSIDE
  return isWestern(before) && isWestern(after) ? INSIDE : FREE
}

/** The last character before `index` that a reader sees: spaces at a line end are dropped. */
function lastInk(parts: readonly string[], index: number): string {
  let at = index - 1
  while (at > 0 && isSpace(parts[at] ?? '')) at--
  return parts[at] ?? ''
}

const isSeam = (before: string, after: string): boolean =>
  /^[/?&=._@#:-]$/.test(before) ? !/^[/?&=._@#:-]$/.test(after) : after === '第' || /^[年月条項]$/.test(before)
