import { eq } from 'drizzle-orm'
import { PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Beside } from '../../src/desk/letterhead-pictures.ts'
import { definitions } from '../../src/desk/tables.ts'
import { textOf } from '../documents/pdf.ts'
import { ito, kanri, requestFor, sato } from '../domain/given.ts'
import { headedOperator, logo, seal, signature } from '../letterhead.ts'
import { type DeskIn, deskIn } from './desk-in.ts'

const all =
  '{ logo: { file: logo.svg, width: 50, alt: 見本商会のロゴ, at: right }, signature: { file: sign.png, width: 30, alt: 責任者の署名 }, seal: { file: seal.png, width: 18, alt: 見本商会の社印 } }'

let at: DeskIn
let number: string
const files = new Map<string, Buffer>()
const beside: Beside = name => files.get(name) ?? null
const take = (letterhead: string, id = 'headed', from = beside) =>
  at.desk.importOperator(`${id}.yaml`, headedOperator(id, letterhead), kanri, from)
const notice = async (operator: string) => {
  const made = await at.do(null, 'logRequest', requestFor(operator))
  await at.do(made, 'requestFee', {}, ito)
  await at.do(made, 'writeLetter', { form: 'fee-notice' }, ito)
  return made
}
const pdfOf = async (of: string) => {
  const pdf = await at.desk.pdf(of, 'l1', sato)
  if (pdf === null) throw new Error('no letter')
  return pdf
}
const imagesIn = async (pdf: Buffer) => {
  const file = await PDFDocument.load(pdf, { updateMetadata: false })
  return file.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image')
        ? [object.dict]
        : [],
    )
}

beforeAll(async () => {
  at = await deskIn()
  files
    .set('logo.svg', logo)
    .set('sign.png', await signature())
    .set('seal.png', await seal())
  expect(await take(all)).toMatchObject({ ok: true, changed: true })
  number = await notice('headed')
}, 60_000)
afterAll(() => at.gone())

describe('a letter of a house with a letterhead', () => {
  it('shows logo, signature and seal, opaque and named for a screen reader', async () => {
    const pdf = await pdfOf(number)
    const images = await imagesIn(pdf)
    expect(images).toHaveLength(3)
    for (const image of images) {
      expect(image.get(PDFName.of('SMask'))).toBeUndefined()
      expect(image.get(PDFName.of('Mask'))).toBeUndefined()
      expect(image.get(PDFName.of('Interpolate'))).toBeUndefined()
      expect(image.get(PDFName.of('ColorSpace'))?.toString()).toBe('/DeviceRGB')
    }
    const file = await PDFDocument.load(pdf, { updateMetadata: false })
    const alts = file.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFDict && object.get(PDFName.of('S')) === PDFName.of('Figure')
          ? [(object.get(PDFName.of('Alt')) as unknown as { decodeText(): string }).decodeText()]
          : [],
      )
    for (const alt of ['見本商会のロゴ', '責任者の署名', '見本商会の社印']) expect(alts).toContain(alt)
    expect(await textOf(pdf)).not.toContain('印影')
  })

  it('is printed again with the same bytes, after the terms have another letterhead too', async () => {
    const before = await pdfOf(number)
    expect(await pdfOf(number)).toEqual(before)
    const other = headedOperator('headed', all)
    const [head = '', policy = ''] = other.split(/^policies:\n/m)
    const next = policy
      .replace(/^( +- id: )\S+/m, '$1next-terms')
      .replace(/^( +from: )\S+/m, '$12026-11-22')
      .replace('width: 50', 'width: 70')
    const changed = await at.desk.importOperator('headed.yaml', `${head}policies:\n${policy}${next}`, kanri, beside)
    expect(changed).toMatchObject({ ok: true, changed: true })
    expect(await pdfOf(number)).toEqual(before)
    at = await at.again()
    expect(await pdfOf(number)).toEqual(before)
  })

  it('keeps each picture once, however many forms show it', async () => {
    await take(all, 'twin')
    const two = await notice('twin')
    const [first, second] = [await imagesIn(await pdfOf(number)), await imagesIn(await pdfOf(two))]
    expect(second.map(each => each.toString())).toEqual(first.map(each => each.toString()))
    const kept = await at.store.read.select().from(definitions).where(eq(definitions.id, 'picture'))
    expect(kept).toHaveLength(3)
  })

  it('says the sender in the order of the terms', async () => {
    await take('{ order: [desk, responsible, company, telephone, address, hours] }', 'ordered')
    const text = await textOf(await pdfOf(await notice('ordered')))
    expect(text).toContain('個人情報ご相談窓口責任者株式会社IMS九州支社電話096-355-5100〒860-0047')
  })
})

describe('the import', () => {
  it('takes the same file and pictures for the same, and has no use for files afterwards', async () => {
    await take(all, 'same')
    expect(await take(all, 'same')).toMatchObject({ ok: true, changed: false })
    const row = (await at.desk.operators()).find(({ id }) => id === 'same')
    const { logo: kept } = row?.operator.policies[0]?.letterhead.value ?? {}
    expect(kept?.file).toBeUndefined()
    expect(await sharp(Buffer.from(kept?.png ?? '', 'base64')).metadata()).toMatchObject({
      hasAlpha: false,
      channels: 3,
    })
  })

  it('keeps nothing of a picture but the picture', async () => {
    const told = await sharp(await seal())
      .withExif({ IFD0: { Artist: '山田 花子' } })
      .png()
      .toBuffer()
    expect(told.toString('latin1')).toContain('eXIf')
    await take(`{ seal: { png: ${told.toString('base64')}, width: 18, alt: 社印 } }`, 'plain')
    const row = (await at.desk.operators()).find(({ id }) => id === 'plain')
    const png = Buffer.from(row?.operator.policies[0]?.letterhead.value.seal?.png ?? '', 'base64').toString('latin1')
    expect(png).toMatch(/IHDR/)
    expect(png).not.toMatch(/eXIf|tEXt|iTXt|iCCP/)
  })

  it.each<[string, () => Promise<Buffer> | Buffer | null, number, string]>([
    ['no file', () => null, 50, 'picture_missing'],
    ['a JPEG', () => sharp(logo).flatten().jpeg().toBuffer(), 50, 'picture_type'],
    ['what is no picture', () => Buffer.from('<svg'), 50, 'picture_unreadable'],
    ['a tall one', () => sharp(logo).rotate(90).png().toBuffer(), 50, 'picture_too_tall'],
    ['a heavy one', () => Buffer.alloc(1_100_000), 50, 'picture_too_large'],
    [
      'one of too many pixels',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="4000"/>'),
      50,
      'picture_too_many_pixels',
    ],
  ])('refuses %s, by line and field', async (_, bytes, width, code) => {
    const given = await bytes()
    const yaml = headedOperator('bad', `{ logo: { file: x.png, width: ${width}, alt: ロゴ } }`)
    const line = yaml.slice(0, yaml.indexOf('x.png')).split('\n').length
    const told = await at.desk.importOperator('bad.yaml', yaml, kanri, () => given)
    expect(told).toMatchObject({ ok: false, issues: [{ line, path: 'policies[0].letterhead.value.logo', code }] })
  })

  it.each([
    ['{ logo: { width: 50, alt: ロゴ } }', 'picture_source'],
    ['{ logo: { file: ../../etc/passwd.png, width: 50, alt: ロゴ } }', 'invalid_format'],
    ['{ logo: { file: a.png, width: 500, alt: ロゴ } }', 'too_big'],
    ['{ order: [company, company, desk, address, telephone, hours] }', 'sender_order'],
  ])('refuses %s', async (letterhead, code) => {
    expect(await take(letterhead, 'bad')).toMatchObject({ ok: false, issues: [{ code }] })
  })
})
