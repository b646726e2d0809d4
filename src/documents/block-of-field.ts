import type { Block } from './blocks.ts'
import type { Definition } from './definition.ts'
import { placeholders } from './fill.ts'

const NAMES: Partial<Record<Block['block'], string>> = {
  reference: '文書番号と日付',
  addressee: '宛先',
  sender: '差出人',
  title: '標題',
  heading: '見出し',
  paragraph: '本文',
  items: '箇条書き',
  records: '記',
  table: '表',
}
const LETTERHEAD: Record<string, RegExp> = {
  reference: /^(documentNumber|date)$/,
  addressee: /^addressee\./,
  sender: /^sender\./,
}

/** What a clerk calls the block that prints a field ('lines[2]', 'reasons[1].item'); undefined when no block does. */
export function blockOfField({ blocks }: Definition, field: string): string | undefined {
  const name = field.replace(/\[.*$/, '')
  for (const block of blocks) {
    if (!LETTERHEAD[block.block]?.test(name) && !namesIn(block).includes(name)) continue
    if (block.block === 'records') {
      const entry = block.entries.find(one => namesIn(one).includes(name))
      return entry?.label.replaceAll('\n', '') ?? NAMES.records
    }
    return 'name' in block ? block.name : NAMES[block.block]
  }
  return undefined
}

/** Every field that a block or an entry names in its texts, lists and flags. */
function namesIn(part: unknown): string[] {
  if (typeof part === 'string') return [part, ...placeholders(part).flatMap(name => [name, name.split('.')[0] ?? name])]
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(namesIn) : []
}
