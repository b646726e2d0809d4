const up = (kana: string): string => String.fromCharCode(kana.charCodeAt(0) + 0x60)

/** Hiragana and half-width kana to full-width katakana, sound marks joined; every other character stays. */
export function toKatakana(text: string): string {
  return (
    text
      .replace(/[\uFF61-\uFF9F]+/g, run => run.normalize('NFKC'))
      // Decomposed kana come from macOS file names and some PDF readers.
      .replace(/[\u3041-\u30FF][\u3099\u309A]/g, pair => pair.normalize('NFC'))
      .replace(/[\u3041-\u3096\u309D\u309E]/g, up)
      .replaceAll('\u3099', '゛')
      .replaceAll('\u309A', '゜')
  )
}

/** Fit for a フリガナ field: full-width katakana with ー, ・ and spaces, and at least one kana. */
export function isKatakana(text: string): boolean {
  return /^[\u30A1-\u30FE \u3000]+$/.test(text) && /[\u30A1-\u30FA]/.test(text)
}
