import { PDFArray, type PDFDict, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib'

export interface EmbeddedJpeg {
  readonly bytes: Uint8Array
  /** pixels */
  readonly width: number
  readonly height: number
}

/** What may change a picture beyond its own pixels; with any of these it is for the drawing program. */
const CHANGING = ['Decode', 'DecodeParms', 'Mask', 'SMask', 'SMaskInData', 'ImageMask', 'OC', 'F']

/** The JPEG of that name as it stands in the file; null where showing it takes more than decoding it. */
export const jpegOf = (pictures: PDFDict | undefined, name: string): EmbeddedJpeg | null => {
  const stream = pictures?.lookup(PDFName.of(name))
  if (!(stream instanceof PDFRawStream) || CHANGING.some(key => stream.dict.has(PDFName.of(key)))) return null
  const filter = stream.dict.lookup(PDFName.of('Filter'))
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter
  const ours = stream.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image') && only === PDFName.of('DCTDecode')
  const said = ['Width', 'Height'].map(key => stream.dict.lookup(PDFName.of(key), PDFNumber).asNumber())
  const real = ours ? frameOf(stream.contents) : null
  if (real === null || real.bits !== 8 || real.width !== said[0] || real.height !== said[1]) return null
  const { width, height } = real
  return real.colours === coloursOf(stream.dict) ? { bytes: stream.contents, width, height } : null
}

/** 1 grey, 3 red green blue; 0: a space that has to be reckoned with. */
const coloursOf = (picture: PDFDict): number => {
  const space = picture.lookup(PDFName.of('ColorSpace'))
  if (space === PDFName.of('DeviceGray')) return 1
  if (space === PDFName.of('DeviceRGB')) return 3
  if (!(space instanceof PDFArray) || space.lookup(0) !== PDFName.of('ICCBased')) return 0
  const profile = space.lookup(1)
  const colours = profile instanceof PDFRawStream ? profile.dict.lookup(PDFName.of('N'), PDFNumber).asNumber() : 0
  return colours === 1 || colours === 3 ? colours : 0
}

/** The frame header of a JPEG (ITU-T T.81 B.2.2), baseline or progressive; null where there is none. */
const frameOf = (bytes: Uint8Array): { bits: number; width: number; height: number; colours: number } | null => {
  const at = (place: number) => bytes[place] ?? 0
  if (at(0) !== 0xff || at(1) !== 0xd8) return null
  for (let place = 2; place + 9 < bytes.length && at(place) === 0xff; ) {
    const marker = at(place + 1)
    if (marker >= 0xc0 && marker <= 0xc2)
      return {
        bits: at(place + 4),
        height: at(place + 5) * 256 + at(place + 6),
        width: at(place + 7) * 256 + at(place + 8),
        colours: at(place + 9),
      }
    if (marker === 0xda) return null
    place += 2 + at(place + 2) * 256 + at(place + 3)
  }
  return null
}
