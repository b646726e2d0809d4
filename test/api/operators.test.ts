import { afterAll, beforeAll, expect, test } from 'vitest'
import { png } from '../desk/papers.ts'
import { kanri } from '../domain/given.ts'
import { headedOperator } from '../letterhead.ts'
import { apiIn } from './api-in.ts'

let api: Awaited<ReturnType<typeof apiIn>>
const seal = (await png()).toString('base64')

beforeAll(async () => {
  api = await apiIn()
  const text = headedOperator('ims', `{ seal: { png: "${seal}", width: 18, alt: 社印 } }`)
  const done = await api.web.desk.importOperator('ims.yaml', text, kanri)
  expect(done).toMatchObject({ ok: true })
})
afterAll(() => api.gone())

interface Told {
  readonly id: string
  readonly policies: { readonly letterhead: { readonly value: { readonly seal?: object } } }[]
}
const told = async (who: 'sato' | 'tanaka') => (await (await api.as(who)).get('/operators')).json<Told[]>()

test('a token reads the terms of the operators that its person serves, and of no other', async () => {
  expect((await told('tanaka')).map(each => each.id)).toEqual(['iij'])
  expect((await told('sato')).map(each => each.id)).toEqual(expect.arrayContaining(['ims', 'iij', 'sakura']))
})

test('the seal is told to exist and never given away', async () => {
  const ims = (await told('sato')).find(each => each.id === 'ims')
  expect(ims?.policies.at(-1)?.letterhead.value.seal).toEqual({ width: 18, alt: '社印' })
  const stored = (await api.web.desk.operators()).find(each => each.id === 'ims')
  expect(stored?.operator.policies.at(-1)?.letterhead.value.seal?.png).toEqual(expect.any(String))
})
