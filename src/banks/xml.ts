import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** An element as the parser gives it: text, or children by name (several of one name as an array). */
export type Xml = { readonly [name: string]: unknown }

// Entities stay off: a statement needs none but the five, and expansion is how XML attacks its reader.
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  trimValues: true,
  captureMetaData: true,
  maxNestedTags: 50,
})

export type XmlRead =
  | { root: Xml; cutAt?: number }
  | { fault: 'xml_doctype' }
  | { fault: 'xml_broken'; seen: string; at: number }

/** Parses a whole document; of a broken one, the part up to its last whole `row` before the break (`cutAt`). */
export const readXml = (text: string, row: string): XmlRead => {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return { fault: 'xml_doctype' }
  const whole = parsed(text)
  if ('root' in whole) return whole
  // Of elements left open the validator names no place: the file ends too early.
  const at = whole.at > 1 ? whole.at : text.length
  const mended = mend(text.slice(0, at), row)
  const part = mended === null ? whole : parsed(mended)
  return 'root' in part ? { ...part, cutAt: at } : whole
}

const endless = { fault: 'xml_broken', seen: '終わりのない要素', at: 0 } as const

/** The parser throws on what it dislikes; here that is an answer. */
const parsed = (text: string): { root: Xml } | { fault: 'xml_broken'; seen: string; at: number } => {
  try {
    const valid = XMLValidator.validate(text)
    if (valid !== true) {
      const { line, col }: { line: number; col?: number } = valid.err
      return col === undefined
        ? endless
        : { fault: 'xml_broken', seen: `${line}行${col}桁`, at: indexOf(text, line, col) }
    }
    const root: unknown = parser.parse(text)
    return isXml(root) ? { root } : { fault: 'xml_broken', seen: '要素がない', at: 0 }
  } catch {
    return { fault: 'xml_broken', seen: '要素の並び', at: 0 }
  }
}

/** Ends the text after its last whole row and closes what is open there. */
const mend = (text: string, row: string): string | null => {
  const ends = [...text.matchAll(new RegExp(`</(?:\\w+:)?${row}\\s*>`, 'g'))]
  const last = ends.at(-1)
  if (last === undefined) return null
  const kept = text.slice(0, last.index + last[0].length)
  const open: string[] = []
  for (const [, slash, name = '', alone] of kept.matchAll(/<(\/?)([\w:.-]+)[^<>]*?(\/?)>/g)) {
    if (slash) open.pop()
    else if (!alone) open.push(name)
  }
  const closing = open.toReversed().map(name => `</${name}>`)
  return kept + closing.join('')
}

const indexOf = (text: string, line: number, col: number): number => {
  let at = 0
  for (let n = 1; n < line && at >= 0; n += 1) at = text.indexOf('\n', at) + 1
  return Math.max(0, at + col - 1)
}

const isXml = (value: unknown): value is Xml => typeof value === 'object' && value !== null && !Array.isArray(value)

/** All children of a name, in order; a plain text child is an element with only text. */
export const children = (of: Xml | undefined, name: string): Xml[] => {
  const value = of && Object.hasOwn(of, name) ? of[name] : undefined
  const all: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value]
  return all.map(each => (isXml(each) ? each : { '#text': each }))
}

/** The first element down a path of names. */
export const down = (of: Xml | undefined, ...path: readonly string[]): Xml | undefined =>
  path.reduce<Xml | undefined>((at, name) => children(at, name)[0], of)

/** Text down a path, the five entities and numbers resolved; '' where there is none. */
export const textAt = (of: Xml | undefined, ...path: readonly string[]): string => textOf(down(of, ...path))

export const textOf = (of: Xml | undefined): string => {
  const text = of?.['#text']
  return typeof text === 'string' ? unescaped(text).trim() : ''
}

export const attribute = (of: Xml | undefined, name: string): string => {
  const value = of?.[`@${name}`]
  return typeof value === 'string' ? unescaped(value) : ''
}

/** Index in the text where an element begins. */
export const startOf = (of: Xml): number => {
  // The parser's place is the only symbol an element carries.
  const [symbol] = Object.getOwnPropertySymbols(of)
  const place: unknown = symbol && Reflect.get(of, symbol)
  return isXml(place) && typeof place.startIndex === 'number' ? place.startIndex : 0
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
        if (name !== undefined) return named[String(name).toLowerCase()] ?? whole
        const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
        return code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code)
      })
    : text
