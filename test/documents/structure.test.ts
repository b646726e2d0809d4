import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, it } from 'vitest'
import { caseNumber } from '../../src/domain/case-number.ts'
import { definitionOf, definitions, fixtureOf, print } from './sheets.ts'

interface Node {
  role: string
  alt?: string
  children: (Node | { type: string; id: string })[]
}
const isNode = (child: Node['children'][number]): child is Node => 'role' in child

/** Structure tree and text of every page, as a screen reader meets them. */
async function readAloud(pdf: Buffer): Promise<{ tree: Node[]; loose: string[]; spoken: string[] }[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 }).promise
  const pages = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const root = (await page.getStructTree()) as Node | null
    const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
    const byId = new Map<string, string>()
    const loose: string[] = []
    const open: { id?: string; artifact: boolean }[] = []
    for (const item of items) {
      if ('str' in item) {
        const owner = open.findLast(mark => mark.id !== undefined || mark.artifact)
        if (owner?.id !== undefined) byId.set(owner.id, (byId.get(owner.id) ?? '') + item.str)
        else if (!owner?.artifact && item.str.trim() !== '') loose.push(item.str)
      } else if (item.type === 'endMarkedContent') open.pop()
      else open.push({ ...(item.id ? { id: item.id } : {}), artifact: 'tag' in item && item.tag === 'Artifact' })
    }
    const spoken: string[] = []
    const speak = (node: Node): void => {
      for (const child of node.children) {
        if (isNode(child)) speak(child)
        else spoken.push(byId.get(child.id) ?? '')
      }
    }
    if (root) speak(root)
    pages.push({ tree: root ? root.children.filter(isNode) : [], loose, spoken })
  }
  await document.loadingTask.destroy()
  return pages
}

const flat = (nodes: readonly Node[]): Node[] => nodes.flatMap(node => [node, ...flat(node.children.filter(isNode))])
const roles = (nodes: readonly Node[]) => flat(nodes).map(node => node.role)

it.each([...definitions.keys()])(
  '%s has every word in the structure tree or set aside as no part of the text',
  async id => {
    const set = { letter: 'l1', sheet: 0 }
    const pages = await readAloud(await print(definitionOf(id), fixtureOf(id), caseNumber(2026, 14), set))
    for (const { tree, loose } of pages) {
      expect(loose).toEqual([])
      expect(roles(tree)).toContain('Sect')
    }
  },
)

it('reads a letter in the order of the paper, without the running foot', async () => {
  const pages = await readAloud(await print(definitionOf('reply-disclosure-part'), fixtureOf('reply-disclosure-part')))
  const spoken = pages.map(page => page.spoken.join('')).join('')
  const order = [
    '個情第',
    '〒670-0902',
    '様',
    'さくらインターネット',
    '回答）',
    'に到達した',
    '受付番号',
    '種類・根拠条項',
    '以上',
  ]
  const places = order.map(words => spoken.indexOf(words))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places[0]).toBeGreaterThanOrEqual(0)
  expect(spoken).not.toContain('1/2')
})

it('makes the title a heading and the items of 記 a list with labels', async () => {
  const [first] = await readAloud(await print(definitionOf('reply-absent'), fixtureOf('reply-absent')))
  const found = roles(first?.tree ?? [])
  expect(found.filter(role => role === 'H1')).toHaveLength(1)
  expect(found.filter(role => role === 'LI').length).toBeGreaterThan(4)
  expect(found.filter(role => role === 'Lbl').length).toBe(found.filter(role => role === 'LBody').length)
})

it('says once which words are the heads of a table, also when it goes on over the page', async () => {
  const pdf = await print(definitionOf('reckoning'), fixtureOf('reckoning'))
  const pages = await readAloud(pdf)
  expect(pages).toHaveLength(2)
  const all = pages.map(page => roles(page.tree))
  for (const found of all) expect(found).toContain('TD')
  const columns = definitionOf('reckoning').blocks.flatMap(block => (block.block === 'table' ? block.columns : []))
  expect(pdf.toString('latin1').match(/\/S \/TH\n/g)).toHaveLength(columns.length)
  expect(pdf.toString('latin1').match(/\/Scope \/Column/g)).toHaveLength(columns.length)
})

it('ties the labels of a form to their rows', async () => {
  const pdf = await print(definitionOf('request-disclosure'), fixtureOf('request-disclosure'))
  const [first] = await readAloud(pdf)
  expect(roles(first?.tree ?? []).filter(role => role === 'TH').length).toBeGreaterThan(10)
  expect(pdf.toString('latin1')).toMatch(/\/Scope \/Row/)
})

it('says in words what a code, a seal box and a check box show', async () => {
  const number = caseNumber(2026, 14)
  const set = { letter: 'l1', sheet: 0 }
  const [page] = await readAloud(
    await print(definitionOf('request-disclosure'), fixtureOf('request-disclosure'), number, set),
  )
  const figures = flat(page?.tree ?? []).filter(node => node.role === 'Figure')
  const alts = figures.map(node => node.alt ?? '')
  expect(alts.filter(alt => alt === '選択あり').length).toBeGreaterThan(0)
  expect(alts.filter(alt => alt === '選択なし').length).toBeGreaterThan(0)
  expect(alts).toContain('押印欄')
  expect(alts.filter(alt => alt.startsWith(`ページの照合コード ${number}-L1-0-1/2-`))).toHaveLength(1)
  expect(alts).not.toContain('')
})
