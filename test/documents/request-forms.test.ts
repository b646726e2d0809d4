import { describe, expect, it } from 'vitest'
import type { Values } from '../../src/documents/render.ts'
import { caseNumber } from '../../src/domain/case-number.ts'
import { day } from '../../src/domain/day.ts'
import { blankCase } from '../../src/domain/evolve.ts'
import { requestKindNames } from '../../src/domain/kinds.ts'
import type { Person } from '../../src/domain/person.ts'
import type { LetterFacts } from '../../src/letters/facts.ts'
import { letterValues } from '../../src/letters/values.ts'
import { fixtureOperator, fixturePolicy, type OperatorId, operatorIds } from '../operators.ts'
import { long } from './letter-cases.ts'
import { runsOf, squeeze } from './pdf.ts'
import { definitionOf, print } from './sheets.ts'

const forms = [
  'request-disclosure',
  'request-correction',
  'request-suspension',
  'request-foreign',
  'power-of-attorney',
  'withdrawal-form',
] as const
type Form = (typeof forms)[number]

const valuesFor = (form: Form, house: OperatorId, subject: Person | null, agent: Person | null = null): Values => {
  const operator = fixtureOperator(house)
  const policy = fixturePolicy(house)
  const facts: LetterFacts = {
    kase: {
      ...blankCase,
      number: caseNumber(2026, 1),
      intake: {
        ...blankCase.intake,
        operator: house,
        policy: policy.id,
        requester: 'guardian',
        kinds: [...requestKindNames],
        arrivedOn: day('2026-11-04'),
      },
    },
    operator,
    policy,
    letter: { id: 'blank' },
    reckoning: null,
    steps: [],
    clerk: '',
    today: day('2026-11-22'),
    subject,
    agent,
    texts: () => null,
  }
  return letterValues(form, facts)
}
const paperOf = async (form: Form, values: Values) => {
  const pages = await runsOf(await print(definitionOf(form), values))
  return pages.map(page => squeeze(page.map(run => run.text).join('')))
}

describe.each(forms)('%s', form => {
  it.each(operatorIds)('of %s has the longest person and agent on its first page, nothing cut', async house => {
    const agent = { ...long, email: undefined, bornOn: undefined } as unknown as Person
    const pages = await paperOf(form, valuesFor(form, house, long, agent))
    expect(pages.length).toBeLessThanOrEqual(2)
    const written = [long.family, long.given, long.familyKana, long.givenKana, long.address, long.building, long.phone]
    for (const each of written) expect(pages[0]).toContain(squeeze(each ?? ''))
    if (form.startsWith('request')) expect(pages[0]).toContain(long.email)
  })

  it('prefills a name of forty characters and leaves a reading that its row cannot hold to the person', async () => {
    const family = '髙﨑𠮷辻󠄀長宗我部左衛門之介祇󠄀園右衛門太郎兵衛塚本﨑山邊見渡邉齋藤𠮷田髙橋濵﨑德永'
    const familyKana = 'タカサキヨシツジチョウソカベサエモンノスケギオンエモンタロウベエ'
    const [front = ''] = await paperOf(form, valuesFor(form, 'ims', { ...long, family, familyKana }))
    expect(front).toContain(squeeze(family))
    expect(front).not.toContain('タカサキ')
    expect(front).toContain(long.givenKana)
  })

  it('gives a hand rows of 8 mm or more, a reading 5 mm above a dashed line, and the office a band of its own', () => {
    const grids = definitionOf(form).blocks.filter(block => block.block === 'grid')
    for (const { tone, groups } of grids)
      for (const row of groups.flatMap(group => group.rows)) {
        const label = row.cells[0]?.label ?? ''
        if (tone === 'office') expect(row.h).toBeGreaterThanOrEqual(5)
        else if (label === 'フリガナ') expect([row.h, row.dashed]).toEqual([5, true])
        else expect([label, row.h]).toEqual([label, Math.max(8, row.h)])
      }
    const office = grids.find(({ tone }) => tone === 'office')
    if (office) expect(office.groups[0]?.rows[0]?.cells).toMatchObject([{ label: /事務処理欄/ }])
  })
})

it('names every way to pay on a line of its own', async () => {
  const values = valuesFor('request-disclosure', 'ims', null)
  expect(values.payWays).toMatchObject([{ label: '銀行振込' }, { label: '定額小為替' }, { label: '現金書留' }])
  const runs = (await runsOf(await print(definitionOf('request-disclosure'), values))).flat()
  const heights = ['銀行振込', '定額小為替', '現金書留'].map(label => runs.find(run => run.text.includes(label))?.y)
  expect(new Set(heights).size).toBe(3)
})

it('sets the reading of an agent who withdraws above the name, smaller', async () => {
  const values = valuesFor('withdrawal-form', 'ims', long, long)
  const runs = (await runsOf(await print(definitionOf('withdrawal-form'), values))).flat()
  const names = runs.filter(run => run.text.includes('祇') && run.size >= 7.5).sort((a, b) => a.y - b.y)
  const [name] = names
  const above = runs.filter(run => run.text.includes('ギオンエモン')).sort((a, b) => a.y - b.y)[0]
  expect(above?.y).toBeGreaterThan(name?.y ?? Number.NaN)
  expect(above?.size).toBeLessThanOrEqual((name?.size ?? 0) * 0.75)
})
