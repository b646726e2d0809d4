import { hanako } from '../domain/given.ts'
import type { OperatorId } from '../operators.ts'

export type Envelope = Readonly<Record<string, string | readonly string[]>>

/** A complete 開示 request by 山田花子 on the operator's form, as a clerk would type it. */
export const envelope = (operator: OperatorId, more: Envelope = {}): Envelope => ({
  operator,
  service: 'simple_registered',
  trackingNumber: '312-34-56789-5',
  postedOn: '令和8年11月18日',
  arrivedOn: '2026/11/20',
  stampedOn: '20261120',
  requester: 'self',
  ...personOf('subject', hanako),
  kinds: ['disclosure'],
  method: 'paper',
  onForm: 'yes',
  enclosed: ['subject_identity'],
  'fee.means': '',
  ...more,
})

export const personOf = (name: string, person: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(person).map(([part, text]) => [`${name}.${part}`, text]))

export const taro = { family: '山田', given: '太郎', postcode: '860-0047', address: '熊本県熊本市西区春日1丁目14-2' }

/** '/cases/26000010?note=fee' → '26000010' */
export const numberIn = (location: unknown): string => /^\/cases\/(\d{8})/.exec(String(location))?.[1] ?? ''
