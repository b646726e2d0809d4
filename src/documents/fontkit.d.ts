// The part of fontkit that we use; the package ships no types.
declare module 'fontkit' {
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
  }
  export function create(buffer: Uint8Array, postscriptName?: string): Font
  export function openSync(path: string): Font
}
