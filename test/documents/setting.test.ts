import { describe, expect, it, test } from 'vitest'
import { type End, HOUSE, type Setting, settled } from '../../src/documents/setting.ts'

const LEAST = 6
const LINE = HOUSE.pitch
const PAGE = 40

/** A sheet of so many lines, the last `addresses` of them no matter; a page holds forty of the house's lines. */
const sheet =
  (lines: number, addresses = 0) =>
  ({ pitch, lift, lifted }: Setting): End => {
    let rest = lines
    let pages = 1
    const holds = () => Math.floor((PAGE * LINE - (pages === lifted ? lift : 0)) / pitch)
    while (rest > holds()) {
      rest -= holds()
      pages++
    }
    return { pages, used: rest * pitch, matter: rest > addresses }
  }

describe('the setting of a sheet', () => {
  it('is the house’s where one page holds it, however little', () => {
    for (const lines of [1, 6, 39, 40]) expect(settled(sheet(lines, lines), LEAST)).toEqual(HOUSE)
  })

  it('is the house’s where the last page holds enough', () => {
    for (const lines of [46, 60, 86]) expect(settled(sheet(lines), LEAST)).toEqual(HOUSE)
  })

  it('is the mildest that saves the page', () => {
    expect(settled(sheet(41), LEAST)).toMatchObject({ pitch: 17.5, lift: 0 })
    expect(settled(sheet(42), LEAST)).toMatchObject({ pitch: 17, lift: 0 })
    expect(settled(sheet(43), LEAST)).toMatchObject({ pitch: 16.5, lift: 0 })
  })

  it('lets just enough lines go over where no page can be saved', () => {
    expect(settled(sheet(44), LEAST)).toEqual({ ...HOUSE, lift: 2 * LINE, lifted: 1 })
    expect(settled(sheet(45), LEAST)).toEqual({ ...HOUSE, lift: LINE, lifted: 1 })
    expect(settled(sheet(87), LEAST).lift).toBe(0)
  })

  it('never leaves the addresses for questions alone on a page', () => {
    const setting = settled(sheet(48, 9), LEAST)
    expect(setting).toEqual({ ...HOUSE, lift: 2 * LINE, lifted: 1 })
    expect(sheet(48, 9)(setting)).toMatchObject({ pages: 2, matter: true })
  })

  it('never sets closer than one and a half of the size, nor leaves a third of a page white', () => {
    for (let lines = 1; lines < 400; lines++) {
      for (const addresses of [0, 3, 9, 12]) {
        const { pitch, white, lift } = settled(sheet(lines, addresses), LEAST)
        expect(pitch).toBeGreaterThanOrEqual(1.5 * 10.5)
        expect(white).toBeGreaterThanOrEqual(0.4)
        expect(lift).toBeLessThanOrEqual((PAGE * LINE) / 2.5)
      }
    }
  })

  it('never takes more pages than the house’s', () => {
    for (let lines = 1; lines < 400; lines++) {
      const end = sheet(lines, 9)
      expect(end(settled(end, LEAST)).pages).toBeLessThanOrEqual(end(HOUSE).pages)
    }
  })

  test('of a sheet that asks for nothing is the house’s', () => {
    expect(settled(sheet(41), 0)).toEqual(HOUSE)
  })

  it('does what it can where blocks do not move', () => {
    const stiff = (): End => ({ pages: 2, used: LINE, matter: false })
    expect(settled(stiff, LEAST)).toEqual(HOUSE)
  })
})
