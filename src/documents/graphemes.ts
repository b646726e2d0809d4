const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' })
const SIMPLE = /^[\x20-\x7e　-ヿ㐀-鿿！-～]*$/

/** What a reader calls one character: surrogate pairs and variation sequences stay whole. */
export function graphemes(text: string): string[] {
  // Neither set of the fast path holds a mark that joins its neighbour, save ゙゚ (3099, 309A).
  if (SIMPLE.test(text) && !/[゙゚〪-〯]/.test(text)) return text.split('')
  return Array.from(segmenter.segment(text), part => part.segment)
}
