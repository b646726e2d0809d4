import { describe, expect, test } from 'vitest'
import { windowEnvelopes } from '../../src/desk/print/window-envelopes.ts'
import { layoutFault, layoutOf } from '../../src/documents/layout.ts'
import type { Values } from '../../src/documents/render.ts'
import { windowed } from '../../src/documents/windowed.ts'
import { everShown, type SheetArea, shownArea, type WindowEnvelope } from '../../src/domain/window-envelope.ts'
import { long } from './letter-cases.ts'
import { commandsOf, type Run, runsOf, squeeze } from './pdf.ts'
import { definitionOf, definitions, fixtureOf, print } from './sheets.ts'

const addressed = [...definitions.values()].filter(({ blocks }) => blocks.some(({ block }) => block === 'addressee'))
const cases = windowEnvelopes.flatMap(envelope =>
  addressed.map(({ id }): [string, string, WindowEnvelope] => [id, envelope.id, envelope]),
)
const MM = 72 / 25.4
const name = `${long.family}　${long.given}`

/** The ink of a run, mm from the left top corner of the sheet. */
const boxOf = ({ x, y, width, size }: Run): SheetArea => ({
  left: x / MM,
  right: (x + width) / MM,
  top: 297 - (y + size * 0.88) / MM,
  bottom: 297 - (y - size * 0.12) / MM,
})
const touches = (one: SheetArea, other: SheetArea) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
const textIn = (runs: readonly Run[], area: SheetArea) =>
  squeeze(
    runs
      .filter(run => run.text.trim() !== '' && touches(boxOf(run), area))
      .map(run => run.text)
      .join(''),
  )

const longest: Values = {
  postcode: '860-0807',
  lines: [long.address ?? '', long.building ?? ''],
  name,
  honorific: '様',
}
const sent = async (id: string, envelope: WindowEnvelope, addressee: Values) => {
  const values = fixtureOf(id)
  return print(windowed(definitionOf(id), envelope), { ...values, addressee })
}
const senderOf = (id: string): string => {
  const { sender } = fixtureOf(id) as { sender: Record<string, string> & { lines: string[] } }
  const { company, desk, responsible, postcode, lines, telephone, hours } = sender
  const address = `〒${postcode}${lines.join('')}`
  return squeeze(`${company}${desk}${responsible}${address}電話${telephone}受付時間${hours}印`)
}

describe.each(cases)('%s in %s', (id, _, envelope) => {
  test.each([
    ['the longest address', longest],
    ['an agent for the longest name', { ...longest, lines: [long.address ?? ''], onBehalf: `${name}様　代理人` }],
  ] satisfies [string, Values][])('shows %s whole, wherever the sheet slides', async (_what, addressee) => {
    const [runs = []] = await runsOf(await sent(id, envelope, addressee))
    const window = shownArea(envelope)
    const inside = runs.filter(run => run.text.trim() !== '' && touches(boxOf(run), window))
    const { postcode, lines, onBehalf = '' } = addressee as { postcode: string; lines: string[]; onBehalf?: string }
    expect(textIn(runs, window)).toBe(squeeze(`〒${postcode}${lines.join('')}${onBehalf}${name}様`))
    for (const box of inside.map(boxOf)) {
      expect(box.left).toBeGreaterThanOrEqual(window.left)
      expect(box.top).toBeGreaterThanOrEqual(window.top)
      expect(box.right).toBeLessThanOrEqual(window.right + 0.01)
      expect(box.bottom).toBeLessThanOrEqual(window.bottom)
    }
    expect(Math.min(...inside.map(run => run.size))).toBeGreaterThanOrEqual(7.5)
  })

  test('lets nothing else be read from outside but the sender', async () => {
    const [runs = []] = await runsOf(await sent(id, envelope, longest))
    const window = shownArea(envelope)
    const seen = runs.filter(
      run => run.text.trim() !== '' && touches(boxOf(run), everShown(envelope)) && !touches(boxOf(run), window),
    )
    for (const run of seen) expect(senderOf(id)).toContain(squeeze(run.text))
  })
})

test('a windowed letter is folded where the envelope wants it, is another definition, and has a lawful layout', async () => {
  for (const envelope of windowEnvelopes) {
    const made = windowed(definitionOf('reply-absent'), envelope)
    expect(layoutOf(made).folds).toEqual(envelope.folds)
    expect(layoutFault(layoutOf(made), 'A4')).toBeNull()
    expect(made.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(made.hash).not.toBe(definitionOf('reply-absent').hash)
    expect(windowed(definitionOf('reply-absent'), envelope).hash).toBe(made.hash)
    const [first = ''] = commandsOf(await print(made, fixtureOf('reply-absent')))
    const heights = Array.from(first.matchAll(/[\d.]+ ([\d.]+) m\n[\d.]+ \1 l/g), ([, y]) => Number(y) / MM)
    for (const fold of envelope.folds) expect(heights.some(y => Math.abs(y - fold) < 0.01)).toBe(true)
  }
})

test('forms without an address are as they are', () => {
  const form = definitionOf('request-disclosure')
  expect(windowed(form, windowEnvelopes[0] as WindowEnvelope)).toBe(form)
})
