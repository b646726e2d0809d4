import type { Font } from 'fontkit'

const SELECTOR = /^[︀-️\u{E0100}-\u{E01EF}]$/u

export const isSelector = (codePoint: number): boolean => SELECTOR.test(String.fromCodePoint(codePoint))

/**
 * The glyph of every ideographic variation sequence of a font: selector → base → glyph id.
 * fontkit 2.0.4 skips the non-default table when the base is not in the default one, so 辻󠄀 would print as 辻.
 */
export function variationGlyphs(font: Font): Map<number, Map<number, number>> {
  const all = new Map<number, Map<number, number>>()
  for (const selector of font._cmapProcessor.uvs?.varSelectors.toArray() ?? []) {
    const glyphs = new Map<number, number>()
    for (const range of selector.defaultUVS ?? []) {
      for (let offset = 0; offset <= range.additionalCount; offset++) {
        const base = range.startUnicodeValue + offset
        glyphs.set(base, font.glyphForCodePoint(base).id)
      }
    }
    for (const { unicodeValue, glyphID } of selector.nonDefaultUVS ?? []) glyphs.set(unicodeValue, glyphID)
    all.set(selector.varSelector, glyphs)
  }
  return all
}
