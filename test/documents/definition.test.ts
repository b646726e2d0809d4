import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { DefinitionError, readDefinition } from '../../src/documents/definition.ts'

const yaml = (blocks: string, fields = 'name: { type: text, note: 氏名 }') =>
  `title: 試し\nversion: 1\nfields:\n  ${fields}\nblocks:\n${blocks}\n`

function refusal(text: string): DefinitionError {
  try {
    readDefinition('sample', text)
  } catch (error) {
    if (error instanceof DefinitionError) return error
    throw error
  }
  throw new Error('was read')
}

it('reads the fields and hashes the bytes of the file', () => {
  const text = yaml("  - block: paragraph\n    text: '{{name}}'")
  const definition = readDefinition('sample', text)
  expect(definition).toMatchObject({ id: 'sample', title: '試し', version: 1, paper: 'A4' })
  expect(definition.fields.name).toMatchObject({ type: 'text', required: true })
  expect(definition.hash).toBe(createHash('sha256').update(text).digest('hex'))
})

it('changes its hash with every byte', () => {
  const text = yaml("  - block: paragraph\n    text: '{{name}}'")
  expect(readDefinition('sample', `${text}# \n`).hash).not.toBe(readDefinition('sample', text).hash)
})

it('names file and line of broken YAML', () => {
  expect(refusal('title: "試し\nversion: 1')).toMatchObject({ file: 'sample.yaml' })
  expect(refusal('title: [\nversion: 1').line).toBeGreaterThan(0)
})

it('names file, path and line of a block that it does not know', () => {
  const error = refusal(yaml('  - block: paragraph\n    text: よい\n  - block: picture\n    text: わるい'))
  expect(error).toMatchObject({ file: 'sample.yaml', line: 8 })
  expect(error.path).toMatch(/^blocks\.1/)
  expect(error.message).toMatch(/^sample\.yaml:8 blocks\.1/)
})

it.each([
  ['an undeclared field', "  - block: paragraph\n    text: '{{nobody}}'", /nobody is not declared/],
  ['a list as a text', '  - block: items\n    list: name', /name is text, not list/],
  ['an undeclared condition', '  - block: paragraph\n    show: nothing\n    text: 甲', /nothing is not declared/],
  ['a letterhead without its fields', '  - block: reference', /documentNumber is not declared/],
  ['an expression', "  - block: paragraph\n    text: '{{name}}'\n    if: name", /Unrecognized|unrecognized/],
  [
    'an entry with neither text nor list',
    '  - block: records\n    entries:\n      - { label: 甲 }',
    /one of text, list, each/,
  ],
])('refuses %s', (_, blocks, message) => {
  expect(refusal(yaml(blocks)).message).toMatch(message)
})

it('refuses a sentence with a hole that may stay empty, unless the block hides with it', () => {
  const fields = 'name: { type: text, required: false, note: 氏名 }'
  expect(refusal(yaml("  - block: paragraph\n    text: '{{name}}'", fields)).message).toMatch(/without show: name/)
  const shown = yaml("  - block: paragraph\n    text: '{{name}}'\n    show: name", fields)
  expect(readDefinition('sample', shown).id).toBe('sample')
})

it('refuses a column that its rows do not have', () => {
  const fields = 'days: { type: rows, columns: [date], note: 日 }'
  const table = "  - block: table\n    rows: days\n    columns:\n      - { head: 日, w: 30, text: '{{days.why}}' }"
  expect(refusal(yaml(table, fields)).message).toMatch(/no column why/)
})

it('refuses rows without columns', () => {
  expect(refusal(yaml('  - block: page', 'days: { type: rows, note: 日 }')).message).toMatch(/have columns/)
})

it('refuses a field that no block prints: what was typed would be lost on the way to the paper', () => {
  const fields = 'name: { type: text, note: 氏名 }\n  room: { type: text, note: 部屋 }'
  const error = refusal(yaml("  - block: paragraph\n    text: '{{name}}'", fields))
  expect(error).toMatchObject({ path: 'fields.room', line: 5 })
  expect(error.message).toMatch(/no block prints the field/)
})

const placed = (box: string) => `  - block: place\n    name: 箱\n    text: '{{name}}'\n    ${box}`
it.each([
  ['beside the paper', 'x: 300\n    y: 10\n    w: 20\n    h: 8', /outside the paper of 210 × 297 mm/],
  ['over its right edge', 'x: 195\n    y: 10\n    w: 20\n    h: 8', /outside the paper/],
  ['below it', 'x: 20\n    y: 295\n    w: 20\n    h: 8', /outside the paper/],
  ['on the page code', 'x: 160\n    y: 270\n    w: 20\n    h: 12', /on the page code/],
  ['on the foot', 'x: 30\n    y: 272\n    w: 20\n    h: 8', /on the foot/],
])('refuses a box %s', (_, box, message) => {
  expect(refusal(yaml(placed(box))).message).toMatch(message)
})

it('takes a box at the foot of a page that has none', () => {
  const box = placed('x: 30\n    y: 280\n    w: 20\n    h: 8')
  expect(readDefinition('sample', `foot: false\n${yaml(box)}`).blocks).toHaveLength(1)
})
