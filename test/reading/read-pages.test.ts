import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { caseNumber } from '../../src/domain/case-number.ts'
import type { PageCode } from '../../src/domain/page-code.ts'
import { readPages } from '../../src/reading/read-pages.ts'
import { encryptedPdf } from '../desk/papers.ts'
import { bundled, foreign, printed, type Scanner, scanned, slip } from './scanner.ts'

const NUMBER = caseNumber(2026, 1)
const OTHER = caseNumber(2026, 2)
const head = { number: NUMBER, letter: 'l1', sheet: 1, form: 'request-disclosure' }
let form: Buffer
let pages: number

beforeAll(async () => {
  form = await printed(head)
  pages = (await scanned(form)).length
})

const codes = async (
  bytes: Buffer,
  type: 'application/pdf' | 'image/jpeg' | 'image/png',
): Promise<(PageCode | null)[]> => {
  const read = await readPages(bytes, type)
  if (typeof read === 'string') throw new Error(read)
  return read.map(each => each.code)
}
const one = async (jpeg: Buffer | undefined) => {
  const read = await readPages(jpeg ?? Buffer.alloc(0), 'image/jpeg')
  if (typeof read === 'string') throw new Error(read)
  return read[0]
}

const ways: [string, Scanner][] = [
  ['askew by two degrees, 200 dpi, JPEG', {}],
  ['askew the other way', { turned: -2 }],
  ['lying on its side', { turned: 90 }],
  ['lying on its other side, askew', { turned: 272 }],
  ['upside down', { turned: 180 }],
  ['upside down and askew', { turned: 183 }],
  ['small and soft like a photograph', { scale: 0.75, blur: 0.8, quality: 40 }],
  ['a photograph held aslant', { scale: 0.75, turned: 12, quality: 50 }],
]

describe('our form', () => {
  it.each(ways)('is known %s', async (_how, scanner) => {
    const [first] = await scanned(form, scanner)
    expect(await one(first)).toMatchObject({ page: 1, sight: 'ours', code: { ...head, page: 1, pages } })
  })

  it('is known out of the PDF that we made ourselves', async () => {
    expect(await codes(form, 'application/pdf')).toEqual(
      Array.from({ length: pages }, (_, at) => ({ ...head, page: at + 1, pages })),
    )
  })

  it('is known as a black and white PNG', async () => {
    const [first] = await scanned(form)
    const png = await sharp(first).greyscale().threshold(140).png().toBuffer()
    expect(await codes(png, 'image/png')).toEqual([{ ...head, page: 1, pages }])
  })

  it('is known page by page in a bundle out of the feeder, with what has no code between', async () => {
    const other = await printed({ ...head, number: OTHER, sheet: 2, form: 'power-of-attorney' })
    const blank = await sharp({ create: { width: 1654, height: 2339, channels: 3, background: '#fdfdfa' } })
      .jpeg()
      .toBuffer()
    const bundle = await bundled([...(await scanned(form)), blank, ...(await scanned(other, { turned: 181 }))])
    const numbers = (await codes(bundle, 'application/pdf')).map(code => code?.number ?? null)
    expect(numbers.slice(0, pages + 1)).toEqual([...Array.from({ length: pages }, () => NUMBER), null])
    expect(new Set(numbers.slice(pages + 1))).toEqual(new Set([OTHER]))
  })

  it('comes with a grey picture of the page for a person', async () => {
    const read = await one((await scanned(form))[0])
    const { format, width = 0, height = 0, space } = await sharp(read?.picture).metadata()
    expect([format, space]).toEqual(['jpeg', 'b-w'])
    expect(Math.max(width, height)).toBeGreaterThan(2000)
  })
})

describe('a form that comes back', () => {
  it.each(['withdrawal-form', 'supplement-reply', 'request-foreign'])(
    '(%s) is known on every page, askew by two degrees, 200 dpi, JPEG',
    async id => {
      const sent = { number: OTHER, letter: 'l3', sheet: 2, form: id }
      const paper = await scanned(await printed(sent))
      const loose = await Promise.all(paper.map(one))
      expect(loose.map(each => each?.code)).toEqual(
        paper.map((_, nth) => ({ ...sent, page: nth + 1, pages: paper.length })),
      )
      expect(await codes(await bundled(paper), 'application/pdf')).toEqual(loose.map(each => each?.code))
    },
  )
})

describe('a page', () => {
  it('without a code is nobody’s', async () => {
    expect(await one(await slip(null))).toMatchObject({ sight: 'none', code: null })
  })

  it.each([
    'https://example.com/?q=1',
    `KD2:${NUMBER}:l1:1:request-disclosure:1/1:00`,
    'KD1:26000018:request-disclosure:1/1',
  ])('with the code %s is not ours, and what it says is not kept', async text => {
    const [page] = await scanned(await foreign(text))
    const read = await one(page)
    expect(read).toMatchObject({ sight: 'foreign', code: null })
    expect(JSON.stringify({ ...read, picture: null })).not.toContain(text)
  })

  it('that shows two pages of ours is for a person to judge', async () => {
    const [left] = await scanned(form)
    const [right] = await scanned(await printed({ ...head, number: OTHER }))
    const { width = 0, height = 0 } = await sharp(left).metadata()
    const both = await sharp({ create: { width: width * 2, height, channels: 3, background: '#ffffff' } })
      .composite([
        { input: left ?? '', left: 0, top: 0 },
        { input: right ?? '', left: width, top: 0 },
      ])
      .jpeg()
      .toBuffer()
    expect(await one(both)).toMatchObject({ sight: 'several', code: null })
  })
})

describe('a file', () => {
  it.each([
    ['that is empty', Buffer.alloc(0), 'image/jpeg', 'file_broken'],
    ['that is no PDF', Buffer.from('%PDF-1.7\nnothing\n%%EOF'), 'application/pdf', 'file_broken'],
    ['of noise that says it is a picture', Buffer.alloc(50 * 1024 * 1024, 0xd8), 'image/png', 'file_broken'],
  ] as const)('%s cannot be read', async (_what, bytes, type, fault) => {
    expect(await readPages(bytes, type)).toBe(fault)
  })

  it('that is locked says so', async () => {
    expect(await readPages(await encryptedPdf(), 'application/pdf')).toBe('file_locked')
  })

  it('of forty pages is read without holding them all', async () => {
    const [page] = await scanned(form)
    const bundle = await bundled(Array.from({ length: 40 }, () => page ?? Buffer.alloc(0)))
    const before = process.memoryUsage.rss()
    let most = before
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss())
    }, 50)
    const read = await codes(bundle, 'application/pdf')
    clearInterval(watch)
    expect(read).toHaveLength(40)
    expect(read.every(code => code?.number === NUMBER)).toBe(true)
    // Forty pages drawn at once would be 620 MB of pixels alone.
    expect((most - before) / 1024 / 1024).toBeLessThan(500)
  }, 120_000)
})
