/**
 * JIS X 0201, eight bits: one byte is one character. A table, not a decoder, because a decoder for Shift_JIS
 * would join two bytes that this code keeps apart. Bytes outside the code become U+FFFD, never '?'.
 */
const characters: readonly string[] = Array.from({ length: 256 }, (_, byte) => {
  if (byte === 0x5c) return '¥'
  if (byte === 0x7e) return '‾'
  if (byte >= 0x20 && byte < 0x7f) return String.fromCharCode(byte)
  return byte >= 0xa1 && byte <= 0xdf ? String.fromCharCode(0xff61 + byte - 0xa1) : '\uFFFD'
})

const bytesOf = new Map(characters.map((character, byte) => [character, byte]))
// A re-saved file holds the ASCII look-alikes.
bytesOf.set('\\', 0x5c).set('~', 0x7e).set('\uFFE5', 0x5c)
bytesOf.delete('\uFFFD')

/** Columns held as one char code per byte → text. */
export const jisText = (columns: string): string => {
  let text = ''
  for (let i = 0; i < columns.length; i += 1) text += characters[columns.charCodeAt(i) & 0xff] ?? '\uFFFD'
  return text
}

/** The byte of a character, or undefined where the code has none. */
export const jisByte = (character: string): number | undefined => bytesOf.get(character)
