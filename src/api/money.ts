import type { FastifyInstance } from 'fastify'
import type { Desk } from '../desk/desk.ts'
import type { Known } from './asking.ts'
import { debitRoutes } from './debits.ts'
import { exportRoutes } from './exports.ts'
import { instrumentRoutes } from './instruments.ts'
import { lineRoutes } from './lines.ts'
import { monthRoutes } from './months.ts'
import { reconcileRoutes } from './reconcile.ts'
import { statementRoutes } from './statements.ts'

/** What the screens of the money desk can do. `known`: who sends is known before a handler runs. */
export const moneyRoutes = (api: FastifyInstance, desk: Desk, known: Known): void => {
  for (const routes of [
    instrumentRoutes,
    reconcileRoutes,
    statementRoutes,
    lineRoutes,
    debitRoutes,
    monthRoutes,
    exportRoutes,
  ])
    routes(api, desk, known)
}
