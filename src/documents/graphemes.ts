const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' })
// No half of a pair, and no mark that joins its neighbour (302A to 302F, 3099, 309A).
const ALONE =
  '\\n\\x20-\\x7e\\u2010-\\u2027\\u2030-\\u205e\\u2100-\\u27bf\\u3000-\\u3029\\u3030-\\u3098\\u309b-\\u30ff\\u3200-\\u9fff\\uf900-\\ufaff\\uff01-\\uff9d'
const SIMPLE = new RegExp(`^[${ALONE}]*$`)
// What may join, with the neighbour on either side that it may join.
const JOINING = new RegExp(`[${ALONE}]?(?:[^${ALONE}]+[${ALONE}]?)+`, 'g')

/** Whether every code unit is a character by itself, whatever simple character stands beside it. */
export const isSimple = (text: string): boolean => SIMPLE.test(text)

/** What a reader calls one character: surrogate pairs and variation sequences stay whole. */
export function graphemes(text: string): string[] {
  if (isSimple(text)) return text.split('')
  // One 髙 with a selector in a page of text must not send the whole page to the segmenter: that is a hundred times slower.
  const parts: string[] = []
  let done = 0
  for (const { 0: piece, index } of text.matchAll(JOINING)) {
    for (; done < index; done++) parts.push(text.charAt(done))
    for (const { segment } of segmenter.segment(piece)) parts.push(segment)
    done += piece.length
  }
  for (; done < text.length; done++) parts.push(text.charAt(done))
  return parts
}
