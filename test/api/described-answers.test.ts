import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sentIn } from '../../src/api/openapi.ts'
import { isVerb } from '../../src/domain/case.ts'
import { day } from '../../src/domain/day.ts'
import { blankCase } from '../../src/domain/evolve.ts'
import { Dice, guesses } from '../domain/dice.ts'
import { requestFor, sato } from '../domain/given.ts'
import { type Cast, cast } from '../web/web-in.ts'
import { apiIn } from './api-in.ts'
import { bodySchema, filled, type Operation, operations, undescribed } from './described.ts'
import { bodyLike } from './odd-bodies.ts'

let api: Awaited<ReturnType<typeof apiIn>>
let numbers: string[]
beforeAll(async () => {
  api = await apiIn()
  const open = (operator: string) => api.web.do(null, 'logRequest', requestFor(operator), sato)
  numbers = [await open('ims'), await open('iij'), await open('sakura')]
})
afterAll(() => api.gone())

const people = Object.keys(cast) as Cast[]

interface Call {
  readonly operation: Operation
  readonly who: Cast | null
  readonly place: number
  readonly throws: readonly number[]
  readonly fits: boolean
  readonly match: string | undefined
  readonly sent: 'json' | 'broken' | 'xml'
}

/** A body that the operation might get: by the rules' own guesses, or only something that looks like its schema. */
const bodyOf = async ({ operation, place, throws, fits }: Call): Promise<unknown> => {
  const { operationId } = operation
  const dice = new Dice(throws)
  if (fits && isVerb(operationId)) {
    const kase = (await api.web.desk.kase(numbers[place] ?? '', sato))?.kase ?? blankCase
    return guesses[operationId](dice, kase, day('2026-11-21'))
  }
  return bodyLike(bodySchema(operation) ?? {}, dice)
}

const places = ['n', 'n', 'n', '26999999', '２６', '..', "'; --"]
const placed = (place: number): Record<string, string> => {
  const number = numbers[place] ?? places[place] ?? 'x'
  return {
    number,
    letter: place % 2 ? 'l1' : 'l9',
    id: `line-${place}`,
    line: `line-${place}`,
    month: ['2026-10', '2026-13', '9999-12', 'x'][place % 4] ?? 'x',
  }
}

const bytes = 'application/octet-stream'

const send = async (call: Call) => {
  const { operation, who, match, sent } = call
  const token = who === null ? 'kd_nobody' : (await api.as(who)).token
  const headers = { authorization: `Bearer ${token}`, ...(match !== undefined && { 'if-match': match }) }
  const url = `/api${filled(operation, placed(call.place))}`
  if (operation.method === 'GET') return api.app.inject({ url, headers })
  const takesBytes = bytes in (operation.requestBody?.content ?? {})
  const type = sent === 'xml' ? 'application/xml' : takesBytes ? bytes : 'application/json'
  const payload = takesBytes ? 'a,b\n1,2\n' : sent === 'broken' ? '{"memo":' : JSON.stringify(await bodyOf(call))
  return api.app.inject({ method: 'POST', url, headers: { ...headers, 'content-type': type }, payload })
}

const call = fc.record({
  operation: fc.constantFrom(...operations),
  who: fc.constantFrom<Cast | null>(...people, 'sato', 'suzuki', 'ito', null),
  place: fc.nat({ max: places.length - 1 }),
  throws: fc.array(fc.nat({ max: 9999 }), { minLength: 24, maxLength: 24 }),
  fits: fc.boolean(),
  match: fc.constantFrom(undefined, undefined, undefined, '"1"', '99', 'W/"x"'),
  sent: fc.constantFrom('json', 'json', 'json', 'json', 'json', 'broken', 'xml'),
})

describe('whoever asks for whatever', () => {
  const seen = new Set<number>()
  const asked = new Set<string>()

  test('the answer is one that the description names, in its form, and never a fault of ours', async () => {
    await fc.assert(
      fc.asyncProperty(call, async each => {
        const answer = await send(each)
        seen.add(answer.statusCode)
        asked.add(each.operation.operationId)
        expect(undescribed(each.operation, answer)).toBeNull()
      }),
      { numRuns: 700 },
    )
  }, 60_000)

  test('and every operation and every kind of answer was among them', () => {
    expect([200, 400, 401, 403, 404, 409, 412, 415, 422].filter(status => !seen.has(status))).toEqual([])
    expect(asked.size).toBeGreaterThan(sentIn.length)
  })

  test('and what came of it holds together', async () => {
    expect((await api.web.desk.verify()).faults).toEqual([])
  })
})
