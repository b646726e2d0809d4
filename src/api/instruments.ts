import type { FastifyInstance } from 'fastify'
import type { Desk } from '../desk/desk.ts'
import { instrumentActNames } from '../domain/money/instrument-acts.ts'
import type { Instruments } from '../domain/money/instruments.ts'
import { refused, unread } from './answers.ts'
import { type Known, onceOf } from './asking.ts'
import { instrumentPathOf } from './openapi-instruments.ts'

/** 為替帳, 切手帳 and the cash box, and what may be done with them. `known`: who sends is known before a handler runs. */
export const instrumentRoutes = (api: FastifyInstance, desk: Pick<Desk, 'instruments'>, known: Known): void => {
  api.get(
    '/instruments',
    known(async (_request, _reply, by) => told(await desk.instruments.book(by))),
  )
  for (const act of instrumentActNames)
    api.post(
      instrumentPathOf(act),
      known(async (request, reply, by) => {
        const done = await desk.instruments.act(act, request.body ?? {}, by, onceOf(request))
        if (!done.ok) return 'refusal' in done ? refused(reply, done.refusal) : unread(reply, done.issues)
        const { entries, repeated } = done
        return reply.send({ entries: entries.map(entry => entry.seq), ...(repeated && { repeated }) })
      }),
    )
}

const told = ({ orders, pools, banked }: Instruments) => ({
  orders,
  pools: pools.map(({ operator, stamps: { faces, unknown, yen }, cash }) => ({
    operator,
    stamps: { faces, unknown, yen },
    cash: cash.yen,
  })),
  banked: banked.map(({ seq, on, kind, operator, account, amount }) => ({
    entry: seq,
    on,
    kind,
    operator,
    account,
    amount,
  })),
})
