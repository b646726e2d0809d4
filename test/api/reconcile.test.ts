import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApi } from '../../src/api/openapi.ts'
import { everyBucket } from '../desk/money/settling-story.ts'
import { apiIn } from './api-in.ts'

interface PlanJson {
  open: { lines: number; rest: number }
  unpaid: { caseNumber: string }[]
  lines: {
    line: string
    bucket: string
    proof: string
    decided: boolean
    proposals: { caseNumber: string; reasons: { code: string; sentence: string }[] }[]
  }[]
}

let api: Awaited<ReturnType<typeof apiIn>>
let story: Awaited<ReturnType<typeof everyBucket>>
beforeAll(async () => {
  api = await apiIn()
  story = await everyBucket(api.web, api.web.actor('sato'), api.web.actor('ito'))
})
afterAll(() => api.gone())

const planFor = async (who: 'ito' | 'takahashi' | 'tanaka') =>
  (await (await api.as(who)).get('/reconcile')).json<PlanJson>()

test('the plan tells buckets, proposals and reasons in codes and words', async () => {
  const plan = await planFor('takahashi')
  expect(plan.open).toEqual({ lines: 9, rest: 43_070 })
  const line = plan.lines.find(each => each.line === story.lines.proposed)
  expect(line).toMatchObject({ bucket: 'proposed', decided: true, proposals: [{ caseNumber: story.cases.proposed }] })
  expect(line?.proposals[0]?.reasons).toContainEqual({ code: 'name_strict', sentence: '名義が一致しています。' })
  expect(plan.unpaid.map(each => each.caseNumber)).toContain(story.cases.unpaid)
  expect((await planFor('tanaka')).lines).toEqual([])
})

test('lines are confirmed by their proofs, each with its answer', async () => {
  const plan = await planFor('ito')
  const proof = plan.lines.find(each => each.line === story.lines.proposed)?.proof ?? ''
  const lines = [
    { line: story.lines.proposed, proof },
    { line: story.lines.short, proof: 'of another day' },
  ]
  const answer = await (await api.as('ito')).post('/reconcile/confirm', { lines })
  expect([answer.statusCode, answer.json()]).toMatchObject([
    200,
    {
      answers: [
        { ok: true, booked: [{ caseNumber: story.cases.proposed, amount: 3300 }], sentence: '消し込みました。' },
        { ok: false, refused: 'world_moved' },
      ],
    },
  ])
})

test('a line is split by hand and taken back', async () => {
  const ito = await api.as('ito')
  const { unknown } = story.lines
  const parts = [{ caseNumber: story.cases.unpaid, amount: 3300 }]
  const done = await ito.post(`/reconcile/lines/${unknown}/allocate`, { parts, note: '加藤様の勤務先' })
  expect(done.json()).toMatchObject({ ok: true, booked: [{ receipt: 'r1' }] })
  const release = { caseNumber: story.cases.unpaid, receipt: 'r1' }
  expect((await ito.post(`/reconcile/lines/${unknown}/release`, release)).statusCode).toBe(200)
  const again = await ito.post(`/reconcile/lines/${unknown}/release`, release)
  expect([again.statusCode, again.json()]).toMatchObject([409, { refused: 'unknown_allocation' }])
})

test('who may not, what cannot be read, and what is not there are told apart', async () => {
  const parts = [{ caseNumber: story.cases.unpaid, amount: 3300 }]
  const path = `/reconcile/lines/${story.lines.unknown}/allocate`
  expect((await (await api.as('takahashi')).post(path, { parts })).statusCode).toBe(403)
  expect((await (await api.as('tanaka')).post(path, { parts })).statusCode).toBe(404)
  const unread = await (await api.as('ito')).post(path, { parts: [{ caseNumber: '26000011', amount: 1.5 }] })
  expect([unread.statusCode, unread.json()]).toMatchObject([
    422,
    {
      issues: [
        { path: 'parts.0.caseNumber', sentence: expect.stringContaining('受付番号') },
        { path: 'parts.0.amount' },
      ],
    },
  ])
  expect((await api.app.inject({ url: '/api/reconcile' })).statusCode).toBe(401)
})

test('every route stands in the description with its body', () => {
  const paths = openApi('/api').paths as Record<string, { post?: { requestBody: object } }>
  expect(JSON.stringify(paths['/reconcile/confirm']?.post?.requestBody)).toContain('proof')
  expect(JSON.stringify(paths['/reconcile/lines/{line}/allocate']?.post?.requestBody)).toContain('hold')
  expect(paths['/reconcile/lines/{line}/release']?.post).toBeDefined()
})
