import { createHash } from 'node:crypto'
import { type Document, isAlias, isMap, isNode, isPair, isSeq, LineCounter, parseDocument } from 'yaml'
import { type Operator, operator } from '../domain/operator.ts'

/** `line` from 1; `path` as in 'policies[0].fee.value.amount', '' for the file as a whole; `code` for `words`. */
export interface OperatorFileIssue {
  readonly line: number
  readonly path: string
  readonly code: string
}

export class OperatorFileError extends Error {
  override readonly name = 'OperatorFileError'
  readonly file: string
  readonly issues: readonly OperatorFileIssue[]

  constructor(file: string, issues: readonly OperatorFileIssue[]) {
    super(issues.map(({ line, path, code }) => `${file}:${line}: ${path === '' ? '' : `${path}: `}${code}`).join('\n'))
    this.file = file
    this.issues = issues
  }
}

/** Reads one `fixtures/operators/*.yaml`. `hash`: SHA-256 (hex) of the text. Throws OperatorFileError naming line and field. */
export const readOperatorFile = (name: string, yaml: string): { operator: Operator; hash: string } => {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines })
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line)
  if (document.errors.length > 0)
    throw new OperatorFileError(
      name,
      document.errors.map(({ pos, code }) => ({ line: lineAt(pos[0]), path: '', code: `yaml_${code.toLowerCase()}` })),
    )
  const read = operator.safeParse(plainValue(name, document))
  if (read.success) return { operator: read.data, hash: createHash('sha256').update(yaml).digest('hex') }
  throw new OperatorFileError(
    name,
    read.error.issues.flatMap(issue =>
      fields(issue).map(path => ({ line: lineAt(placeOf(document, path)), path: written(path), code: codeOf(issue) })),
    ),
  )
}

type Path = readonly PropertyKey[]
type Issue = { code?: string | undefined; path: Path; message: string; keys?: readonly string[]; input?: unknown }

/** An unknown key is reported at the object that holds it: each key becomes a field of its own. */
const fields = ({ code, path, keys = [] }: Issue): readonly Path[] =>
  code === 'unrecognized_keys' ? keys.map(key => [...path, key]) : [path]

/** Our own refinements carry a code as their message; zod's own issues have one. */
const codeOf = ({ code = 'custom', message }: Issue): string => (code === 'custom' ? message : code)

const written = (path: Path): string =>
  path.map((step, at) => (typeof step === 'number' ? `[${step}]` : `${at === 0 ? '' : '.'}${String(step)}`)).join('')

/** Aliases that point nowhere or blow up are found only when the values are built. */
const plainValue = (name: string, document: Document.Parsed): unknown => {
  try {
    return document.toJS()
  } catch (error) {
    if (error instanceof ReferenceError)
      throw new OperatorFileError(name, [{ line: 1, path: '', code: 'yaml_bad_alias' }])
    throw error
  }
}

/** Offset of the field, or of the nearest one above it where the field is not there. */
const placeOf = (document: Document.Parsed, path: Path): number => {
  let node: unknown = document.contents
  let offset = document.contents?.range?.[0] ?? 0
  for (const step of path) {
    const holder: unknown = isAlias(node) ? node.resolve(document) : node
    const found = isMap(holder)
      ? holder.items.find(pair => String(pair.key) === String(step))
      : isSeq(holder)
        ? holder.items[Number(step)]
        : undefined
    if (found === undefined) return offset
    offset = start(isPair(found) ? found.key : found) ?? offset
    node = isPair(found) ? found.value : found
  }
  return offset
}

const start = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined)
