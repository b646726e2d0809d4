import fc from 'fast-check'
import qrcode from 'qrcode'
import { expect, it } from 'vitest'
import { bestMasked } from '../../src/documents/qr-mask.ts'

const create = (content: string, more: { maskPattern?: 0 } = {}) =>
  qrcode.create([{ data: Buffer.from(content), mode: 'byte' }], { errorCorrectionLevel: 'M', ...more }).modules
const ours = (content: string) => {
  const { size, data, reservedBit } = create(content, { maskPattern: 0 })
  return Buffer.from(bestMasked({ size, data, fixed: reservedBit }))
}

it('chooses and draws the mask that the library would, for whatever is written', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 110 }), content => {
      expect(ours(content).equals(create(content).data)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

it('does not always choose the first', () => {
  const changed = Array.from({ length: 8 }, (_, nth) => `KD1:2600014${nth}`).filter(
    content => !ours(content).equals(create(content, { maskPattern: 0 }).data),
  )
  expect(changed.length).toBeGreaterThan(0)
})

it('refuses a code larger than its lines can be weighed', () => {
  expect(() => ours('x'.repeat(300))).toThrow(RangeError)
})
