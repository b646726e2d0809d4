import {
  approved,
  drafted,
  feeLapsed,
  kanri,
  logged,
  paid,
  proved,
  readyToPost,
  Story,
  sato,
  searched,
  sent,
  suzuki,
} from './given.ts'

/** One who has every role: what is barred to them is barred by the state of the case. */
export const everyRole = {
  ...suzuki,
  id: 'tanaka',
  roles: ['reception', 'cashier', 'approver', 'admin'] as const,
}
const posting = (story: Story): string => story.kase.postings.at(-1)?.id ?? ''

const delivered = () => {
  const story = readyToPost().tell(sent)
  return story.do('recordDelivery', { posting: posting(story), on: '2026-11-21' })
}
const returned = () => {
  const story = readyToPost().tell(sent)
  return story.do('recordReturn', { posting: posting(story), on: '2026-11-21', reason: 'unclaimed' })
}
const closed = () => delivered().do('returnPaper', { paper: 'p1', on: '2026-11-21' }).do('close', {})

/** A case of IMS, one disclosure, at each station of its way. */
export const stations = {
  /** nothing has come */
  blank: () => new Story(),
  /** さくら was asked for its form */
  form: () =>
    new Story().do('logFormRequest', {
      operator: 'sakura',
      channel: 'phone',
      receivedOn: '2026-11-20',
      requester: {
        family: '山田',
        given: '花子',
        postcode: '530-0001',
        address: '大阪市北区梅田1-1',
        phone: '06-0000-0000',
      },
      kinds: ['disclosure'],
    }),
  /** the envelope was opened */
  logged: () => logged('ims'),
  /** proved, paid and searched */
  proved: () => logged('ims').tell(proved, paid(), searched),
  /** a decision waits for the second person */
  drafted: () => logged('ims').tell(proved, paid(), searched, drafted()),
  /** approved, and not written yet */
  approved: () => logged('ims').tell(proved, paid(), searched, drafted(), approved),
  /** packed, and not posted yet */
  ready: () => readyToPost(),
  sent: () => readyToPost().tell(sent),
  /** nobody fetched it */
  returned,
  delivered,
  frozen: () => readyToPost().do('freeze', { because: 'dispute' }),
  /** the person took it back after paying */
  withdrawn: () => logged('ims').tell(proved, paid()).as(sato).do('withdraw', { on: '2026-11-21', how: 'phone' }),
  /** nobody paid, and it was said to have lapsed */
  lapsed: () =>
    logged('ims').tell(feeLapsed('2026-12-20', '2026-12-05')).as(suzuki).do('deemWithdrawn', { because: 'fee' }),
  closed,
  erased: () => closed().day('2034-12-01').as(kanri).do('erase', {}),
} as const satisfies Record<string, () => Story>
export type Station = keyof typeof stations
