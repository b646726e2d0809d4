import type { Box } from '../domain/package.ts'
import type { TextRun } from './open-pdf.ts'
import { linesOf, type TextLine } from './text-lines.ts'

/** Compared without width, case and spaces: a name is the same name however it is set. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')

/** Shorter ones would be found on every page (a day, a page number). */
export const isTelling = (word: string): boolean => {
  const length = [...plain(word)].length
  return /^[\p{ASCII}]*$/u.test(plain(word)) ? length >= 4 : length >= 2
}

/** What stands under the boxes, run by run and line by line: the words that must not be found in the finished file. */
export const wordsUnder = (runs: readonly TextRun[], boxes: readonly Box[]): string[] => {
  const single = runs.flatMap(run => boxes.map(box => partUnder(run, box).trim()))
  const order = new Map(runs.map((run, at) => [run, at]))
  const joined = linesOf(runs)
    .filter(line => line.runs.length > 1)
    .flatMap(line => boxes.flatMap(box => joinedUnder(line, box, order)))
  return [...new Set([...single, ...joined].filter(isTelling))]
}

/** Where nobody can tell the direction (a page turned round), both ways. */
const joinedUnder = ({ runs }: TextLine, box: Box, order: ReadonlyMap<TextRun, number>): string[] => {
  const parts = runs
    .map(run => ({ text: partUnder(run, box).trim(), at: order.get(run) ?? 0 }))
    .filter(each => each.text)
  if (parts.length < 2) return []
  const ways = [parts, [...parts].sort((a, b) => a.at - b.at)]
  return ways.map(way => way.map(each => each.text).join('')).flatMap(text => [text, ...piecesOf(text)])
}

/** Of 「氏名：秘密太郎」 set character by character the name too; two characters alone would mostly be the label. */
const piecesOf = (text: string): string[] => {
  const pieces = text.split(/[\s:：、。，,・･／/()（）「」［］【】|｜]+/u).filter(piece => piece !== '')
  return pieces.length < 2 ? [] : pieces.filter(piece => [...plain(piece)].length >= 3)
}

const partUnder = (run: TextRun, box: Box): string => {
  const apart = box.x > run.x + run.w || box.x + box.w < run.x || box.y > run.y + run.h || box.y + box.h < run.y
  if (apart) return ''
  // Text that runs down the page is taken whole.
  if (run.h > run.w && [...run.text].length > 1) return run.text
  const characters = [...run.text]
  const weights = characters.map(character => ((character.codePointAt(0) ?? 0) < 0x2e80 ? 1 : 2))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let before = 0
  return characters
    .filter((_, at) => {
      const weight = weights[at] ?? 0
      const middle = run.x + (run.w * (before + weight / 2)) / total
      before += weight
      return middle >= box.x && middle <= box.x + box.w
    })
    .join('')
}
