/** How far in a header is looked for, where something got in front of it. */
const WITHIN = 400

/** Other businesses of the 全銀 family that people download by mistake: 総合振込, 給与, 賞与, 口座振替, 配当 … */
const OTHER = /^1(02|04|11|12|21|31|41|43|44|71|72|91)[01][\d ]{6}/

/** Column where a 全銀 header begins, or null where the file is none. Fixed columns only; commas mean a CSV. */
export const zenginStart = (bytes: Uint8Array): { at: number } | null => {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const head = Buffer.from(bytes.subarray(marked ? 3 : 0, WITHIN + 200)).toString('latin1')
  if (OTHER.test(head) && !head.slice(0, 100).includes(',')) return { at: 0 }
  const at = head.search(/1(?:01|03)[01 ][\d ]{18}[\d ]{4}/)
  return at >= 0 && at <= WITHIN && !head.slice(0, at + 26).includes(',') ? { at } : null
}
