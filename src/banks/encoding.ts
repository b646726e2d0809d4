import { jisByte } from './jis-x0201.ts'

export type Encoding = 'utf-8' | 'shift_jis'

export interface Decoded {
  encoding: Encoding
  text: string
  /** Bytes before the text (a byte order mark). */
  skipped: number
}

const hasMark = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf

/** Half-width kana alone can look like two-byte UTF-8 (ﾃｱ = C3 B1), but no Japanese text in UTF-8 lacks E2–EF. */
const onlyKana = (bytes: Uint8Array): boolean => {
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte > 0x7f && (byte < 0xa1 || byte > 0xdf)) return false
  }
  return true
}

export const encodingOf = (bytes: Uint8Array): Encoding => {
  if (hasMark(bytes)) return 'utf-8'
  if (onlyKana(bytes)) return 'shift_jis'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return mostlyUtf8(bytes) ? 'utf-8' : 'shift_jis'
  }
}

/** One damaged byte must not turn a whole UTF-8 file into rubbish: the reading with fewer faults wins. */
const mostlyUtf8 = (bytes: Uint8Array): boolean => {
  const head = bytes.subarray(0, 65_536)
  const faults = (encoding: Encoding): number => new TextDecoder(encoding).decode(head).split('\uFFFD').length
  return faults('utf-8') < faults('shift_jis')
}

/** Text of a file in CP932 (WHATWG's Shift_JIS: ①, ㈱ and 髙 are there) or UTF-8. Bytes without meaning become U+FFFD. */
export const decode = (bytes: Uint8Array): Decoded => {
  const encoding = encodingOf(bytes)
  const skipped = hasMark(bytes) ? 3 : 0
  return { encoding, skipped, text: new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(skipped)) }
}

/** Bytes that a passage took in its file. A passage without U+FFFD is counted exactly. */
export const widthIn = (encoding: Encoding, passage: string): number => {
  if (encoding === 'utf-8') return Buffer.byteLength(passage)
  let width = 0
  for (let i = 0; i < passage.length; i += 1) {
    const code = passage.charCodeAt(i)
    width += code <= 0x80 || (code >= 0xff61 && code <= 0xff9f) ? 1 : 2
  }
  return width
}

/** A file as columns: one char code per byte of JIS X 0201, and the way back to the file's own bytes. */
export interface Columns {
  text: string
  offset(column: number): number
}

export const columnsOf = (bytes: Uint8Array): Columns => {
  if (encodingOf(bytes) === 'shift_jis') {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
    return { text, offset: column => column }
  }
  return savedAgain(decode(bytes), bytes.length)
}

/** A file re-saved as UTF-8: count characters, not bytes. What JIS X 0201 lacks keeps its width in unknown bytes. */
const savedAgain = ({ text, skipped }: Decoded, size: number): Columns => {
  const columns: string[] = []
  for (const character of text) {
    const byte = character < ' ' ? character.charCodeAt(0) : jisByte(character)
    columns.push(byte === undefined ? '\x80\x80' : String.fromCharCode(byte))
  }
  let offsets: Uint32Array | undefined
  const offset = (column: number): number => {
    offsets ??= offsetsOf(text, skipped)
    // A byte that stands for nothing makes the count drift, never past the end.
    return Math.min(offsets[column] ?? size, size)
  }
  return { text: columns.join(''), offset }
}

const offsetsOf = (text: string, skipped: number): Uint32Array => {
  const offsets: number[] = []
  let at = skipped
  for (const character of text) {
    offsets.push(at)
    if (character >= ' ' && jisByte(character) === undefined) offsets.push(at)
    at += Buffer.byteLength(character)
  }
  return Uint32Array.from([...offsets, at])
}
