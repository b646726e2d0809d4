import fc from 'fast-check'
import qrcode from 'qrcode'
import sharp, { type OverlayOptions } from 'sharp'
import { describe, expect, it } from 'vitest'
import { caseNumber } from '../../src/domain/case-number.ts'
import { pageCode } from '../../src/domain/page-code.ts'
import { sightOf, sights } from '../../src/reading/page-sight.ts'
import { pictureOf } from '../../src/reading/picture.ts'

const head = { number: caseNumber(2026, 1), letter: 'l1', sheet: 1, form: 'request-disclosure', page: 1, pages: 2 }
const ours = pageCode(head)
const next = pageCode({ ...head, page: 2 })
const foreign = 'https://example.com/?q=1'

const square = (text: string) => qrcode.toBuffer(text, { errorCorrectionLevel: 'M', width: 160, margin: 4 })
/** A small upright page with these codes on it, one below the other. */
const paper = async (...texts: string[]) => {
  const codes: OverlayOptions[] = []
  for (const [nth, text] of texts.entries()) codes.push({ input: await square(text), left: 120, top: 30 + nth * 180 })
  const png = await sharp({ create: { width: 420, height: 594, channels: 3, background: '#ffffff' } })
    .composite(codes)
    .png()
    .toBuffer()
  return pictureOf(png)
}
const flat = (width: number, height: number, light: number) => ({
  width,
  height,
  grey: new Uint8Array(width * height).fill(light),
})

describe('what is seen on a page', () => {
  it.each([
    ['one code of ours is ours', [ours], 'ours'],
    ['the same code twice is one page', [ours, ours], 'ours'],
    ['a code of ours beside somebody else’s is ours', [foreign, ours], 'ours'],
    ['two codes of ours are two pages in one picture', [ours, next], 'several'],
    ['somebody else’s code is foreign', [foreign], 'foreign'],
    ['two of somebody else’s are foreign', [foreign, 'KD1:26000018:x:1/1'], 'foreign'],
    ['no code on white paper is blank', [], 'blank'],
  ])('%s', async (_what, texts, sight) => {
    expect(await sightOf(await paper(...texts))).toEqual({ sight, code: sight === 'ours' ? head : null })
  })

  it('a code of ours with one digit rubbed out of its check is nobody’s', async () => {
    const forged = ours.slice(0, -1) + ((Number(ours.at(-1)) + 1) % 10)
    expect(await sightOf(await paper(forged))).toEqual({ sight: 'foreign', code: null })
  })

  it.each([0, 90, 180, 270])('our code is read turned by %i', async turn => {
    const { width, height, grey } = await paper(ours)
    const png = await sharp(grey, { raw: { width, height, channels: 1 } })
      .rotate(turn)
      .png()
      .toBuffer()
    expect(await sightOf(await pictureOf(png))).toEqual({ sight: 'ours', code: head })
  })

  it('a code full of specks is read after they are smoothed away', async () => {
    const { width, height, grey } = await paper(ours)
    let seed = 1
    const specked = grey.map(light => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
      return seed / 2 ** 32 < 0.06 ? 255 - light : light
    })
    expect(await sightOf({ width, height, grey: specked })).toEqual({ sight: 'ours', code: head })
  })

  it.each([
    ['a single pixel', flat(1, 1, 255)],
    ['a line one pixel high', flat(500, 1, 255)],
    ['a line one pixel wide', flat(1, 500, 255)],
    ['two pixels', flat(2, 2, 255)],
    ['a strip of receipt paper', flat(60, 3400, 250)],
  ])('%s is seen as blank and not as a fault', async (_what, picture) => {
    expect(await sightOf(picture)).toEqual({ sight: 'blank', code: null })
  })

  it('any picture at all is seen as one of the five, and has a code only where it is ours', async () => {
    const side = fc.integer({ min: 1, max: 40 })
    const any = fc.tuple(side, side).chain(([width, height]) =>
      fc.record({
        width: fc.constant(width),
        height: fc.constant(height),
        grey: fc.uint8Array({ minLength: width * height, maxLength: width * height }),
      }),
    )
    await fc.assert(
      fc.asyncProperty(any, async picture => {
        const { sight, code } = await sightOf(picture)
        expect(sights).toContain(sight)
        expect(code === null).toBe(sight !== 'ours')
      }),
      { numRuns: 60 },
    )
  })
})

describe('a dark picture is for a person to look at', () => {
  const card = (x: number, y: number) =>
    `<rect x="${x}" y="${y}" width="250" height="155" fill="#e8e8e0"/><rect x="${x + 15}" y="${y + 30}" width="150" height="7" fill="#222"/>`
  const drawn = async (svg: string, ground: string) =>
    pictureOf(
      await sharp(
        Buffer.from(
          `<svg xmlns="http://www.w3.org/2000/svg" width="827" height="1170"><rect width="827" height="1170" fill="${ground}"/>${svg}</svg>`,
        ),
      )
        .jpeg({ quality: 70 })
        .toBuffer(),
    )

  it.each([
    ['a licence scanned with the lid open', card(150, 200), '#101010'],
    ['white writing on black', '<rect x="150" y="250" width="350" height="12" fill="#f0f0f0"/>', '#181818'],
    ['a sheet so dark that nothing can be told', '', '#303030'],
  ])('%s', async (_what, svg, ground) => {
    expect(await sightOf(await drawn(svg, ground))).toEqual({ sight: 'none', code: null })
  })

  it.each(['#cdcdcd', '#b0a890'])('while empty paper of the colour %s stays blank', async ground => {
    expect(await sightOf(await drawn('', ground))).toEqual({ sight: 'blank', code: null })
  })
})
