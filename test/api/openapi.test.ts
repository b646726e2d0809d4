import { expect, test } from 'vitest'
import { openApi, pathOf, sentIn } from '../../src/api/openapi.ts'
import { ruleOf, verbNames } from '../../src/domain/case.ts'

const described = openApi('/api')
type Path = {
  post?: {
    requestBody: { content: { 'application/json': { schema: { properties?: object; required?: string[] } } } }
    summary: string
    parameters: { name: string }[]
  }
}
const pathFor = (verb: (typeof verbNames)[number]) => (described.paths as Record<string, Path>)[pathOf(verb)]?.post

test('every verb stands in the description with a Japanese summary and the fields that its schema checks', () => {
  for (const verb of sentIn) {
    const act = pathFor(verb)
    expect(act?.summary).toMatch(/[ぁ-んァ-ン一-龠]/)
    const shape = Object.keys((ruleOf(verb).body as { shape: object }).shape)
    expect(Object.keys(act?.requestBody.content['application/json'].schema.properties ?? {}).sort()).toEqual(
      shape.sort(),
    )
  }
})

test('only verbs that open a case go without its number', () => {
  for (const verb of sentIn)
    expect(pathFor(verb)?.parameters.some(each => each.name === 'number')).toBe(ruleOf(verb).opens !== true)
})

test('the description is plain JSON', () => {
  expect(JSON.parse(JSON.stringify(described))).toEqual(described)
})

test('what the desk proves itself cannot be sent in', () => {
  expect(verbNames.filter(verb => !sentIn.includes(verb))).toEqual([
    'receiveLine',
    'releaseLine',
    'linkLine',
    'refundSent',
    'refundUnsent',
    'recordPackage',
    'recordLocked',
  ])
  expect(pathFor('recordPackage')).toBeUndefined()
})
