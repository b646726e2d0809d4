import { expect, it } from 'vitest'
import type { Definition } from '../../src/documents/definition.ts'
import { placeholders } from '../../src/documents/fill.ts'
import { checkValues } from '../../src/documents/render.ts'
import { texts } from '../../src/documents/values.ts'
import { runsOf, squeeze } from './pdf.ts'
import { definitions, fixtureOf, print } from './sheets.ts'

const TWO_PAGES = new Set([
  'reckoning',
  'request-disclosure',
  'request-correction',
  'request-suspension',
  'request-foreign',
])
const ONE_PAGE = new Set([
  'reception-slip',
  'power-of-attorney',
  'withdrawal-form',
  'supplement-reply',
  'fee-receipt',
  'counter-slip',
  'envelope-face',
  'envelope-face-large',
  'form-cover',
  'extension-notice',
  'subject-notice',
])
/** Points: the running foot lies below. */
const FOOT = (22 * 72) / 25.4
const ids = [...definitions.keys()]

it('has every form that the desk prints', () => {
  const known = [
    'acknowledgement',
    'counter-slip',
    'cover-letter',
    'deemed-withdrawal',
    'disclosure-schedule',
    'envelope-face',
    'envelope-face-large',
    'extension-notice',
    'fee-notice',
    'fee-reminder',
    'fee-receipt',
    'fee-return',
    'form-cover',
    'power-of-attorney',
    'reception-slip',
    'reckoning',
    'reply-absent',
    'reply-correction',
    'reply-correction-refusal',
    'reply-disclosure-full',
    'reply-disclosure-part',
    'reply-disclosure-refusal',
    'reply-foreign',
    'reply-held-information',
    'reply-method-change',
    'reply-out-of-scope',
    'reply-purpose',
    'reply-purpose-refusal',
    'reply-suspension',
    'reply-suspension-refusal',
    'reply-suspension-substitute',
    'reply-third-party-records',
    'request-correction',
    'request-disclosure',
    'request-foreign',
    'request-suspension',
    'returned-notice',
    'subject-notice',
    'supplement-reply',
    'supplement-request',
    'withdrawal-confirmation',
    'withdrawal-form',
  ]
  expect(known.filter(id => !ids.includes(id))).toEqual([])
})

/** Fields of names that are printed with a reading, and of the readings. */
const rubies = ({ blocks }: Definition): string[] =>
  Array.from(
    JSON.stringify(blocks).matchAll(/"text":"\{\{(\w+)\}\}"[^{}]*"ruby":"(\w+)"/g),
    ([, name = '', kana = '']) => [name, kana],
  ).flat()

it.each([...definitions])(
  '%s prints its sample: every value is on the paper, no hole is left',
  async (id, definition) => {
    const values = fixtureOf(id)
    expect(checkValues(definition, values)).toBeNull()
    const pages = await runsOf(await print(definition, values))
    if (TWO_PAGES.has(id)) expect(pages).toHaveLength(2)
    else if (ONE_PAGE.has(id)) expect(pages).toHaveLength(1)
    else expect(pages.length).toBeLessThanOrEqual(2)

    const body = pages.flat().filter(run => !definition.foot || run.y > FOOT)
    const paper = squeeze(body.map(run => run.text).join(''))
    expect(paper).not.toContain('{{')
    for (const { field, text } of texts(values)) {
      // The hyphen of a postcode in boxes is a stroke, not a character.
      // A reading stands between the words of its name, as in every ruby.
      const words = rubies(definition).includes(field) ? text.split('　') : [text]
      const shown =
        words.every(word => paper.includes(squeeze(word))) || paper.includes(text.replace(/^(\d{3})-(\d{4})$/, '$1$2'))
      expect(shown, `${field}: ${text}`).toBe(true)
    }
  },
)

it.each([...definitions])('%s prints every field that it declares', (_, definition) => {
  const body = JSON.stringify(definition.blocks)
  const used = new Set([
    ...placeholders(body),
    ...Array.from(
      body.matchAll(/"(?:list|each|rows|postcode|era|flag|show|ruby)":"([^"]+)"/g),
      match => match[1] ?? '',
    ),
  ])
  const head = /"block":"addressee"/.test(body) ? /^(addressee|sender)\.|^(documentNumber|date)$/ : /^$/
  const unused = Object.keys(definition.fields).filter(name => !used.has(name) && !head.test(name))
  expect(unused).toEqual([])
})

it.each(ids.filter(id => id.startsWith('request-')))('%s prints blank: only the operator is filled in', async id => {
  const values = fixtureOf(id)
  const keep = ['operatorName', 'operatorAddress', 'desk', 'papersList', 'submitSentence', 'handlingSentence']
  const blank = Object.fromEntries(Object.entries(values).filter(([name]) => keep.includes(name)))
  const definition = definitions.get(id)
  if (!definition) throw new Error(id)
  const pages = await runsOf(await print(definition, blank, ''))
  expect(pages).toHaveLength(2)
  const paper = squeeze(
    pages
      .flat()
      .map(run => run.text)
      .join(''),
  )
  expect(paper).toContain('西暦昭和平成令和')
  expect(paper).not.toContain('受付番号26')
})

it('says on no envelope what is inside', async () => {
  for (const id of ['envelope-face', 'envelope-face-large']) {
    const definition = definitions.get(id)
    if (!definition) throw new Error(id)
    const pages = await runsOf(await print(definition, fixtureOf(id)))
    expect(
      pages
        .flat()
        .map(run => run.text)
        .join(''),
    ).not.toMatch(/個人情報|開示|受付番号/)
  }
})
