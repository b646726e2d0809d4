import sharp from 'sharp'
import type { Picture } from './picture.ts'

/** About 100 dpi: grain is gone, a pencil's stroke of half a millimetre is still two pixels wide. */
const LONGEST = 1_170
/** Shadows and torn edges of the scanner's glass. */
const MARGIN = 0.04
/** Levels below the paper's own: show-through of the other side is fainter, a pencil darker. */
const INK = 32
/** About 1 mm²: less is dust. */
const LEAST = 16
/** Levels: a ground below is no empty paper but a card on a dark lid, or white on black. */
const DARKEST_PAPER = 128

/** Whether there is nothing on it that a person could have meant: judged strictly, for what is taken for blank nobody looks at. */
export const isBlank = async (page: Picture): Promise<boolean> => {
  const { width, height, data } = await small(page)
  const paper = median(data)
  if (paper < DARKEST_PAPER) return false
  const [left, top] = [Math.ceil(width * MARGIN), Math.ceil(height * MARGIN)]
  const dark = (x: number, y: number) => (data[y * width + x] ?? 255) < paper - INK
  let ink = 0
  for (let y = top; y < height - top; y++)
    for (let x = left; x < width - left; x++)
      if (dark(x, y) && neighbours.filter(([dx, dy]) => dark(x + dx, y + dy)).length >= 2 && ++ink >= LEAST)
        return false
  return true
}

const neighbours = [-1, 0, 1].flatMap(dx => [-1, 0, 1].flatMap(dy => (dx === 0 && dy === 0 ? [] : [[dx, dy] as const])))

const small = async ({ width, height, grey }: Picture) => {
  const { data, info } = await sharp(grey, { raw: { width, height, channels: 1 } })
    .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true, kernel: 'cubic' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data }
}

const median = (data: Uint8Array): number => {
  const count = new Uint32Array(256)
  for (const level of data) count[level] = (count[level] ?? 0) + 1
  let left = data.length / 2
  for (let level = 0; level < 256; level++) {
    left -= count[level] ?? 0
    if (left <= 0) return level
  }
  return 255
}
