import type { Font } from 'fontkit'

/** fontkit's subset of one TrueType font, as far as we drive it. */
export interface Subset {
  glyphs: number[]
  glyf: Uint8Array[]
  loca: { offsets: number[] }
  hmtx: { metrics: { advance: number; bearing: number }[] }
  offset: number
  /** Copies one glyph into the subset and returns its slot. */
  _addGlyph(id: number): number
}

/** The tables of a parsed font that hold its outlines. */
interface Outlines {
  unitsPerEm: number
  loca: { offsets: number[] }
  stream: { buffer: Uint8Array }
  directory: { tables: Record<string, { offset: number } | undefined> }
  getGlyph(id: number): { advanceWidth: number; _getMetrics(): { leftBearing: number } }
}

/**
 * Copies outlines as they lie in the file (fontkit decodes each one to find composites: a fifth of a letter's time), and
 * widens slots by `wider` thousandths: the widths in the font file must be those of its dictionary (ISO 19005-2, 6.2.11.5).
 */
export function copyOutlines(subset: Subset, font: Font, wider: ReadonlyMap<number, number>): void {
  const { loca, stream, directory, unitsPerEm, getGlyph } = font as unknown as Outlines
  const start = directory.tables.glyf?.offset
  const composite = subset._addGlyph.bind(subset)
  const add = (id: number): number => {
    const from = loca.offsets[id] ?? 0
    const outline =
      start === undefined ? null : stream.buffer.subarray(start + from, start + (loca.offsets[id + 1] ?? from))
    // The first two bytes: the number of contours, negative for a composite, whose parts get other numbers.
    if (outline === null || (outline[0] ?? 0) > 0x7f) return composite(id)
    const glyph = getGlyph.call(font, id)
    subset.glyf.push(outline)
    subset.loca.offsets.push(subset.offset)
    subset.hmtx.metrics.push({ advance: glyph.advanceWidth, bearing: glyph._getMetrics().leftBearing })
    subset.offset += outline.length
    return subset.glyf.length - 1
  }
  subset._addGlyph = id => {
    const slot = add(id)
    const metric = subset.hmtx.metrics[slot]
    if (metric) metric.advance += ((wider.get(slot) ?? 0) * unitsPerEm) / 1000
    return slot
  }
}
