import type { Glyph } from './fonts.ts'

export type DocumentErrorCode = 'unknown_field' | 'empty_field' | 'missing_glyph' | 'overflow'

interface Where {
  definition: string
  title?: string
  field?: string
  block?: string
  character?: string
  lines?: Lines
}

/** Lines of a text as it stands, and how many its place holds. */
export interface Lines {
  readonly lines: number
  readonly most: number
}

/** Why a document cannot be printed; the message is a sentence for the clerk. */
export class DocumentError extends Error {
  override name = 'DocumentError'
  code: DocumentErrorCode
  definition: string
  field?: string
  block?: string
  character?: string

  constructor(code: DocumentErrorCode, where: Where) {
    super(sentence(code, where))
    this.code = code
    this.definition = where.definition
    if (where.field !== undefined) this.field = where.field
    if (where.block !== undefined) this.block = where.block
    if (where.character !== undefined) this.character = where.character
  }
}

/** A character that no font of the face has, found while drawing; render.ts says which document it was. */
export class UnprintableCharacter extends Error {
  override name = 'UnprintableCharacter'
  character: string

  constructor(character: string) {
    super(`no glyph for ${codePointsOf(character)}`)
    this.character = character
  }
}

export const codePointsOf = (text: string): string =>
  Array.from(text, c => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ')

export function printable(glyph: Glyph | null, character: string): Glyph {
  if (!glyph) throw new UnprintableCharacter(character)
  return glyph
}

function sentence(code: DocumentErrorCode, where: Where): string {
  const { definition, title, field, block, character } = where
  const paper = title ? `文書「${title}」（${definition}）` : `文書「${definition}」`
  const place = [block && `枠「${block}」`, field && `欄「${field}」`].filter(Boolean).join('の')
  switch (code) {
    case 'unknown_field':
      return `${paper}に${place || '欄'}はありません。`
    case 'empty_field':
      return `${paper}の${place}が空です。値を入れてください。`
    case 'missing_glyph':
      return `${paper}の${place || '本文'}にある文字「${character}」（${codePointsOf(character ?? '')}）は、印刷用の書体にないため印刷できません。`
    case 'overflow':
      return `${paper}の${place || '本文'}は、枠に収まりません。${remedy(where)}`
  }
}

/** What a clerk can do: a name or an address is never cut, and the program has tried its smallest size. */
function remedy({ field = '', lines }: Where): string {
  if (field.startsWith('addressee.')) {
    // Only a window counts its lines; a printed face has the next size of envelope.
    if (lines === undefined) return '住所の行をつなげて行の数を減らすか、大きい封筒を選んでください。'
    if (field === 'addressee.name')
      return '宛名が長く、最も小さい字でも封筒の窓に入りません。窓のない封筒を使う取扱規程にしてください。'
    return `最も小さい字でも${lines.lines}行になり、窓に入るのは${lines.most}行までです。住所の行をつなげて行の数を減らすか、窓のない封筒を使う取扱規程にしてください。`
  }
  if (/(^|\.)(name|family|given|address|[A-Za-z]*[Kk]ana)$/.test(field))
    return '最も小さい字でも入りません。この欄を空けて印刷し、手で書いてください。'
  return '文を短くするか、項目を分けてください。'
}

/** A block that does not fit where its definition puts it; render.ts says which document it was. */
export class Overflow extends Error {
  override name = 'Overflow'
  block: string
  field: string | undefined
  lines: Lines | undefined

  constructor(block: string, field?: string, lines?: Lines) {
    super(`overflow of ${block}`)
    this.block = block
    this.field = field
    this.lines = lines
  }
}
