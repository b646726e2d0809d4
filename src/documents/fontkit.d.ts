// The part of fontkit that we use; the package ships no types.
declare module 'fontkit' {
  export interface Selector {
    varSelector: number
    defaultUVS: { startUnicodeValue: number; additionalCount: number }[] | null
    nonDefaultUVS: { unicodeValue: number; glyphID: number }[] | null
  }
  export interface FontGlyph {
    id: number
    advanceWidth: number
    codePoints: number[]
  }
  export interface Font {
    postscriptName: string
    unitsPerEm: number
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): FontGlyph
    getGlyph(id: number): FontGlyph
    layout(text: string): { glyphs: FontGlyph[]; positions: { xAdvance: number }[] }
    _cmapProcessor: {
      uvs: { varSelectors: { toArray(): Selector[] } } | null
      lookup(codePoint: number, selector?: number): number
      getVariationSelector(codePoint: number, selector: number): number
    }
  }
  export function create(buffer: Uint8Array, postscriptName?: string): Font
  export function openSync(path: string): Font
}
