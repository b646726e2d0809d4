import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { codesFor } from '../../src/documents/byte-codes.ts'
import { pieceOf, zlibOf } from '../../src/documents/zlib-pieces.ts'

const bytes = fc.uint8Array({ maxLength: 400 })
const joined = (parts: readonly Uint8Array[]) => Buffer.concat(parts).toString('hex')

it('gives back, inflated, all pieces after each other, whatever the codes were made for', () => {
  fc.assert(
    fc.property(bytes, fc.array(bytes, { maxLength: 12 }), (sample, parts) => {
      const codes = codesFor([sample])
      // Node checks the sum at the end of the stream too.
      const stream = zlibOf(
        codes,
        parts.map(part => pieceOf(codes, part)),
      )
      expect(inflateSync(stream).toString('hex')).toBe(joined(parts))
    }),
  )
})

it('keeps every code within fifteen bits, also where one byte is far more frequent than the rest', () => {
  const lopsided = Array.from({ length: 24 }, (_, byte) => new Uint8Array(2 ** Math.min(byte, 20)).fill(byte))
  const codes = codesFor(lopsided)
  expect(Math.max(...codes.lengths)).toBeLessThanOrEqual(15)
  const part = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  expect(inflateSync(zlibOf(codes, [pieceOf(codes, part)])).toString('hex')).toBe(joined([part]))
})

it('makes frequent bytes shorter than rare ones', () => {
  const codes = codesFor([new Uint8Array(1000).fill(7)])
  expect(codes.lengths[7]).toBeLessThan(codes.lengths[8] ?? 0)
})

it('can be used again: a piece is the same in its second stream', () => {
  const codes = codesFor([])
  const piece = pieceOf(codes, Uint8Array.from([1, 2, 3]))
  const once = Buffer.from(zlibOf(codes, [piece, piece]))
  expect(Buffer.from(zlibOf(codes, [piece, piece])).equals(once)).toBe(true)
  expect(inflateSync(once)).toEqual(Buffer.from([1, 2, 3, 1, 2, 3]))
})
