import sharp, { type Sharp } from 'sharp'

/** One side of a paper as it was read in; one byte a pixel, 255 is white. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly grey: Uint8Array
}

/** A3 at 600 dpi, as for scans that a case keeps (desk/scan-picture.ts). */
export const MOST_PIXELS = 80_000_000
/** A4 at about 300 dpi: finer reads no better and costs four times as much. */
export const LONGEST_SIDE = 3400
/** What a person needs in order to see what it is: A4 at about 200 dpi. */
const LONGEST_SHOWN = 2340
const LARGER = 1.5

const inside = (side: number) => ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const

/** Its pixels, grey and on white. */
export const picture = async (drawing: Sharp): Promise<Picture> => {
  const onWhite = drawing.flatten({ background: '#ffffff' }).greyscale().toColourspace('b-w')
  const { data, info } = await onWhite.raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, grey: data }
}

/** Decodes a JPEG or PNG upright and grey, no finer than is of use. Rejects where it cannot be read. */
export const pictureOf = (bytes: Uint8Array): Promise<Picture> =>
  picture(
    sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated' }).autoOrient().resize(inside(LONGEST_SIDE)),
  )

const raw = ({ width, height, grey }: Picture): Sharp => sharp(grey, { raw: { width, height, channels: 1 } })

/** A grey JPEG for a person to look at: nothing but what the paper shows. */
export const shownAs = (page: Picture): Promise<Buffer> =>
  raw(page).resize(inside(LONGEST_SHOWN)).toColourspace('b-w').jpeg({ quality: 80 }).toBuffer()

const WINDOW = 3

/** The same picture with its specks smoothed and drawn larger: a poor scan often reads only so. */
export const mended = (page: Picture): Promise<Picture> =>
  picture(
    // The smoothing window has to fit: a page of one pixel would else break the file it is in.
    (Math.min(page.width, page.height) < WINDOW ? raw(page) : raw(page).median(WINDOW))
      .resize({ width: Math.round(page.width * LARGER) })
      .normalise(),
  )
