import { codePointsOf } from './document-error.ts'
import { shape } from './fonts.ts'
import { graphemes } from './graphemes.ts'

export type TextCheck = { ok: true } | { ok: false; character: string; codePoint: string }

/** Whether every character of a text can be printed; if not, the first that no font has, with its code points. */
export function checkText(text: string): TextCheck {
  for (const character of graphemes(text)) {
    if (character === '\n' || character === '\r\n') continue
    if (!shape('mincho', character) || !shape('gothic', character))
      return { ok: false, character, codePoint: codePointsOf(character) }
  }
  return { ok: true }
}
