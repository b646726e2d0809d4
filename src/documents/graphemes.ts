const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' })
// No half of a pair, and no mark that joins its neighbour (302A to 302F, 3099, 309A).
const SIMPLE = /^[\x20-\x7e\u3000-\u3029\u3030-\u3098\u309b-\u30ff\u3400-\u9fff\uff01-\uff5e]*$/

/** Whether every code unit is a character by itself, whatever stands beside it. */
export const isSimple = (text: string): boolean => SIMPLE.test(text)

/** What a reader calls one character: surrogate pairs and variation sequences stay whole. */
export function graphemes(text: string): string[] {
  return isSimple(text) ? text.split('') : Array.from(segmenter.segment(text), part => part.segment)
}
