import { codePointsOf } from './document-error.ts'
import { shape } from './fonts.ts'
import { graphemes } from './graphemes.ts'

export type TextCheck = { ok: true } | { ok: false; character: string; codePoint: string }

// What was found once in the fonts stays there.
const good = new Set<string>()
const MOST = 20_000

/** Whether every character of a text can be printed; if not, the first that no font has, with its code points. */
export function checkText(text: string): TextCheck {
  for (const character of graphemes(text)) {
    if (good.has(character) || character === '\n' || character === '\r\n') continue
    if (!shape('mincho', character) || !shape('gothic', character))
      return { ok: false, character, codePoint: codePointsOf(character) }
    if (good.size < MOST) good.add(character)
  }
  return { ok: true }
}
