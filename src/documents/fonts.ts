import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'
import { kindOf } from './characters.ts'
import { type Program, programs, type Slot } from './font-program.ts'
import { type Box, isLatin, type Latin, latinId, latinOf, NO_LATIN } from './latin.ts'
import { isSelector, type Variation, variations } from './variations.ts'

export type Face = 'mincho' | 'gothic' | 'bold'
type FontName = 'BIZUDMincho' | 'BIZUDGothic' | 'BIZUDGothicBold' | 'NotoSerifJP' | 'NotoSansJP' | 'NotoSansJPBold'

/** One grapheme as one font draws it; widths in thousandths of the size. */
export interface Glyph {
  font: FontName
  text: string
  ids: readonly number[]
  widths: readonly number[]
  width: number
  /** What it is for setting, see characters.ts. */
  kind: number
}

const FILES: Record<FontName, string> = {
  BIZUDMincho: 'biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf',
  BIZUDGothic: 'biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf',
  BIZUDGothicBold: 'biz-udgothic/700Bold/BIZUDGothic_700Bold.ttf',
  NotoSerifJP: 'noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf',
  NotoSansJP: 'noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
  NotoSansJPBold: 'noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf',
}
const FACES: Record<Face, readonly FontName[]> = {
  mincho: ['BIZUDMincho', 'NotoSerifJP'],
  gothic: ['BIZUDGothic', 'NotoSansJP'],
  bold: ['BIZUDGothicBold', 'NotoSansJPBold'],
}

// The Japanese faces draw every letter half an em wide, as a typewriter does. These have the same letters with widths of their own.
const LETTERS: Partial<Record<FontName, string>> = {
  BIZUDMincho: 'biz-udpmincho/400Regular/BIZUDPMincho_400Regular.ttf',
  BIZUDGothic: 'biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf',
  BIZUDGothicBold: 'biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf',
}

// JIS X 0213 1-2-54 and 1-2-55 map to U+2985 and U+2986; the fonts have the glyphs at the full-width forms only.
const SAME_GLYPH: Record<string, string> = { '⦅': '｟', '⦆': '｠' }

interface Loaded {
  font: Font
  latin: Latin
  variation: Variation
  program: (slots: readonly Slot[]) => Program
  /** Of the glyph that stands for a missing one, thousandths. */
  emptyWidth: number
}
const loaded = new Map<FontName, Loaded>()
const shaped: Record<Face, Map<string, Glyph | null>> = { mincho: new Map(), gothic: new Map(), bold: new Map() }

function load(name: FontName): Loaded {
  const known = loaded.get(name)
  if (known) return known
  const file = readFileSync(pathOf(FILES[name]))
  const font = create(file)
  const letters = LETTERS[name]
  const latin = letters === undefined ? NO_LATIN : latinOf(pathOf(letters), font.unitsPerEm)
  const emptyWidth = (font.getGlyph(0).advanceWidth * 1000) / font.unitsPerEm
  const entry = { font, latin, variation: variations(file), program: programs(file, latin), emptyWidth }
  loaded.set(name, entry)
  return entry
}

const pathOf = (file: string): string => createRequire(import.meta.url).resolve(`@expo-google-fonts/${file}`)

/** The parsed font, one per process: parsing costs more than a letter. */
export const fontOf = (name: FontName): Font => load(name).font

export const emptyWidthOf = (name: FontName): number => load(name).emptyWidth

/** The box of the letters that stand in the font beside its own glyphs, in its units; null when it has none. */
export const letterBoxOf = (name: FontName): Box | null => (LETTERS[name] === undefined ? null : load(name).latin.box)

/** What writes the font program of a document; it keeps coded outlines for the next one. */
export const programOf = (name: FontName): Loaded['program'] => load(name).program

/** The grapheme in the first font of the face that has all of it, or null when none has. */
export function shape(face: Face, grapheme: string): Glyph | null {
  const known = shaped[face].get(grapheme)
  if (known !== undefined) return known
  let found: Glyph | null = null
  for (const name of FACES[face]) {
    found = shapeIn(name, grapheme)
    if (found) break
  }
  if (shaped[face].size > 20_000) shaped[face].clear()
  shaped[face].set(grapheme, found)
  return found
}

function shapeIn(name: FontName, text: string): Glyph | null {
  const { font, latin, variation } = load(name)
  const points = Array.from(text, c => c.codePointAt(0) ?? 0)
  const [base, second] = points
  if (base === undefined) return null
  let ids: number[]
  if (points.length === 2 && second !== undefined && isSelector(second)) {
    const found = variation(base, second)
    const id = found === 'plain' ? font.glyphForCodePoint(base).id : found
    if (!id) return null
    ids = [id]
  } else if (points.length === 1) {
    const other = SAME_GLYPH[text]
    if (other !== undefined) return recall(shapeIn(name, other), text)
    const letter = isLatin(text) ? latin.glyphs.get(latinId(base)) : undefined
    if (letter) return glyphOf(name, text, [latinId(base)], [(letter.advance * 1000) / font.unitsPerEm])
    if (base < 0x20 || !font.hasGlyphForCodePoint(base)) return null
    ids = [font.glyphForCodePoint(base).id]
  } else {
    // A combining mark: one composed character where there is one, else what the font's own tables make of it.
    const composed = text.normalize('NFC')
    if (Array.from(composed).length === 1) return recall(shapeIn(name, composed), text)
    if (!points.every(point => font.hasGlyphForCodePoint(point))) return null
    ids = font.layout(text).glyphs.map(glyph => glyph.id)
    // Copied text needs a glyph per code point, or one for all of them.
    if (ids.some(id => id === 0) || (ids.length > 1 && ids.length !== points.length)) return null
  }
  const widths = ids.map(id => (font.getGlyph(id).advanceWidth * 1000) / font.unitsPerEm)
  return glyphOf(name, text, ids, widths)
}

function glyphOf(name: FontName, text: string, ids: readonly number[], widths: readonly number[]): Glyph {
  const width = widths.reduce((sum, one) => sum + one, 0)
  return { font: name, text, ids, widths, width, kind: kindOf(text, width) }
}

const recall = (glyph: Glyph | null, text: string): Glyph | null =>
  glyph && { ...glyph, text, kind: kindOf(text, glyph.width) }
