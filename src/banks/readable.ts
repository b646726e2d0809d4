import { toKatakana } from '../domain/kana.ts'

/** A bank's text for eyes: full-width kana, one space at a time. The letters and signs stay as written. */
export const readable = (text: string): string =>
  toKatakana(text)
    .replace(/[ \u3000]+/g, ' ')
    .trim()

/** The same name however two lines write it; good for finding the line a cancellation means, never for a case. */
export const sameName = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toUpperCase()
