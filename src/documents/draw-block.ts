import { addressee } from './blocks/addressee.ts'
import { code } from './blocks/code.ts'
import { grid } from './blocks/grid.ts'
import { reference, sender } from './blocks/letterhead.ts'
import { place } from './blocks/place.ts'
import { heading, items, paragraph, title } from './blocks/prose.ts'
import { records } from './blocks/records.ts'
import { opening, table } from './blocks/table.ts'
import type { Block } from './blocks.ts'
import type { Flow } from './flow.ts'
import { mm } from './millimetres.ts'

/** Draws one block where the flow stands, inside its element of the structure tree. `next`: the one that follows. */
export function drawBlock(flow: Flow, block: Block, next?: Block): void {
  const { tags } = flow.ink
  switch (block.block) {
    case 'reference':
      reference(flow)
      break
    case 'addressee':
      tags.within('Sect', () => addressee(flow), { title: '宛先' })
      break
    case 'sender':
      tags.within('Sect', () => sender(flow), { title: '差出人' })
      break
    case 'title':
      tags.within('H1', () => title(flow, block))
      break
    case 'heading':
      tags.within('H2', () => heading(flow, block, next?.block === 'table' ? opening(flow, next) : 0))
      break
    case 'space':
      flow.y += mm(block.mm)
      break
    case 'page':
      flow.newPage()
      break
    case 'paragraph':
      paragraph(flow, block)
      break
    case 'items':
      tags.within('L', () => items(flow, block))
      break
    case 'records':
      records(flow, block)
      break
    case 'table':
      tags.within('Table', () => table(flow, block))
      break
    case 'grid':
      tags.within('Sect', () => grid(flow, block), { title: block.name })
      break
    case 'place':
      tags.within('P', () => place(flow, block))
      break
    case 'code':
      code(flow, block)
      break
  }
}
