import type { Glyph } from './fonts.ts'

export type DocumentErrorCode = 'unknown_field' | 'empty_field' | 'missing_glyph' | 'overflow'

interface Where {
  definition: string
  title?: string
  field?: string
  block?: string
  character?: string
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

function sentence(code: DocumentErrorCode, { definition, title, field, block, character }: Where): string {
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
      return `${paper}の${place || '本文'}は、枠に収まりません。文を短くしてください。`
  }
}

/** A block that does not fit where its definition puts it; render.ts says which document it was. */
export class Overflow extends Error {
  override name = 'Overflow'
  block: string
  field: string | undefined

  constructor(block: string, field?: string) {
    super(`overflow of ${block}`)
    this.block = block
    this.field = field
  }
}
