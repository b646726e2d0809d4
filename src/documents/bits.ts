/** Bits in the order of a deflate stream: the lowest of a byte first. */
export class Bits {
  #bytes: Uint8Array
  #length = 0

  constructor(bytes = 256) {
    this.#bytes = new Uint8Array(bytes)
  }

  get length(): number {
    return this.#length
  }

  /** `count` bits of `value`, at most 16. */
  put(value: number, count: number): void {
    this.#reserve(count)
    let at = this.#length >> 3
    let rest = value << (this.#length & 7)
    for (; rest !== 0; rest >>>= 8, at++) this.#bytes[at] = (this.#bytes[at] ?? 0) | (rest & 255)
    this.#length += count
  }

  /** All bits of another row. */
  append(other: Bits): void {
    this.#reserve(other.#length)
    const shift = this.#length & 7
    const from = other.#bytes
    const to = this.#bytes
    const whole = (other.#length + 7) >> 3
    let at = this.#length >> 3
    let carried = shift === 0 ? 0 : (to[at] ?? 0)
    for (let index = 0; index < whole; index++) {
      carried |= (from[index] ?? 0) << shift
      to[at++] = carried & 255
      carried >>= 8
    }
    if (carried !== 0) to[at] = carried
    this.#length += other.#length
  }

  toWholeByte(): void {
    this.#length = (this.#length + 7) & ~7
  }

  /** The bytes so far; the last one is filled up with zeros. */
  bytes(): Uint8Array {
    return this.#bytes.subarray(0, (this.#length + 7) >> 3)
  }

  #reserve(count: number): void {
    const needed = ((this.#length + count) >> 3) + 4
    if (needed <= this.#bytes.length) return
    const wider = new Uint8Array(Math.max(needed, 2 * this.#bytes.length))
    wider.set(this.#bytes)
    this.#bytes = wider
  }
}
