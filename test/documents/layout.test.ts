import { expect, it } from 'vitest'
import { readDefinition } from '../../src/documents/definition.ts'
import { layoutOf } from '../../src/documents/layout.ts'
import { commandsOf, runsOf } from './pdf.ts'
import { definitionOf, definitions, fixtureOf, plain, print } from './sheets.ts'

const MM = 72 / 25.4
const form = (layout: string) =>
  readDefinition(
    'sample',
    `title: 見本\nversion: 1\nlayout: ${layout}\nfields:\n  words: { type: text, note: 文 }\nblocks:\n  - { block: paragraph, text: '{{words}}' }\n`,
  )

/** Ends of lines drawn, mm from the left top. */
const strokesOf = (commands: string) =>
  Array.from(commands.matchAll(/([\d.]+) ([\d.]+) m\n([\d.]+) ([\d.]+) l/g), match =>
    match.slice(1).map(value => Number(value) / MM),
  )

it('marks the two folds of a letter lightly at both edges of its first page, clear of the holes', async () => {
  const definition = definitionOf('reply-disclosure-part')
  const [first = '', second = ''] = commandsOf(await print(definition, fixtureOf('reply-disclosure-part')))
  const marks = strokesOf(first).filter(([x = 0, , to = 0]) => to - x < 5 && (x < 20 || x > 195))
  expect(marks.map(([, y = 0]) => Math.round(y))).toEqual([99, 99, 198, 198])
  for (const [x = 0, , to = 0] of marks) {
    expect(x).toBeGreaterThanOrEqual(4.9)
    if (x < 100) expect(to).toBeLessThan(9)
  }
  expect(strokesOf(second).filter(([x = 0]) => x < 20)).toEqual([])
})

it('marks no fold on a form that goes flat', async () => {
  expect(layoutOf(definitionOf('request-disclosure')).folds).toEqual([])
  expect(strokesOf(commandsOf(await print(plain, { words: '甲' }))[0] ?? '')).toEqual([])
})

it.each([...definitions].filter(([, { paper, foot }]) => paper === 'A4' && foot).map(([id]) => id))(
  '%s leaves the strip of the binding holes white',
  async id => {
    const { holes } = layoutOf(definitionOf(id))
    const edge = (holes.from + holes.diameter / 2) * MM
    for (const runs of await runsOf(await print(definitionOf(id), fixtureOf(id))))
      for (const run of runs.filter(one => one.text.trim() !== '')) expect(run.x).toBeGreaterThan(edge)
  },
)

it('takes margins from the definition', async () => {
  const [runs = []] = await runsOf(
    await print(form('{ margin: { left: 40, right: 30, top: 50, bottom: 25 } }'), { words: '甲' }),
  )
  const word = runs.find(run => run.text.includes('甲'))
  expect((word?.x ?? 0) / MM).toBeGreaterThan(39.9)
  expect(297 - (word?.y ?? 0) / MM).toBeGreaterThan(50)
})

it('moves the window and the code where the definition says', async () => {
  const values = fixtureOf('reply-absent')
  const moved = { ...definitionOf('reply-absent'), layout: { window: { top: 45, bottom: 80, width: 90 } } }
  const [runs = []] = await runsOf(await print(moved, values))
  const postcode = runs.find(run => run.text.includes('〒530-0001'))
  expect(297 - (postcode?.y ?? 0) / MM).toBeGreaterThan(45)
})

it.each([
  ['{ margin: { left: 10, right: 20, top: 20, bottom: 20 } }', /holes/],
  ['{ margin: { left: 120, right: 120, top: 20, bottom: 20 } }', /no room/],
  ['{ folds: [400] }', /fold/],
  ['{ code: { x: 200, y: 277, side: 15 } }', /outside/],
  ['{ code: { x: 170, y: 277, side: 10 } }', /15/],
  ['{ window: { top: 60, bottom: 40, width: 80 } }', /window/],
])('refuses %s when the definition is read', (layout, why) => {
  expect(() => form(layout)).toThrow(why)
})
