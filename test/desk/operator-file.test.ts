import { describe, expect, it } from 'vitest'
import { OperatorFileError, readOperatorFile } from '../../src/desk/operator-file.ts'
import { operatorIds, operatorText } from '../operators.ts'

const ims = operatorText('ims')
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length

const wrong = (yaml: string): OperatorFileError => {
  try {
    readOperatorFile('ims.yaml', yaml)
  } catch (error) {
    if (error instanceof OperatorFileError) return error
    throw error
  }
  throw new Error('the file was read')
}

/** The file of IMS with one passage changed. */
const changed = (from: string, to: string): string => {
  if (!ims.includes(from)) throw new Error(`not in the file: ${from}`)
  return ims.replace(from, to)
}

describe('readOperatorFile', () => {
  it.each(operatorIds)('reads %s', id => {
    expect(readOperatorFile(`${id}.yaml`, operatorText(id)).operator.id).toBe(id)
  })

  it('gives the same hash for the same text and another for any change', () => {
    const { hash } = readOperatorFile('ims.yaml', ims)
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(readOperatorFile('other-name.yaml', ims).hash).toBe(hash)
    expect(readOperatorFile('ims.yaml', `${ims}# 追記\n`).hash).not.toBe(hash)
  })

  it('resolves the terms that a later version takes over by reference', () => {
    const [before, after] = readOperatorFile('sakura.yaml', operatorText('sakura')).operator.policies
    expect(after?.identity.value).toEqual(before?.identity.value)
  })
})

describe('a wrong operator file', () => {
  it('names line and field of a value that is not of its kind', () => {
    const yaml = changed('amount: 3000', 'amount: 三千円')
    expect(wrong(yaml).issues).toEqual([
      { line: lineOf(yaml, 'amount: 三千円'), path: 'policies[0].fee.value.amount', code: 'invalid_type' },
    ])
  })

  it('names the misspelt key itself, and the object that lacks the right one', () => {
    const yaml = changed('basis: net', 'bases: net')
    expect(wrong(yaml).issues).toEqual([
      { line: lineOf(yaml, 'value:\n        amount'), path: 'policies[0].fee.value.basis', code: 'invalid_value' },
      { line: lineOf(yaml, 'bases: net'), path: 'policies[0].fee.value.bases', code: 'unrecognized_keys' },
    ])
  })

  it.each([
    ['a fee on a free kind', 'chargedFor: [disclosure]', 'chargedFor: [correction]', 'fee_on_free_kind'],
    [
      'a service that cannot carry its options',
      'service: general_registered',
      'service: simple_registered',
      'service_cannot_carry',
    ],
    ['a date that does not exist', 'from: 2013-01-01', 'from: 2013-02-30', 'day_not_read'],
    ['an unknown paper', 'paper: passport', 'paper: pasport', 'invalid_value'],
    ['a post code that lost its quotes', "'8600047'", '8600047', 'invalid_type'],
  ])('refuses %s at its line', (_what, from, to, code) => {
    const yaml = changed(from, to)
    const { issues } = wrong(yaml)
    expect(issues.map(each => each.code)).toEqual([code])
    // A broken combination is reported at the object, a line or two above the field that breaks it.
    const at = lineOf(yaml, to)
    expect(issues[0]?.line).toBeGreaterThanOrEqual(at - 1)
    expect(issues[0]?.line).toBeLessThanOrEqual(at)
  })

  it('refuses a term said to be published without the published words', () => {
    const yaml = ims.replace(/ {6}quote: なお.*\n/, '')
    expect(wrong(yaml).issues).toEqual([
      { line: lineOf(yaml, 'fee:\n'), path: 'policies[0].fee.quote', code: 'quote_missing' },
    ])
  })

  it('refuses two versions that begin on the same day', () => {
    const policies = ims.slice(ims.indexOf('  - id: ims-2013'))
    const { issues } = wrong(ims + policies.replace('ims-2013', 'ims-again'))
    expect(issues).toEqual([{ line: lineOf(ims, 'policies:'), path: 'policies', code: 'policies_same_day' }])
  })

  it('names the line of a fault inside a term taken over by reference', () => {
    const yaml = operatorText('sakura').replace('legal: [family_register', 'legal: [family_registry')
    const { issues } = wrong(yaml)
    expect(issues.map(each => each.line)).toEqual([lineOf(yaml, 'family_registry'), lineOf(yaml, 'family_registry')])
    expect(issues[1]?.path).toBe('policies[1].authority.value.legal[0]')
  })

  it('names the line of a syntax error', () => {
    const yaml = changed('channels: [post]', 'channels: [post')
    expect(wrong(yaml).issues[0]?.line).toBeGreaterThanOrEqual(lineOf(yaml, 'channels: [post'))
    expect(wrong(yaml).issues[0]?.code).toMatch(/^yaml_/)
  })

  it.each([
    ['a key given twice', 'brand: インターネット MAGMA\n', 'brand: A\nbrand: B\n', 'yaml_duplicate_key'],
    ['a reference to nothing', 'value: kept', 'value: *nothing', 'yaml_bad_alias'],
  ])('refuses %s', (_what, from, to, code) => {
    expect(wrong(changed(from, to)).issues.map(each => each.code)).toEqual([code])
  })

  it('refuses an empty file at its first line', () => {
    expect(wrong('').issues).toEqual([{ line: 1, path: '', code: 'invalid_type' }])
  })

  it('says file, line, field and code in its message', () => {
    expect(wrong(changed('amount: 3000', 'amount: -1')).message).toMatch(
      /^ims\.yaml:\d+: policies\[0\]\.fee\.value\.amount: too_small$/,
    )
  })
})
