/** Bits in the order of a deflate stream: the lowest of a byte first, the lowest byte of a word first. */
export class Bits {
  #words: Uint32Array
  #length = 0

  constructor(bytes = 256) {
    this.#words = new Uint32Array((bytes >> 2) + 2)
  }

  get length(): number {
    return this.#length
  }

  /** `count` bits of `value`, at most 16. */
  put(value: number, count: number): void {
    this.#reserve(count)
    const words = this.#words
    const at = this.#length >> 5
    const shift = this.#length & 31
    words[at] = (words[at] ?? 0) | (value << shift)
    if (shift > 16) words[at + 1] = value >>> (32 - shift)
    this.#length += count
  }

  /** All bits of another row. */
  append(other: Bits): void {
    this.#reserve(other.#length)
    const from = other.#words
    const to = this.#words
    const shift = this.#length & 31
    const whole = (other.#length + 31) >> 5
    let at = this.#length >> 5
    if (shift === 0) to.set(from.subarray(0, whole), at)
    else {
      let carried = to[at] ?? 0
      for (let index = 0; index < whole; index++) {
        const word = from[index] ?? 0
        to[at++] = carried | (word << shift)
        carried = word >>> (32 - shift)
      }
      to[at] = carried
    }
    this.#length += other.#length
  }

  toWholeByte(): void {
    this.#length = (this.#length + 7) & ~7
  }

  /** The bytes so far; the last one is filled up with zeros. */
  bytes(): Uint8Array {
    // Words stand in memory as they do in the stream on every machine that Node 24 is built for.
    return new Uint8Array(this.#words.buffer, 0, (this.#length + 7) >> 3)
  }

  /** Gives back the room that was not needed, for what is kept. */
  fit(): this {
    this.#words = this.#words.slice(0, (this.#length + 31) >> 5)
    return this
  }

  // Always one word more than is filled: what is carried over the end needs no question.
  #reserve(count: number): void {
    const needed = ((this.#length + count) >> 5) + 2
    if (needed <= this.#words.length) return
    const wider = new Uint32Array(Math.max(needed, 2 * this.#words.length))
    wider.set(this.#words)
    this.#words = wider
  }
}
