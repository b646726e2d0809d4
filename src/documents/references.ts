import type { Block, Entry, Grid } from './blocks.ts'
import { placeholders } from './fill.ts'

export interface Complaint {
  path: (string | number)[]
  problem: string
}

interface FieldShape {
  type: 'text' | 'list' | 'rows' | 'flag'
  required: boolean
  columns?: string[] | undefined
}
interface Body {
  fields: Record<string, FieldShape>
  blocks: Block[]
}
type Path = (string | number)[]

const LETTERHEAD: Record<string, Record<string, FieldShape['type']>> = {
  reference: { documentNumber: 'text', date: 'text' },
  addressee: {
    'addressee.postcode': 'text',
    'addressee.lines': 'list',
    'addressee.name': 'text',
    'addressee.onBehalf': 'text',
    'addressee.honorific': 'text',
  },
  sender: {
    'sender.company': 'text',
    'sender.desk': 'text',
    'sender.responsible': 'text',
    'sender.postcode': 'text',
    'sender.lines': 'list',
    'sender.telephone': 'text',
    'sender.hours': 'text',
    'sender.seal': 'flag',
  },
}

/** What a definition refers to but does not declare, or declares and does not print: found when it is read, not when a letter is due. */
export function complaints({ fields, blocks }: Body): Complaint[] {
  const found: Complaint[] = []
  const complain = (path: Path, problem: string) => found.push({ path, problem })

  const used = new Set<string>()
  const field = (name: string, types: FieldShape['type'][], path: Path) => {
    used.add(name)
    const known = fields[name]
    if (!known) complain(path, `field ${name} is not declared`)
    else if (!types.includes(known.type)) complain(path, `field ${name} is ${known.type}, not ${types.join(' or ')}`)
  }
  // A sentence with a hole may only be printed when the hole is filled: the field is required, or the block hides.
  const text = (value: string, path: Path, shown: string | undefined, each?: string, mayBeEmpty = false) => {
    for (const name of placeholders(value)) {
      const column = each && name.startsWith(`${each}.`) ? name.slice(each.length + 1) : undefined
      if (column !== undefined) {
        used.add(each ?? '')
        if (!fields[each ?? '']?.columns?.some(known => known.replace('?', '') === column))
          complain(path, `rows ${each} have no column ${column}`)
        continue
      }
      field(name, ['text'], path)
      if (!mayBeEmpty && fields[name]?.required === false && shown !== name)
        complain(path, `optional field ${name} is used without show: ${name}`)
    }
  }
  const shown = (name: string | undefined, path: Path) => {
    if (name !== undefined) field(name, ['text', 'list', 'rows', 'flag'], [...path, 'show'])
  }
  const entry = (one: Entry, path: Path, outer: string | undefined) => {
    shown(one.show, path)
    if ([one.text, one.list, one.each].filter(part => part !== undefined).length !== 1)
      complain(path, 'an entry has one of text, list, each')
    if (one.text !== undefined) text(one.text, [...path, 'text'], one.show ?? outer)
    if (one.list !== undefined) field(one.list, ['list'], [...path, 'list'])
    if (one.each !== undefined) field(one.each, ['rows'], [...path, 'each'])
    one.texts?.forEach((part, index) => {
      text(part.text, [...path, 'texts', index], part.show, one.each)
    })
  }
  const grid = (one: Grid, path: Path) => {
    one.groups.forEach((group, g) => {
      group.rows.forEach((row, r) => {
        row.cells.forEach((cell, c) => {
          const here = [...path, 'groups', g, 'rows', r, 'cells', c]
          if (cell.text) text(cell.text, [...here, 'text'], undefined, undefined, true)
          if (cell.list) field(cell.list, ['list'], [...here, 'list'])
          if (cell.ruby) field(cell.ruby, ['text'], [...here, 'ruby'])
          if (cell.postcode) field(cell.postcode, ['text'], [...here, 'postcode'])
          if (cell.era) field(cell.era, ['text'], [...here, 'era'])
          cell.checks?.forEach((check, k) => {
            if (check.flag) field(check.flag, ['flag'], [...here, 'checks', k])
            text(check.text, [...here, 'checks', k], undefined, undefined, true)
          })
        })
      })
    })
  }

  for (const [name, { type, columns }] of Object.entries(fields)) {
    if ((type === 'rows') !== (columns !== undefined)) complain(['fields', name], 'rows, and only rows, have columns')
  }
  blocks.forEach((block, index) => {
    const path: Path = ['blocks', index]
    shown(block.show, path)
    for (const [name, type] of Object.entries(LETTERHEAD[block.block] ?? {})) field(name, [type], path)
    if ('text' in block && block.text !== undefined) text(block.text, [...path, 'text'], block.show)
    if (block.block === 'title' && block.sub) text(block.sub, [...path, 'sub'], block.show)
    if ('list' in block && block.list !== undefined) field(block.list, ['list'], [...path, 'list'])
    if (block.block === 'place' && block.ruby) field(block.ruby, ['text'], [...path, 'ruby'])
    if (block.block === 'grid') grid(block, path)
    if (block.block === 'records') {
      block.entries.forEach((one, k) => {
        entry(one, [...path, 'entries', k], block.show)
      })
    }
    if (block.block === 'table') {
      field(block.rows, ['rows'], [...path, 'rows'])
      block.columns.forEach((column, k) => {
        text(column.text, [...path, 'columns', k, 'text'], block.show, block.rows)
      })
    }
  })
  for (const name of Object.keys(fields)) if (!used.has(name)) complain(['fields', name], 'no block prints the field')
  return found
}
