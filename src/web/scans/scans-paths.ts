import { paths } from '../paths.ts'

/** URLs of the scans, until `paths.ts` holds them. */
export const scanPaths = {
  scans: ({ batch, number }: { batch?: string; number?: string } = {}) =>
    batch !== undefined ? `/scans?batch=${encodeURIComponent(batch)}` : number ? `/scans?case=${number}` : '/scans',
  page: (id: string) => `/scans/${encodeURIComponent(id)}`,
  picture: (id: string) => `/scans/${encodeURIComponent(id)}/picture`,
  file: (id: string) => `/scans/${encodeURIComponent(id)}/file`,
  discard: (id: string) => `/scans/${encodeURIComponent(id)}/discard`,
  accept: (number: string) => paths.opening({ from: number }),
} as const
