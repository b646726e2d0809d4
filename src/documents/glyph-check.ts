import { codePointsOf } from './document-error.ts'
import { shape } from './fonts.ts'
import { graphemes, isSimple } from './graphemes.ts'

export type TextCheck = { ok: true } | { ok: false; character: string; codePoint: string }

// Characters that join no neighbour and were found in the fonts once: 1. Most texts hold no other.
const good = new Uint8Array(0x1_0000)
good[10] = 1 // ends a paragraph, is not printed

/** Whether every character of a text can be printed; if not, the first that no font has, with its code points. */
export function checkText(text: string): TextCheck {
  if (isGood(text)) return { ok: true }
  for (const character of graphemes(text)) {
    if (character === '\n' || character === '\r\n') continue
    if (!shape('mincho', character) || !shape('gothic', character))
      return { ok: false, character, codePoint: codePointsOf(character) }
    if (isSimple(character)) good[character.charCodeAt(0)] = 1
  }
  return { ok: true }
}

function isGood(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (good[text.charCodeAt(at)] !== 1) return false
  return true
}
