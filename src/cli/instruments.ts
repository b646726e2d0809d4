import { dyingOrders } from '../domain/money/order-book.ts'
import { formatYen, yen } from '../domain/yen.ts'
import { orderStateWords, orderWarnings } from '../words/instruments.ts'
import type { Shell } from './shell.ts'

/** 為替帳, 切手帳 and the cash box of the operators that the person serves, with what dies within thirty days. */
export const instrumentsCommand = async (shell: Shell): Promise<void> => {
  const { options } = shell.read({ as: 'string', json: 'boolean' })
  const { by } = await shell.actor(options.as)
  const { desk } = await shell.house()
  const { orders, pools } = await desk.instruments.book(by)
  if (options.json)
    return shell.json({
      orders,
      pools: pools.map(({ operator, stamps: { faces, unknown, yen }, cash }) => ({
        operator,
        stamps: { faces, unknown, yen },
        cash: cash.yen,
      })),
    })
  if (pools.length === 0) shell.say('定額小為替・切手・現金はありません。')
  const { today } = await desk.context(by)
  for (const { sentence } of orderWarnings(dyingOrders(orders, today), today)) shell.say(sentence)
  for (const { lastDay, face, number, caseNumber, state } of orders.filter(order => order.state === 'held'))
    shell.say(`${lastDay}まで　${formatYen(yen(face))}　${number ?? '—'}　${caseNumber}　${orderStateWords[state]}`)
  for (const { operator, stamps, cash } of pools)
    shell.say(`${operator ?? '—'}　切手 ${stamps.yen}円　現金 ${cash.yen}円`)
}
