import type { IssueCode } from './issue-words.ts'

const MEGABYTE = 1024 * 1024
/** A month of a large desk is 2 MB; a file of 50 MB is something else, or must be split by period. */
export const LARGEST = 50 * MEGABYTE
/** A tree of elements takes sixty times its text: 50,000 entries still fit. */
const LARGEST_XML = 20 * MEGABYTE

interface Refusal {
  code: IssueCode
  seen?: string
  expected?: string
}

const jpeg: Refusal = { code: 'picture', seen: '写真（JPEG）' }
const video: Refusal = { code: 'picture', seen: '写真または動画（HEIC・MP4）' }
const zip: Refusal = { code: 'archive', seen: 'ZIPまたはExcelファイル' }

/** First bytes (hexadecimal, from an offset) of things that people upload by mistake, whatever the file is called. */
const marks: readonly (readonly [offset: number, hex: string, refusal: Refusal])[] = [
  [0, 'ffd8ff', jpeg],
  [0, '89504e47', { code: 'picture', seen: '画像（PNG）' }],
  [0, '47494638', { code: 'picture', seen: '画像（GIF）' }],
  [0, '49492a00', { code: 'picture', seen: '画像（TIFF）' }],
  [0, '4d4d002a', { code: 'picture', seen: '画像（TIFF）' }],
  [8, '57454250', { code: 'picture', seen: '画像（WebP）' }],
  [4, '66747970', video],
  [0, '25504446', { code: 'picture', seen: 'PDF' }],
  [0, '504b0304', zip],
  [0, 'd0cf11e0', { code: 'archive', seen: '古い形式のExcelファイル' }],
  [0, '1f8b', { code: 'archive', seen: '圧縮ファイル' }],
  [0, 'fffe', { code: 'utf16' }],
  [0, 'feff', { code: 'utf16' }],
  // EBCDIC digits are F0–F9: a header begins 1, then 03 or 01.
  [0, 'f1f0f3', { code: 'ebcdic' }],
  [0, 'f1f0f1', { code: 'ebcdic' }],
]

const EMPTY = new Set([0x00, 0x09, 0x0a, 0x0d, 0x1a, 0x20, 0xef, 0xbb, 0xbf])

/** Tab, line breaks and 0x1A stand in text files; other control characters do not. */
const isControl = (byte: number): boolean => byte < 0x09 || (byte > 0x0d && byte < 0x1a) || (byte > 0x1a && byte < 0x20)

export const isXml = (bytes: Uint8Array): boolean => /^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 64)))

/** Why these bytes are no statement at all, or null. */
export const whatItIsNot = (bytes: Uint8Array): Refusal | null => {
  const largest = isXml(bytes) ? LARGEST_XML : LARGEST
  if (bytes.length > largest)
    return { code: 'too_large', seen: `${Math.ceil(bytes.length / MEGABYTE)}MB`, expected: `${largest / MEGABYTE}MB` }
  const head = bytes.subarray(0, 4096)
  const hex = Buffer.from(head.subarray(0, 16)).toString('hex')
  const [, , refusal] = marks.find(([offset, mark]) => hex.startsWith(mark, offset * 2)) ?? []
  if (refusal) return refusal
  const last = head.findLastIndex(byte => !EMPTY.has(byte))
  if (last < 0 && bytes.length <= head.length) return { code: 'empty' }
  const controls = head.subarray(0, last + 1).filter(isControl).length
  return controls > head.length / 50 || last < 0 ? { code: 'not_a_statement' } : null
}
