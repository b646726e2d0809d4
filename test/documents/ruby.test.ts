import { expect, it } from 'vitest'
import { readDefinition } from '../../src/documents/definition.ts'
import { DocumentError } from '../../src/documents/render.ts'
import { runsOf, squeeze } from './pdf.ts'
import { print } from './sheets.ts'

const form = (ruby = 'kana') =>
  readDefinition(
    'sample',
    `title: 見本
version: 1
foot: false
fields:
  name: { type: text, note: 氏名 }
  kana: { type: text, required: false, note: フリガナ }
blocks:
  - block: grid
    name: 枠
    groups: [{ rows: [{ h: 10, cells: [{ w: 20, label: 氏名 }, { w: 60, text: '{{name}}', ruby: ${ruby}, size: 12 }] }] }]
`,
  )
const printed = async (name: string, kana: string) => {
  const [runs = []] = await runsOf(await print(form(), { name, kana }))
  return runs.filter(run => run.text.trim() !== '' && run.text !== '氏名')
}

it('sets the reading at half size above each word of the name, centred', async () => {
  const runs = await printed('髙﨑　𠮷子', 'タカサキ　ヨシコ')
  const small = runs.filter(run => run.size === 6)
  const large = runs.filter(run => run.size === 12)
  expect(small.map(run => run.text).join('')).toBe('タカサキヨシコ')
  expect(large.map(run => run.text).join('')).toBe('髙﨑𠮷子')
  const middle = (list: typeof runs) => ((list[0]?.x ?? 0) + (list.at(-1)?.x ?? 0) + (list.at(-1)?.width ?? 0)) / 2
  const first = small.filter(run => /[タカサキ]/.test(run.text))
  expect(middle(first)).toBeCloseTo(middle(large.filter(run => /[髙﨑]/.test(run.text))), 0)
  for (const above of small) for (const base of large) expect(above.y).toBeGreaterThan(base.y + 8)
})

it('spreads the name under a reading that is wider', async () => {
  const [narrow, wide] = [await printed('東', 'ヒガシ'), await printed('東', 'ヒガシクルメダイ')]
  const at = (runs: typeof narrow) => runs.find(run => run.text === '東')?.x ?? 0
  expect(at(wide)).toBeGreaterThan(at(narrow) + 5)
})

it('prints the name alone when there is no reading', async () => {
  expect((await printed('髙﨑', '')).map(run => run.text)).toEqual(['髙﨑'])
})

it('gives a reading that is too long a line of its own, and cuts nothing', async () => {
  const kana = 'タカサキヨシツジチョウソカベ　ギオンエモンノスケタロウザエモン'
  const name = '髙﨑𠮷辻󠄀長宗我部鷹司九条　祇󠄀園右衛門之介太郎左衛門三郎'
  const runs = await printed(name, kana)
  const all = (chosen: typeof runs) => squeeze(chosen.map(run => run.text).join(''))
  const small = runs.filter(run => run.size < 7)
  const large = runs.filter(run => run.size >= 7)
  expect(all(small)).toBe(squeeze(kana))
  expect(all(large)).toBe(squeeze(name))
  for (const above of small) for (const base of large) expect(above.y).toBeGreaterThan(base.y + base.size * 0.8)
})

it('names the box and the field when name and reading do not fit', async () => {
  const failed = await print(form(), { name: '山'.repeat(40), kana: 'ヤマ'.repeat(40) }).catch(
    (error: unknown) => error,
  )
  expect(failed).toBeInstanceOf(DocumentError)
  expect(failed).toMatchObject({ code: 'overflow', definition: 'sample', block: '枠', field: 'name' })
})

it('refuses a reading from a field that is not declared', () => {
  expect(() => form('nobody')).toThrow(/nobody is not declared/)
})
