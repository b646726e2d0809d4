import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'
import { create, type Font } from 'fontkit'
import { expect, it } from 'vitest'
import type { Slot } from '../../src/documents/font-program.ts'
import { programs } from '../../src/documents/font-program.ts'
import { fontOf, programOf, shape } from '../../src/documents/fonts.ts'
import { isLatin, latinId, latinOf } from '../../src/documents/latin.ts'

interface Drawn {
  advanceWidth: number
  path: { toSVG(): string }
  _getMetrics(): { leftBearing: number }
}
const drawn = (font: Font, id: number) => font.getGlyph(id) as unknown as Drawn
const NAMES = ['BIZUDMincho', 'BIZUDGothic', 'BIZUDGothicBold', 'NotoSerifJP', 'NotoSansJP', 'NotoSansJPBold'] as const
const slotsOf = (ids: readonly number[]): Slot[] => [0, ...ids].map(id => ({ id, wider: 0 }))
const pathOf = (file: string) => createRequire(import.meta.url).resolve(`@expo-google-fonts/${file}`)
const glyphOf = (text: string) => shape('mincho', text)?.ids[0] ?? 0

it.each(NAMES)('%s keeps every outline, advance and bearing that it is asked for', name => {
  const ids = Array.from({ length: 200 }, (_, nth) => 1 + nth * 61)
  const { deflated, length } = programOf(name)(slotsOf(ids))
  const file = inflateSync(deflated)
  expect(file).toHaveLength(length)
  const copy = create(file)
  for (const [at, id] of ids.entries()) {
    const [ours, theirs] = [drawn(copy, at + 1), drawn(fontOf(name), id)]
    expect(ours.path.toSVG()).toBe(theirs.path.toSVG())
    expect(ours.advanceWidth).toBe(theirs.advanceWidth)
    expect(ours._getMetrics().leftBearing).toBe(theirs._getMetrics().leftBearing)
  }
})

it('has room for more outlines than short places can name', () => {
  const ids = Array.from({ length: 2_000 }, (_, nth) => 1 + nth)
  const { deflated, length } = programOf('BIZUDMincho')(slotsOf(ids))
  expect(length).toBeGreaterThan(0x2_0000)
  const copy = create(inflateSync(deflated))
  expect(drawn(copy, 2_000).path.toSVG()).toBe(drawn(fontOf('BIZUDMincho'), 2_000).path.toSVG())
})

it('widens the advance of a slot, not of the outline in another slot', () => {
  const id = glyphOf('様')
  const { deflated } = programOf('BIZUDMincho')([...slotsOf([id]), { id, wider: 250 }])
  const copy = create(inflateSync(deflated))
  expect(copy.getGlyph(1).advanceWidth).toBe(copy.unitsPerEm)
  expect(copy.getGlyph(2).advanceWidth).toBe(copy.unitsPerEm * 1.25)
})

it('writes the same bytes in a fresh process and after other documents', () => {
  const path = pathOf('biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf')
  const latin = latinOf(pathOf('biz-udpmincho/400Regular/BIZUDPMincho_400Regular.ttf'), 2048)
  const slots = slotsOf(Array.from('受付番号ABC', glyphOf))
  const used = programOf('BIZUDMincho')
  used(slotsOf(Array.from('号番別の文書', glyphOf)))
  const fresh = programs(readFileSync(path), latin)
  expect(Buffer.from(used(slots).deflated).equals(fresh(slots).deflated)).toBe(true)
})

it.each([
  ['BIZUDMincho', 'biz-udpmincho/400Regular/BIZUDPMincho_400Regular.ttf'],
  ['BIZUDGothic', 'biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf'],
  ['BIZUDGothicBold', 'biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf'],
] as const)('%s holds the letters of its proportional face among its own glyphs', (name, path) => {
  const face = create(readFileSync(pathOf(path)))
  const points = Array.from({ length: 0x1f00 }, (_, point) => point).filter(
    point => isLatin(String.fromCharCode(point)) && face.hasGlyphForCodePoint(point),
  )
  expect(points.length).toBeGreaterThan(290)
  const copy = create(inflateSync(programOf(name)(slotsOf([...points.map(latinId), 900])).deflated))
  for (const [at, point] of points.entries()) {
    const [ours, theirs] = [drawn(copy, at + 1), drawn(face, face.glyphForCodePoint(point).id)]
    expect(ours.path.toSVG(), String.fromCharCode(point)).toBe(theirs.path.toSVG())
    expect(ours.advanceWidth).toBe(theirs.advanceWidth)
    expect(ours._getMetrics().leftBearing).toBe(theirs._getMetrics().leftBearing)
  }
  expect(drawn(copy, points.length + 1).path.toSVG()).toBe(drawn(fontOf(name), 900).path.toSVG())
})

it('refuses letters of a face in other units', () => {
  const path = pathOf('noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf')
  expect(() => latinOf(path, 2048)).toThrow('other units')
})
