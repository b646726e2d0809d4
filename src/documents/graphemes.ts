const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' })
// No half of a pair, and no mark that joins its neighbour (302A to 302F, 3099, 309A).
const SIMPLE = /^[\x20-\x7e\u3000-\u3029\u3030-\u3098\u309b-\u30ff\u3400-\u9fff\uff01-\uff5e]*$/

/** What a reader calls one character: surrogate pairs and variation sequences stay whole. */
export function graphemes(text: string): string[] {
  return SIMPLE.test(text) ? text.split('') : Array.from(segmenter.segment(text), part => part.segment)
}
