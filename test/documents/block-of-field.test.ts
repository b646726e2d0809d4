import { expect, it } from 'vitest'
import { blockOfField } from '../../src/documents/block-of-field.ts'
import { printingFault, type Values } from '../../src/documents/render.ts'
import { definitionOf, definitions, fixtureOf } from './sheets.ts'

it.each([
  ['reply-disclosure-part', 'documentNumber', '文書番号と日付'],
  ['reply-disclosure-part', 'addressee.lines[2]', '宛先'],
  ['reply-disclosure-part', 'sender.telephone', '差出人'],
  ['reply-disclosure-part', 'arrivedOn', '本文'],
  ['reply-disclosure-part', 'reasons[1].facts', '開示しない項目と理由'],
  ['reply-third-party-records', 'provided[1].items', '提供の記録'],
  ['request-disclosure', 'requester.family', '本人'],
  ['request-disclosure', 'papersList[1]', '箇条書き'],
  ['envelope-face', 'marks', '朱書き'],
])('finds the block of %s that prints %s', (id, field, block) => {
  expect(blockOfField(definitionOf(id), field)).toBe(block)
})

it('knows no block of a field that no block prints', () => {
  expect(blockOfField(definitionOf('envelope-face'), 'nobody')).toBeUndefined()
})

it.each([...definitions.keys()])('%s says of every field that it needs in which block it is missing', id => {
  const definition = definitionOf(id)
  for (const [name, field] of Object.entries(definition.fields)) {
    if (!field.required || field.type === 'flag') continue
    const fault = printingFault({
      definition,
      values: without(fixtureOf(id), name.split('.')),
      caseNumber: '',
      createdAt: '2026-11-21T01:00:00.000Z',
    })
    expect(fault).toMatchObject({ code: 'empty_field', definition: id, field: name })
    expect(fault?.block, name).toBeTypeOf('string')
    expect(fault?.message).toContain(`枠「${fault?.block}」の欄「${name}」が空です`)
  }
})

function without(values: Values, [first = '', ...rest]: string[]): Values {
  const part = values[first]
  if (rest.length === 0) return Object.fromEntries(Object.entries(values).filter(([key]) => key !== first))
  return { ...values, [first]: without(typeof part === 'object' && !Array.isArray(part) ? part : {}, rest) }
}
