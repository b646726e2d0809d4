import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Document, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { Block } from './blocks.ts'
import { layoutFault, layoutOf, PartialLayout } from './layout.ts'
import type { Letterhead } from './letterhead.ts'
import { outside } from './outside.ts'
import { type Complaint, complaints } from './references.ts'

/** The stem of the file in forms/, e.g. 'reply-refusal'. */
export type DefinitionId = string

const Field = z.strictObject({
  type: z.enum(['text', 'list', 'rows', 'flag']),
  required: z.boolean().default(true),
  /** Of a rows field; a name that ends with ? may be empty. */
  columns: z.array(z.string()).min(1).optional(),
  note: z.string(),
})
export type Field = z.infer<typeof Field>

const Body = z
  .strictObject({
    // Goes into XMP as it is: pdfkit escapes nothing there.
    title: z.string().regex(/^[^<>&]+$/),
    version: z.number().int().positive(),
    paper: z.enum(['A4', '長3', '角2']).default('A4'),
    foot: z.boolean().default(true),
    layout: PartialLayout.optional(),
    fields: z.record(z.string(), Field),
    blocks: z.array(Block).min(1),
  })
  .refine(body => !body.foot || body.paper === 'A4', { path: ['foot'], message: 'only A4 has a foot' })

/** `hash`: sha256 (hex) of the file's bytes, frozen with every letter set from it. */
export interface Definition extends z.infer<typeof Body> {
  id: DefinitionId
  hash: string
  /** hash of the file's own bytes, where a window or a letterhead made another definition of it */
  base?: string
  /** of the operator whose letter it is; see letterhead.ts */
  letterhead?: Letterhead
}

export class DefinitionError extends Error {
  override name = 'DefinitionError'
  file: string
  path: string
  line: number | undefined

  constructor(file: string, path: string, line: number | undefined, problem: string) {
    super(`${file}${line === undefined ? '' : `:${line}`}${path && ` ${path}`}: ${problem}`)
    this.file = file
    this.path = path
    this.line = line
  }
}

/** Reads one definition; throws DefinitionError with file, path and line. */
export function readDefinition(id: DefinitionId, yaml: string): Definition {
  const file = `${id}.yaml`
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines })
  const broken = document.errors[0]
  if (broken) throw new DefinitionError(file, '', lines.linePos(broken.pos[0]).line, broken.message)
  const fail = ({ path, problem }: Complaint) =>
    new DefinitionError(file, path.join('.'), lineOf(document, lines, path), problem)

  const body = Body.safeParse(document.toJS())
  if (!body.success) {
    const issue = body.error.issues[0]
    throw fail({ path: (issue?.path ?? []) as (string | number)[], problem: issue?.message ?? 'unreadable' })
  }
  const layout = layoutOf(body.data)
  const fault = layoutFault(layout, body.data.paper)
  if (fault) throw fail({ path: ['layout'], problem: fault })
  const complaint = complaints(body.data)[0] ?? outside(body.data, layout)[0]
  if (complaint) throw fail(complaint)
  return { id, hash: createHash('sha256').update(yaml, 'utf8').digest('hex'), ...body.data }
}

/** Every *.yaml of a directory, by id. */
export function loadDefinitions(directory: string): Map<DefinitionId, Definition> {
  const ids = readdirSync(directory).flatMap(name => (name.endsWith('.yaml') ? [name.slice(0, -'.yaml'.length)] : []))
  return new Map(ids.sort().map(id => [id, readDefinition(id, readFileSync(join(directory, `${id}.yaml`), 'utf8'))]))
}

function lineOf(document: Document, lines: LineCounter, path: (string | number)[]): number | undefined {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true)
    const range = node && typeof node === 'object' && 'range' in node ? (node.range as number[] | null) : null
    if (range?.[0] !== undefined) return lines.linePos(range[0]).line
  }
  return undefined
}
