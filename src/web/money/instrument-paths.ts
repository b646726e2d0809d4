import type { InstrumentAct } from '../../domain/money/instrument-acts.ts'

/** URLs of 為替と切手 beside the page itself (`moneyPaths.instruments`). */
export const instrumentPaths = {
  act: (act: InstrumentAct) => `/money/instruments/acts/${act}`,
  book: (book: 'orders' | 'stamps' | 'cash', operator?: string) =>
    `/money/instruments/${book}.csv${operator === undefined ? '' : `?${new URLSearchParams({ operator })}`}`,
} as const
