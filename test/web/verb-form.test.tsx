import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { ruleOf, verbNames } from '../../src/domain/case.ts'
import { defaultsOf } from '../../src/web/act-defaults.ts'
import { emptyForm } from '../../src/web/controls.tsx'
import { type fieldsOf, inputOf } from '../../src/web/form-schema.ts'
import { VerbFields } from '../../src/web/verb-form.tsx'
import { requestFor, Story } from '../domain/given.ts'

const story = () =>
  new Story().do('logRequest', requestFor('ims', { kinds: ['disclosure', 'correction'] })).do('receivePaper', {
    kind: 'driver_license',
    as: 'copy',
    receivedOn: '2026-11-20',
    expiresOn: '2028-05-01',
    unmasked: [],
  })

const html = (verb: Parameters<typeof fieldsOf>[0], given = story()) =>
  renderToString(<VerbFields verb={verb} form={emptyForm} on={{ kase: given.kase, context: given.context() }} />)

describe('the form of a verb', () => {
  test.each(verbNames)('%s has a Japanese label for every field', verb => {
    const labels = [...html(verb).matchAll(/<(?:label|legend)[^>]*>([^<]*)/g)].map(([, label = '']) => label)
    for (const label of labels) expect(label).toMatch(/[\u3040-\u30ff\u4e00-\u9fff\d]/)
    expect(labels).not.toContain('この欄')
  })

  test.each(verbNames)('%s names no field that its schema does not know', verb => {
    const known = Object.keys(ruleOf(verb).body.shape)
    const names = [...html(verb).matchAll(/ name="([^"]+)"/g)].map(([, name = '']) => name.split('.')[0])
    for (const name of names) expect(known).toContain(name)
  })

  test.each(verbNames)('%s gives every control an id of its own and a label for it', verb => {
    const page = html(verb)
    const ids = [...page.matchAll(/<(?:input|select|textarea)[^>]* id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(page).toContain(`<label for="${id}"`)
  })

  test('offers the papers of the case, in words', () => {
    expect(html('movePaper')).toContain('運転免許証（ご本人・写し）')
  })

  test('offers only the kinds and grounds that can be meant', () => {
    const page = html('draftDecision')
    expect(page).toContain('value="disclosure"')
    expect(page).not.toContain('value="suspension"')
    expect(page).toContain('value="33-2-1"')
    expect(page).not.toContain('value="32-2-1"')
  })

  test('offers only the letters that the case calls for', () => {
    const page = html('writeLetter')
    expect(page).toContain('value="reception-slip"')
    expect(page).not.toContain('value="deemed-withdrawal"')
  })

  test('has empty rows for what may come several times', () => {
    const page = html('receiveFee')
    for (const name of ['orders.0.face', 'orders.2.issuedOn', 'stamps.1.count'])
      expect(page).toContain(`name="${name}"`)
  })

  test('shows few alternatives as radio buttons, many as a list', () => {
    expect(html('receivePaper')).toContain('<input type="radio" id="f-as" name="as" value="copy"')
    expect(html('receivePaper')).toContain('<select id="f-kind"')
  })
})

describe('what stands in a form before anybody has typed', () => {
  const given = (verb: Parameters<typeof fieldsOf>[0], of = story()) => defaultsOf(of.kase, verb, of.context())

  test('is today where a thing is recorded as it happens', () => {
    expect(given('receiveFee')).toMatchObject({ receivedOn: '2026/11/21' })
    expect(given('amendArrival')).toEqual({})
  })

  test('is the only thing there is', () => {
    expect(given('shredPaper')).toMatchObject({ paper: 'p1' })
  })

  test('is the way of posting that the policy promises', () => {
    const written = story()
      .do('writeLetter', { form: 'reception-slip' })
      .do('writeLetter', { form: 'request-correction' })
      .do('printLetter', { letter: 'l2' })
    expect(given('postLetters', written)).toMatchObject({ letters: ['l2'], postedOn: '2026/11/21' })
  })
})

describe('the input made of a form', () => {
  test('leaves out a person of whom nothing was typed', () => {
    expect(inputOf('logRequest', { agent: { family: '', given: ' ' }, method: 'paper' })).toEqual({
      method: 'paper',
      subject: {},
    })
  })

  test('keeps a person of whom something was typed', () => {
    expect(inputOf('logRequest', { subject: { family: '山田' }, agent: { given: '次郎' } })).toEqual({
      subject: { family: '山田' },
      agent: { given: '次郎' },
    })
  })
})
