/** Text → CP932 by turning the platform's decoder round; throws on what CP932 cannot hold. */
const table = new Map<string, number[]>()
const decoder = new TextDecoder('shift_jis')
for (let lead = 0x81; lead <= 0xfc; lead += 1) {
  if (lead > 0x9f && lead < 0xe0) continue
  for (let trail = 0x40; trail <= 0xfc; trail += 1) {
    const character = decoder.decode(Uint8Array.of(lead, trail))
    if (!character.includes('\uFFFD') && !table.has(character)) table.set(character, [lead, trail])
  }
}
for (let byte = 0; byte < 0x80; byte += 1) table.set(String.fromCharCode(byte), [byte])
for (let byte = 0xa1; byte <= 0xdf; byte += 1) table.set(decoder.decode(Uint8Array.of(byte)), [byte])
table.set('¥', [0x5c])

export const cp932 = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap(character => {
      const bytes = table.get(character)
      if (bytes === undefined) throw new RangeError(`not in CP932: ${character}`)
      return bytes
    }),
  )

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
