/** One object of the file that pdfkit writes. */
export interface PdfObject {
  readonly id: number
  data: unknown
  end(chunk?: Uint8Array | string): void
}

/** pdfkit's own list of objects, as far as we drive it. */
export interface PdfObjects {
  ref(data?: unknown): PdfObject
  /** Where each object stands in the file, by its number less one; null until it is written. */
  _offsets: (number | null)[]
  _offset: number
  _write(data: string | Uint8Array): void
}

/** The number of an object that `writeText` will write: of a letter's objects two thirds are no more than their text. */
export const reserved = (file: PdfObjects): number => file._offsets.push(null)

/** Writes a reserved object as it stands; pdfkit's own way copies it three times. */
export function writeText(file: PdfObjects, id: number, text: string): void {
  file._offsets[id - 1] = file._offset
  file._write(`${id} 0 obj\n${text}\nendobj`)
}

/** As `writeText`, with bytes behind it; `entries` are the lines of its dictionary but the length. */
export function writeStream(file: PdfObjects, id: number, entries: string, bytes: Uint8Array): void {
  file._offsets[id - 1] = file._offset
  file._write(`${id} 0 obj\n<<\n${entries}\n/Length ${bytes.length}\n>>\nstream`)
  file._write(bytes)
  file._write('\nendstream\nendobj')
}

/** What pdfkit writes as it stands: it takes a value of a kind that it does not know by its text. */
export class Verbatim {
  readonly #text: string | (() => string)

  /** A function tells what stands when the object is written. */
  constructor(text: string | (() => string)) {
    this.#text = text
  }

  get [Symbol.toStringTag](): string {
    return 'Verbatim'
  }

  toString(): string {
    return typeof this.#text === 'string' ? this.#text : this.#text()
  }
}

export const pointer = ({ id }: { id: number }): string => `${id} 0 R`

/** Whole thousandths of a point are finer than any printer. */
export const number = (value: number): string => String(Math.round(value * 1000) / 1000)

/** For squares that must meet without a seam. */
export const fine = (value: number): string => String(Math.round(value * 1e6) / 1e6)

/** UTF-16 code units, four hexadecimal digits each. */
export function utf16(text: string): string {
  let out = ''
  for (let at = 0; at < text.length; at++) out += hex(text.charCodeAt(at))
  return out
}

/** A text string of the file (ISO 32000-1, 7.9.2.2). */
export const textString = (text: string): string => `<FEFF${utf16(text)}>`

const figures: (string | undefined)[] = new Array(0x1_0000)

/** Four hexadecimal digits. */
export function hex(value: number): string {
  const known = figures[value]
  if (known !== undefined) return known
  const text = value.toString(16).padStart(4, '0')
  figures[value] = text
  return text
}
