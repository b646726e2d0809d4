import sharp from 'sharp'
import { type Document, isAlias, isMap, isSeq, parseDocument } from 'yaml'
import { pngParts } from '../documents/picture.ts'
import { type PictureName, pictureHeights } from '../domain/letterhead.ts'
import type { Operator } from '../domain/operator.ts'
import { OperatorFileError, type OperatorFileIssue } from './operator-file.ts'

/** The bytes of a file that came with the operator's file; null where there is none. */
export type Beside = (name: string) => Buffer | null

const MOST_BYTES = 1_048_576
const MOST_PIXELS = 16_000_000
const MOST_KEPT = 400_000
const DPI = 400

/**
 * The operator's file with its letterheads' pictures inside: read, made opaque, eight bits, no larger than paper shows, and
 * written anew, so that nothing of the given file but its picture stays. Throws OperatorFileError naming line and field.
 */
export const withPicturesInside = async (
  name: string,
  yaml: string,
  operator: Operator,
  beside: Beside,
): Promise<string> => {
  const document = parseDocument(yaml)
  const issues: OperatorFileIssue[] = []
  let changed = false
  for (const [at, { letterhead }] of operator.policies.entries()) {
    for (const part of Object.keys(pictureHeights) as PictureName[]) {
      const given = letterhead.value[part]
      if (given === undefined) continue
      const bytes = given.png === undefined ? beside(given.file ?? '') : Buffer.from(given.png, 'base64')
      const made = bytes === null ? 'picture_missing' : await remade(bytes, given.width, pictureHeights[part])
      const path = `policies[${at}].letterhead.value.${part}`
      const node = nodeAt(document, ['policies', at, 'letterhead', 'value', part])
      if (typeof made === 'string') {
        const line = yaml.slice(0, node?.range?.[0] ?? 0).split('\n').length
        issues.push({ line, path, code: made })
        continue
      }
      const png = made.toString('base64')
      if (png === given.png) continue
      if (node === null) throw new Error(`${name}: no ${path}`)
      node.delete('file')
      node.set('png', png)
      changed = true
    }
  }
  if (issues.length > 0) throw new OperatorFileError(name, issues)
  return changed ? document.toString({ lineWidth: 0 }) : yaml
}

/** `width` on paper and greatest `height`, mm. A code says why it is refused. */
const remade = async (bytes: Buffer, width: number, height: number): Promise<Buffer | string> => {
  if (bytes.length > MOST_BYTES) return 'picture_too_large'
  try {
    const { format, ...size } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (format !== 'png' && format !== 'svg') return 'picture_type'
    if (size.width * size.height > MOST_PIXELS) return 'picture_too_many_pixels'
    if ((width * size.height) / size.width > height) return 'picture_too_tall'
    const pixels = Math.round((width / 25.4) * DPI)
    const density = format === 'svg' ? Math.min(2400, Math.max(1, (72 * pixels) / size.width)) : 72
    const made = await sharp(bytes, { density, limitInputPixels: MOST_PIXELS })
      .resize({ width: pixels, withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .png({ compressionLevel: 9, adaptiveFiltering: true, palette: false })
      .toBuffer()
    if (pngParts(made) === null) return 'picture_unreadable'
    return made.length > MOST_KEPT ? 'picture_too_large' : made
  } catch {
    // sharp says in English what it could not read.
    return 'picture_unreadable'
  }
}

/** Terms that a later version takes over by reference stand once, and are changed once. */
const nodeAt = (document: Document.Parsed, path: readonly (string | number)[]) => {
  let node: unknown = document.contents
  for (const step of path) {
    const found: unknown = isMap(node) || isSeq(node) ? node.get(step, true) : null
    node = isAlias(found) ? found.resolve(document) : found
  }
  return isMap(node) ? node : null
}
