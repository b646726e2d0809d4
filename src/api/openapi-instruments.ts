import { z } from 'zod'
import { type InstrumentAct, instrumentActNames, instrumentRuleOf } from '../domain/money/instrument-acts.ts'
import { orderStates } from '../domain/money/order-book.ts'
import { instrumentActWords } from '../words/instruments.ts'

/** cashOrders → /instruments/cash-orders */
export const instrumentPathOf = (act: InstrumentAct): string =>
  `/instruments/${act.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`

const ref = (name: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } })
const text = { type: 'string' }
const whole = { type: 'integer' }
const list = (items: object) => ({ type: 'array', items })
const record = (properties: Record<string, object>, optional: readonly string[] = []) => ({
  type: 'object',
  required: Object.keys(properties).filter(name => !optional.includes(name)),
  properties,
})

const act = (name: InstrumentAct) => ({
  operationId: name,
  summary: instrumentActWords[name],
  tags: ['為替と切手'],
  parameters: [
    {
      name: 'Idempotency-Key',
      in: 'header',
      schema: { type: 'string', maxLength: 100 },
      description: '同じ値で再び送っても、一度だけ行われます。',
    },
  ],
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: z.toJSONSchema(instrumentRuleOf(name).body, { io: 'input', unrepresentable: 'any' }),
      },
    },
  },
  responses: {
    200: { description: 'できました。', content: ref('InstrumentDone') },
    401: { description: '鍵がないか、使えません。' },
    403: { description: '役割が足りません。', content: ref('Refusal') },
    409: { description: '今はできません。', content: ref('Refusal') },
    422: { description: '読めない項目があります。', content: ref('Issues') },
  },
})

export const instrumentPaths = {
  '/instruments': {
    get: {
      operationId: 'readInstruments',
      summary: '為替帳・切手帳・現金',
      tags: ['為替と切手'],
      parameters: [],
      responses: {
        200: { description: '為替帳・切手帳・現金', content: ref('Instruments') },
        401: { description: '鍵がないか、使えません。' },
      },
    },
  },
  ...Object.fromEntries(instrumentActNames.map(name => [instrumentPathOf(name), { post: act(name) }])),
}

export const instrumentSchemas = {
  InstrumentDone: record({ entries: list(whole), repeated: { type: 'boolean' } }, ['repeated']),
  Instruments: record({
    orders: list(
      record(
        {
          caseNumber: text,
          receipt: text,
          nth: whole,
          operator: text,
          face: whole,
          issuedOn: text,
          number: text,
          receivedOn: text,
          lastDay: text,
          state: { enum: orderStates },
          endedOn: text,
          endedBy: whole,
          where: text,
          into: text,
        },
        ['number', 'endedOn', 'endedBy', 'where', 'into'],
      ),
    ),
    pools: list(
      record({
        operator: { type: ['string', 'null'] },
        stamps: record({ faces: list(record({ face: whole, count: whole })), unknown: whole, yen: whole }),
        cash: whole,
      }),
    ),
    banked: list(record({ entry: whole, on: text, kind: text, operator: text, account: text, amount: whole })),
  }),
}
