import sharp from 'sharp'
import type { Scan, ScanFault } from './scan.ts'

/** A3 at 600 dpi is 70 million; what claims more is a bomb (reference/spikes.md §10). */
const MOST_PIXELS = 80_000_000

/** Decodes the picture and writes it anew, upright and in sRGB: place, device and whatever hung behind the end are gone. */
export const checkPicture = async (bytes: Buffer, type: 'image/jpeg' | 'image/png'): Promise<Scan | ScanFault> => {
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated' }).autoOrient()
    const clean = type === 'image/jpeg' ? picture.jpeg({ quality: 90 }) : picture.png()
    return { type, bytes: await clean.toBuffer(), pages: 1 }
  } catch {
    // sharp tells its reasons in words only; whatever it is, the picture cannot be read.
    return 'file_broken'
  }
}
