import { paths } from '../paths.ts'

/** `filed`, `discarded`: the tray again, with what was just decided */
interface Query {
  readonly batch?: string
  readonly number?: string
  readonly filed?: string
  readonly discarded?: boolean
}

/** URLs of the scans, until `paths.ts` holds them. */
export const scanPaths = {
  scans: ({ batch, number, filed, discarded }: Query = {}) => {
    if (batch !== undefined) return `/scans?batch=${encodeURIComponent(batch)}`
    if (filed !== undefined) return `/scans?filed=${encodeURIComponent(filed)}`
    if (discarded) return '/scans?done=discarded'
    return number ? `/scans?case=${number}` : '/scans'
  },
  page: (id: string) => `/scans/${encodeURIComponent(id)}`,
  picture: (id: string) => `/scans/${encodeURIComponent(id)}/picture`,
  file: (id: string) => `/scans/${encodeURIComponent(id)}/file`,
  discard: (id: string) => `/scans/${encodeURIComponent(id)}/discard`,
  accept: (number: string) => paths.opening({ from: number }),
} as const
