/** Same sign, other code point: what CP932 has of each pair (payments-post.md §4.1). */
const twins: Readonly<Record<string, string>> = {
  '\u2212': '\uFF0D',
  '\u301C': '\uFF5E',
  '\u2014': '\u2015',
  '\u2016': '\u2225',
  '\u00A2': '\uFFE0',
  '\u00A3': '\uFFE1',
  '\u00AC': '\uFFE2',
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)
const trails = [...range(0x40, 0x7e), ...range(0x80, 0xfc)]
// Windows writes the IBM extensions at FA–FC, though NEC's copy of them at ED–EE comes first; F0–F9 are for private use.
const leads = [...range(0x81, 0x9f), ...range(0xe0, 0xec), ...range(0xfa, 0xfc), 0xef]

let table: Map<string, readonly number[]> | undefined

/** The platform decodes CP932 (WHATWG's Shift_JIS) but cannot encode it: its own table, turned round. */
const codes = (): Map<string, readonly number[]> => {
  if (table) return table
  const decoder = new TextDecoder('shift_jis')
  table = new Map([...range(0, 0x7f), ...range(0xa1, 0xdf)].map(byte => [decoder.decode(Uint8Array.of(byte)), [byte]]))
  for (const lead of leads) {
    for (const trail of trails) {
      const text = decoder.decode(Uint8Array.of(lead, trail))
      if ([...text].length === 1 && text !== '\uFFFD' && !table.has(text)) table.set(text, [lead, trail])
    }
  }
  return table
}

const bytesOf = (character: string): readonly number[] | undefined => codes().get(twins[character] ?? character)

/** Characters that CP932 cannot hold, each once, in their order. A combining mark counts for itself. */
export const missingIn = (text: string): string[] => [
  ...new Set([...text].filter(character => bytesOf(character) === undefined)),
]

/** Throws RangeError for a character that it cannot hold: ask `missingIn` first. Never a substitute. */
export const encodeCp932 = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap(character => {
      const bytes = bytesOf(character)
      if (bytes === undefined) throw new RangeError(`CP932 has no ${character}`)
      return bytes
    }),
  )
