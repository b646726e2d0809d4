import { toKatakana } from './kana.ts'
import { foldKanji } from './names.ts'

const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** 三十五 and 三五 are both 35. */
const kanjiNumber = (text: string): string => {
  const digitOf = (kanji: string) => '〇一二三四五六七八九'.indexOf(kanji)
  if (!/[十百千]/.test(text)) return Array.from(text, digitOf).join('')
  let [sum, pending] = [0, 0]
  for (const kanji of text) {
    const unit = UNITS[kanji]
    if (unit === undefined) pending = digitOf(kanji)
    else [sum, pending] = [sum + (pending || 1) * unit, 0]
  }
  return String(sum + pending)
}

const NUMERALS = '[〇一二三四五六七八九十百千]'
// Only in front of these: 三田 and 四谷 are names.
const COUNTED = new RegExp(`${NUMERALS}+(?=丁目|番|号|地割|線|ノ(?:\\d|${NUMERALS})|-(?:\\d|${NUMERALS}))`, 'g')
const AFTER_COUNTED = new RegExp(`(?<=\\d(?:番地)?ノ|\\d-)${NUMERALS}+`, 'g')

/** Width, variants, spaces, 大字/字, ヶ=ケ=が=ガ, ツ=ッ and numerals brought to one form; 丁目番地号 become hyphens. */
const levelled = (text: string): string => {
  let level = toKatakana(foldKanji(text))
    .toUpperCase()
    // 6-18-1 101号室: without its space the room would run into the lot.
    .replace(/(?<=[\d号]|番地)\s+(?=\d)/g, '/')
    .replace(/[\s・,、]/g, '')
    .replace(/大字|小字|字/g, '')
    .replace(/[ヶガ]/g, 'ケ')
    .replaceAll('ッ', 'ツ')
    .replace(/[‐‑‒–—―−~〜]/g, '-')
    .replace(new RegExp(`(?<=\\d|${NUMERALS})ー(?=\\d|${NUMERALS})`, 'g'), '-')
    .replace(/^(?:〒\d{3}-?\d{4}|\d{3}-\d{4}(?!\d|-))/, '')
    .replace(COUNTED, kanjiNumber)
  // Each pass frees the next of 五の三の二.
  for (let before = ''; before !== level; ) {
    before = level
    level = level.replace(AFTER_COUNTED, kanjiNumber)
  }
  return level
    .replaceAll('号室', '号')
    .replace(/(?<=\d)(?:丁目|丁(?=\d|-|$)|番地ノ?(?=\d)|番地|番(?![町丁])|号)/g, '-')
    .replace(/(?<=\d)ノ(?=\d)/g, '-')
    .replace(/(?<=\d)階/g, 'F')
    .replace(/-{2,}/g, '-')
}

interface Parts {
  readonly town: string
  readonly lot: string
  readonly building: string
}

const parts = (text: string): Parts => {
  const level = levelled(text)
  // 北1条西2-3 and 1番町5-3: the lot is the run with a hyphen, else the first number that is no part of a town's name.
  const lot = /\d+(?:-\d+)+-?|\d+-/.exec(level) ?? /\d+(?![\d条線番町区丁])/.exec(level)
  if (!lot) return { town: level, lot: '', building: '' }
  const end = lot.index + lot[0].length
  return {
    town: level.slice(0, lot.index),
    lot: lot[0].replace(/-$/, ''),
    building: level.slice(end).replace(/^[-/]+|-$/g, ''),
  }
}

/** For comparing what is written on papers, never for posting. Building, if any, follows after a space. */
export function addressKey(text: string): string {
  const { town, lot, building } = parts(text)
  return building === '' ? `${town}${lot}` : `${town}${lot} ${building}`
}

const PREFECTURE = /^(?:北海道|東京都|京都府|大阪府|.{2,3}?県)/

/** 政令市 are often written without their prefecture; two different prefectures still differ. */
const sameTown = (a: string, b: string): boolean =>
  a === b || (PREFECTURE.test(a) !== PREFECTURE.test(b) && a.replace(PREFECTURE, '') === b.replace(PREFECTURE, ''))

/** 1-2-3-405 is 1-2-3 with a room; 123-4 is another lot than 123. */
const roomAppended = (a: string, b: string): boolean => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.split('-').length >= 3 && long.startsWith(`${short}-`)
}

/** Two blanks are different. A person decides; this only says where to look. */
export function sameAddress(a: string, b: string): 'same' | 'building_differs' | 'different' {
  const [one, two] = [parts(a), parts(b)]
  if (one.town === '' || two.town === '' || !sameTown(one.town, two.town)) return 'different'
  if (one.lot !== two.lot) return roomAppended(one.lot, two.lot) ? 'building_differs' : 'different'
  return one.building === two.building ? 'same' : 'building_differs'
}
