import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { isBlank } from '../../src/reading/blank-page.ts'
import { pictureOf } from '../../src/reading/picture.ts'
import { grainy } from './scanner.ts'

/** An A4 page at 200 dpi with this drawn on it, as an office scanner gives it. */
const scan = async (svg: string, { paper = 250, noise = 12, quality = 60 } = {}) => {
  const drawing = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="1654" height="2339"><rect width="1654" height="2339" fill="rgb(${paper},${paper},${paper})"/>${svg}</svg>`,
  )
  const { data, info } = await sharp(drawing)
    .greyscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const jpeg = await sharp(grainy(data, noise), { raw: { width, height, channels: 1 } })
    .jpeg({ quality })
    .toBuffer()
  return pictureOf(jpeg)
}
const words = (fill: string) =>
  Array.from(
    { length: 30 },
    (_, nth) => `<rect x="200" y="${200 + nth * 60}" width="1200" height="24" fill="${fill}"/>`,
  ).join('')

describe('a side of paper is blank', () => {
  it.each([
    ['white, with the grain of the scanner', '', {}],
    ['of grey recycled paper, coarsely compressed', '', { paper: 205, quality: 25 }],
    ['with the other side shining through', words('rgb(234,234,234)'), {}],
    ['with dust on the glass', '<circle cx="300" cy="900" r="2"/><circle cx="1200" cy="1500" r="2"/>', {}],
    ['with the shadow of an edge', '<rect x="0" y="0" width="30" height="2339" fill="#333"/>', {}],
  ])('%s', async (_what, svg, how) => {
    expect(await isBlank(await scan(svg, how))).toBe(true)
  })

  it.each([
    ['a printed line', '<rect x="200" y="600" width="400" height="5" fill="#222"/>', {}],
    ['a small tick in ball-pen', '<path d="M800 900 l12 14 l24 -30" stroke="#334" stroke-width="4" fill="none"/>', {}],
    [
      'a word in pencil',
      '<path d="M500 700 q30 -40 60 0 t60 0 t60 0" stroke="#909090" stroke-width="4" fill="none"/>',
      {},
    ],
    ['a seal', '<circle cx="1200" cy="400" r="40" stroke="#d44" stroke-width="5" fill="none"/>', {}],
    ['writing on grey paper', words('rgb(120,120,120)'), { paper: 205, quality: 25 }],
  ])('but not with %s', async (_what, svg, how) => {
    expect(await isBlank(await scan(svg, how))).toBe(false)
  })
})
