import { z } from 'zod'
import type { Case } from './case.ts'
import { orderFaces, type PostalOrder, type Stamps } from './fee.ts'
import { count, day, keptText, line, optional, several, yenField } from './fields.ts'
import { paymentMeans } from './operator.ts'
import { type Refusal, refuse } from './refusal.ts'
import { type Body, stripped } from './rule.ts'

const orderNumber = line(20).transform(text => text.normalize('NFKC'))

/** What came by hand; what came by a statement line is booked by the desk itself (`receiveLine`). */
export const receive = z.object({
  means: z.enum(paymentMeans),
  amount: yenField(),
  receivedOn: day(),
  payer: optional(keptText(100)),
  reference: optional(keptText(40)),
  orders: several(
    z
      .object({ face: count(), issuedOn: day(), number: optional(orderNumber) })
      .transform((order): PostalOrder => stripped(order)),
  ),
  stamps: several(z.object({ face: count(), count: count() })),
})

/** The pieces must be pieces that exist, come once and add up to the amount. */
export const wrongPieces = (kase: Case, body: Body<z.output<typeof receive>>): Refusal | null => {
  const { means, orders, stamps, amount, receivedOn } = body
  const strange = means === 'postal_order' ? orders.find(order => !orderFaces.includes(order.face as 50)) : undefined
  if (strange) return refuse('face_value_unknown', { field: 'orders', about: { face: strange.face } })
  const unborn = orders.find(order => order.issuedOn > receivedOn)
  if (unborn)
    return refuse('date_before_event', { field: 'receivedOn', about: { day: receivedOn, earliest: unborn.issuedOn } })
  const known = kase.fee.receipts.flatMap(each => (each.reversed ? [] : each.orders))
  const twice = orders.find(
    ({ number }, at) =>
      number !== undefined && [...known, ...orders.slice(0, at)].some(other => other.number === number),
  )
  if (twice) return refuse('order_number_twice', { field: 'orders', about: { number: twice.number ?? '' } })
  const sum =
    means === 'postal_order' && orders.length > 0
      ? orders.reduce((total, order) => total + order.face, 0)
      : means === 'stamps' && stamps.length > 0
        ? worth(stamps)
        : amount
  return sum === amount ? null : refuse('amounts_differ', { field: 'amount', about: { sum, amount } })
}

/** Yen of a heap of stamps. */
export const worth = (stamps: readonly Stamps[]): number =>
  stamps.reduce((total, stamp) => total + stamp.face * stamp.count, 0)
