import { inflateSync } from 'node:zlib'
import { create } from 'fontkit'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import { beforeAll, expect, it } from 'vitest'
import { readDefinition } from '../../src/documents/definition.ts'
import { commandsOf } from './pdf.ts'
import { definitionOf, definitions, fixtureOf, print } from './sheets.ts'

// What ISO 19005-2 level B asks of a file like ours, as far as it can be seen without a validator (veraPDF is in no registry
// that this project uses). Checked by hand besides: `qpdf --check`, and Preflight by preflight.ts beside this file.
let bytes: Buffer
let text: string
let file: PDFDocument

beforeAll(async () => {
  bytes = await print(definitionOf('reply-disclosure-part'), fixtureOf('reply-disclosure-part'))
  text = bytes.toString('latin1')
  file = await PDFDocument.load(bytes, { updateMetadata: false })
})

const inflated = (stream: PDFRawStream): Buffer =>
  stream.dict.has(PDFName.of('Filter')) ? inflateSync(stream.contents) : Buffer.from(stream.contents)
function streamAt(dictionary: PDFDict, key: string): PDFRawStream {
  const found = dictionary.lookup(PDFName.of(key))
  if (found instanceof PDFRawStream) return found
  throw new Error(`${key} is no stream`)
}
const dictionaries = (type: string): PDFDict[] =>
  file.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict && object.get(PDFName.of('Type'))?.toString() === type ? [object] : [],
    )

it('says that it is PDF/A-2b in a readable XMP packet, with title, language and dates and no person', () => {
  const stream = streamAt(file.catalog, 'Metadata')
  expect(stream.dict.has(PDFName.of('Filter'))).toBe(false)
  const xmp = Buffer.from(stream.contents).toString('utf8')
  expect(xmp).toMatch(/^<\?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"\?>/)
  expect(xmp).toContain('<pdfaid:part>2</pdfaid:part>')
  expect(xmp).toContain('<pdfaid:conformance>B</pdfaid:conformance>')
  expect(xmp).toContain('保有個人データの一部の開示について（回答）')
  expect(xmp).toContain('<xmp:CreateDate>2026-11-21T01:00:00Z</xmp:CreateDate>')
  expect(xmp).toContain('<xmp:ModifyDate>2026-11-21T01:00:00Z</xmp:ModifyDate>')
  expect(xmp).toContain('ja-JP')
  expect(xmp).not.toMatch(/dc:creator|𠮷田|辻/)
})

it('brings an sRGB profile as its output intent', () => {
  const intents = file.catalog.lookup(PDFName.of('OutputIntents'), PDFArray)
  const intent = intents.lookup(0, PDFDict)
  expect(intent.get(PDFName.of('S'))?.toString()).toBe('/GTS_PDFA1')
  const profile = streamAt(intent, 'DestOutputProfile')
  expect(profile.dict.get(PDFName.of('N'))?.toString()).toBe('3')
  expect(inflated(profile).toString('latin1', 12, 24)).toBe('mntrRGB XYZ ')
})

it('embeds every font, with the widths that its dictionary names', () => {
  const fonts = dictionaries('/Font').filter(font => font.get(PDFName.of('Subtype'))?.toString() === '/CIDFontType2')
  expect(fonts.length).toBeGreaterThan(1)
  for (const font of fonts) {
    expect(font.get(PDFName.of('CIDToGIDMap'))?.toString()).toBe('/Identity')
    const stream = streamAt(font.lookup(PDFName.of('FontDescriptor'), PDFDict), 'FontFile2')
    const program = create(inflated(stream))
    const widths = font.lookup(PDFName.of('W'), PDFArray).lookup(1, PDFArray)
    for (let slot = 1; slot < widths.size(); slot++) {
      const inFile = (program.getGlyph(slot).advanceWidth * 1000) / program.unitsPerEm
      expect(Math.abs(Number(widths.get(slot).toString()) - inFile)).toBeLessThan(1)
    }
  }
  const simple = dictionaries('/Font').filter(font => /Type1|TrueType$/.test(String(font.get(PDFName.of('Subtype')))))
  expect(simple).toEqual([])
})

it('shows no glyph that the font does not have', () => {
  for (const page of commandsOf(bytes)) {
    for (const [, codes = ''] of page.matchAll(/<([0-9a-f]+)>(?=[^>]*\] TJ|-?\d)/g))
      expect(codes.match(/.{4}/g) ?? []).not.toContain('0000')
  }
})

it('has no transparency, script, file, link, form field or encryption', () => {
  expect(text).not.toMatch(
    /\/SMask|\/ca |\/CA |\/BM |\/Transparency|\/JavaScript|\/JS |\/EmbeddedFile|\/AcroForm|\/Encrypt|\/LZW/,
  )
  expect(text).not.toMatch(/\/Annots|\/OpenAction|\/AA |\/XFA/)
})

it('begins with a version line and a binary comment, and names itself in the trailer', () => {
  expect(bytes.subarray(0, 9).toString('latin1')).toBe('%PDF-1.7\n')
  expect([...bytes.subarray(10, 14)].every(byte => byte > 127)).toBe(true)
  expect(text).toMatch(/\/ID \[<[0-9a-f]+> <[0-9a-f]+>\]/)
})

it.each([...definitions.keys()])('%s gives the same bytes twice', async id => {
  const once = await print(definitionOf(id), fixtureOf(id))
  expect((await print(definitionOf(id), fixtureOf(id))).equals(once)).toBe(true)
})

it('refuses a title that would break the metadata', () => {
  expect(() => readDefinition('a', 'title: 甲<乙\nversion: 1\nfields: {}\nblocks: [{ block: page }]\n')).toThrow(
    /title/,
  )
})
