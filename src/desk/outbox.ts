import type { Calendar } from '../domain/calendar.ts'
import type { CaseEvent } from '../domain/case.ts'
import type { Store } from './open-store.ts'
import type { NumberedCase } from './projecting.ts'

export const outbox = (_store: Store) => ({
  afterEvents: async (_kase: NumberedCase, _events: readonly CaseEvent[], _at: string): Promise<void> => undefined,
  clocks: async (_now: string, _calendar: Calendar): Promise<number> => 0,
})
export type Outbox = ReturnType<typeof outbox>
