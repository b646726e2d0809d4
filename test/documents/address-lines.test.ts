import { describe, expect, it } from 'vitest'
import { named, UNITS, unbroken, wrapped } from '../../src/documents/blocks/address-lines.ts'
import { widthOf } from '../../src/documents/lines.ts'
import { long } from './letter-cases.ts'
import { squeeze } from './pdf.ts'

const WIDTH = 232
const set = (name: string) => named(name, '様', { width: WIDTH, from: 12, least: 9 })

describe('an address', () => {
  const building = '下通一丁目3番8号 グランドメゾン𠮷田壱番館 2034号室'

  it('stays on one line that holds it', () => {
    expect(wrapped('熊本市中央区下通一丁目3番8号', 'mincho', 10.5, WIDTH)).toEqual(['熊本市中央区下通一丁目3番8号'])
  })

  it('is broken at its spaces, and loses none of its words', () => {
    expect(wrapped(building, 'mincho', 10.5, WIDTH)).toEqual(['下通一丁目3番8号 グランドメゾン𠮷田壱番館', '2034号室'])
    expect(unbroken([building], 10.5, WIDTH)).toBe(true)
  })

  it('goes on behind the rest of a word that no line holds', () => {
    const lines = wrapped(long.building ?? '', 'mincho', 10.5, WIDTH)
    expect(squeeze(lines.join(''))).toBe(squeeze(long.building ?? ''))
    expect(lines).toHaveLength(3)
    expect(lines.slice(0, -1).every(line => widthOf(line, 'mincho', 10.5) > WIDTH / 2)).toBe(true)
  })

  it('without a space is broken where it must be, every character kept', () => {
    const address = (long.address ?? '').replaceAll(/\s/g, '')
    const lines = wrapped(address, 'mincho', 10.5, WIDTH)
    expect(lines.join('')).toBe(address)
    for (const line of lines) expect(widthOf(line, 'mincho', 10.5)).toBeLessThanOrEqual(WIDTH + 5.3)
    expect(unbroken([address], 10.5, WIDTH)).toBe(false)
  })
})

describe('the name of a desk', () => {
  const desk = 'コンプライアンス・リスクマネジメント統括部個人情報保護推進室お客様個人情報ご相談窓口'

  it('is broken behind its units', () => {
    expect(wrapped(desk, 'mincho', 9, 164, UNITS)).toEqual([
      'コンプライアンス・',
      'リスクマネジメント統括部',
      '個人情報保護推進室',
      'お客様個人情報ご相談窓口',
    ])
  })

  it('that no line holds begins behind what it begins with, and loses nothing', () => {
    const company = '株式会社日本インターネットデータホスティングサービス九州沖縄ホールディングス'
    const [first, ...rest] = wrapped(company, 'mincho', 9, 164, UNITS)
    expect(first).toMatch(/^株式会社日本/)
    expect([first, ...rest].join('')).toBe(company)
  })
})

describe('a name', () => {
  it('stands in twelve points with its honorific', () => {
    expect(set('髙﨑　𠮷子')).toEqual({ lines: ['髙﨑　𠮷子　様'], size: 12 })
  })

  it('a little too long is set a little smaller, on one line', () => {
    const { lines, size } = set('長宗我部右近衛門　祇󠄀園右衛門之介太郎')
    expect(lines).toHaveLength(1)
    expect(size).toBeGreaterThanOrEqual(10.5)
    expect(size).toBeLessThan(12)
  })

  it('of two long halves has a line for each, and the honorific with the second', () => {
    const { lines } = set('髙﨑𠮷辻󠄀長宗我部左衛門之介　祇󠄀園右衛門太郎兵衛塚本')
    expect(lines).toEqual(['髙﨑𠮷辻󠄀長宗我部左衛門之介', '祇󠄀園右衛門太郎兵衛塚本　様'])
  })

  it('of one word that no line holds keeps every character and never leaves the honorific alone', () => {
    for (let count = 19; count < 60; count++) {
      const name = '髙'.repeat(count)
      const { lines } = set(name)
      expect(lines.join('')).toBe(`${name}　様`)
      expect(lines.at(-1)?.length).toBeGreaterThan(2)
      for (const line of lines) expect(widthOf(line, 'mincho', 9)).toBeLessThanOrEqual(WIDTH)
    }
  })
})
