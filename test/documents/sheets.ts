import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type Definition, loadDefinitions, readDefinition } from '../../src/documents/definition.ts'
import { renderSheets, type Values } from '../../src/documents/render.ts'

const root = new URL('../..', import.meta.url).pathname

export const definitions = loadDefinitions(`${root}forms`)

export const fixtureOf = (id: string): Values => parse(readFileSync(`${root}fixtures/documents/${id}.yaml`, 'utf8'))

export function definitionOf(id: string): Definition {
  const definition = definitions.get(id)
  if (!definition) throw new Error(`no form ${id}`)
  return definition
}

export const print = (
  definition: Definition,
  values: Values,
  caseNumber = '26000147',
  set: { letter?: string; sheet?: number } = {},
): Promise<Buffer> => renderSheets([{ definition, values, caseNumber, createdAt: '2026-11-21T01:00:00.000Z', ...set }])

/** A form of one paragraph that prints the text field `words`. */
export const plain = readDefinition(
  'plain',
  `title: 試し
version: 1
fields:
  words: { type: text, note: 文 }
blocks:
  - block: paragraph
    text: '{{words}}'
`,
)
