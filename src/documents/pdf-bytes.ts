const FIRST = 128 * 1024
const LARGEST = 1024 * 1024
// The first block of the file before: a letter fits into it, and to make it anew costs more than to fill it.
let spare: Buffer | null = null

/** The bytes of a file in the order they are written; in blocks, so that a thousand letters are copied once. */
export class PdfBytes {
  #full: Buffer[] = []
  #block = spare ?? Buffer.allocUnsafeSlow(FIRST)
  #at = 0

  constructor() {
    spare = null
  }

  /** A line of Latin-1, or bytes as they are. */
  write(data: string | Uint8Array): number {
    const length = typeof data === 'string' ? data.length + 1 : data.length
    if (this.#at + length > this.#block.length) {
      if (this.#at > 0) this.#full.push(this.#block.subarray(0, this.#at))
      this.#block = Buffer.allocUnsafe(Math.max(Math.min(2 * this.#block.length, LARGEST), length))
      this.#at = 0
    }
    if (typeof data === 'string') {
      this.#block.write(data, this.#at, 'latin1')
      this.#block[this.#at + length - 1] = 10
    } else this.#block.set(data, this.#at)
    this.#at += length
    return length
  }

  /** All of it; nothing can be written afterwards. */
  take(): Buffer {
    const parts = [...this.#full, this.#block.subarray(0, this.#at)]
    const file = Buffer.concat(parts)
    this.#full = []
    if (this.#block.length === FIRST) spare = this.#block
    this.#block = Buffer.alloc(0)
    this.#at = 0
    return file
  }
}
