/**
 * 128 bits over texts and numbers, as 32 hexadecimal digits: tells two verdicts apart, keeps no secret.
 * Four lanes of multiply-and-xor over code units (the mixing steps of MurmurHash3, A. Appleby, public domain).
 */
export class Digest {
  private a = 0x9368e53c
  private b = 0x586dcd20
  private c = 0x38b34ae5
  private d = 0xa1e38b93
  private length = 0

  add(text: string): this {
    let { a, b, c, d } = this
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      a = b ^ Math.imul(a ^ code, 597_399_067)
      b = c ^ Math.imul(b ^ code, 2_869_860_233)
      c = d ^ Math.imul(c ^ code, 951_274_213)
      d = a ^ Math.imul(d ^ code, 2_716_044_179)
    }
    this.a = a
    this.b = b
    this.c = c
    this.d = d
    this.length += text.length
    return this
  }

  /** Integers up to 2^53. */
  addNumber(value: number): this {
    return this.mix(0x10000)
      .mix(value | 0)
      .mix(Math.floor(value / 0x1_0000_0000))
  }

  private mix(word: number): this {
    const { a, b, c, d } = this
    this.a = b ^ Math.imul(a ^ word, 597_399_067)
    this.b = c ^ Math.imul(b ^ word, 2_869_860_233)
    this.c = d ^ Math.imul(c ^ word, 951_274_213)
    this.d = this.a ^ Math.imul(d ^ word, 2_716_044_179)
    this.length += 1
    return this
  }

  toString(): string {
    return [this.a, this.b, this.c, this.d]
      .map(lane =>
        mixed(lane ^ this.length)
          .toString(16)
          .padStart(8, '0'),
      )
      .join('')
  }
}

const mixed = (lane: number): number => {
  let h = lane ^ (lane >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
