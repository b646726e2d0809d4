import type { Font } from 'fontkit'
import type { Box } from './latin.ts'
import { number } from './pdf-objects.ts'

/** What fontkit read that a font descriptor says again. */
interface Described {
  ascent: number
  descent: number
  capHeight: number
  xHeight: number
  italicAngle: number
  bbox: Box
  post: { isFixedPitch: number }
  'OS/2'?: { sFamilyClass: number }
}

// fontkit looks each of these up again in its tables.
const known = new WeakMap<Font, string>()

/** The entries of a font's descriptor that hold for every document (ISO 32000-1, 9.8), in thousandths. */
export function descriptorOf(font: Font, letters: Box | null): string {
  const found = known.get(font)
  if (found !== undefined) return found
  const read = font as unknown as Described
  const box = letters ? around(read.bbox, letters) : read.bbox
  const scale = 1000 / font.unitsPerEm
  const family = (read['OS/2']?.sFamilyClass ?? 0) >> 8
  const serif = family >= 1 && family <= 7 ? 2 : 0
  // Symbolic (4): the codes are ours, no standard's.
  const flags = (letters === null && read.post.isFixedPitch ? 1 : 0) | serif | 4
  const corners = [box.minX, box.minY, box.maxX, box.maxY].map(units => number(units * scale)).join(' ')
  const capHeight = (read.capHeight || read.ascent) * scale
  const entries = [
    `/Type /FontDescriptor\n/Flags ${flags}\n/FontBBox [${corners}]\n/ItalicAngle ${number(read.italicAngle)}`,
    `/Ascent ${number(read.ascent * scale)}\n/Descent ${number(read.descent * scale)}`,
    `/CapHeight ${number(capHeight)}\n/XHeight ${number(read.xHeight * scale)}\n/StemV 0`,
  ].join('\n')
  known.set(font, entries)
  return entries
}

const around = (one: Box, other: Box): Box => ({
  minX: Math.min(one.minX, other.minX),
  minY: Math.min(one.minY, other.minY),
  maxX: Math.max(one.maxX, other.maxX),
  maxY: Math.max(one.maxY, other.maxY),
})
