import { expect } from 'vitest'
import type { Settled } from '../../../src/desk/money/settled.ts'
import type { Actor } from '../../../src/domain/rule.ts'
import { hanako, ito, requestFor, sato } from '../../domain/given.ts'
import { type DeskIn, deskIn } from '../desk-in.ts'
import { accountIn, lineIn } from './statement-cast.ts'

export const taro = { ...hanako, family: '鈴木', given: '太郎', familyKana: 'スズキ', givenKana: 'タロウ' }

/** A desk with the account A1 of IMS, and what people do there with lines and fees. */
export const settlingDesk = async () => {
  const at: DeskIn = await deskIn()
  await accountIn(at)
  const planned = async (line: string, by: Actor = ito) => {
    const found = (await at.desk.settling.plan({}, by)).lines.find(each => each.row.id === line)
    if (found === undefined) throw new Error(`${line} is not in the plan`)
    return found
  }
  return {
    ...at,
    /** A case of IMS that owes 3,300円. */
    owing: (subject: typeof hanako = hanako) => at.do(null, 'logRequest', requestFor('ims', { subject })),
    paying: (number: string, amount = 3300, name = 'ﾔﾏﾀﾞ ﾊﾅｺ') => lineIn(at, { payer: `${number} ${name}`, amount }),
    planned,
    confirmed: async (line: string, by: Actor = ito, learn = false): Promise<Settled> => {
      const { proof } = await planned(line)
      const [answer] = await at.desk.settling.confirm([{ line, proof, learn }], by)
      if (answer === undefined) throw new Error('no answer')
      return answer
    },
    feeOf: async (number: string) => {
      const fee = (await at.desk.kase(number, sato))?.kase.fee
      return fee?.receipts.map(each => `${each.id} ${each.amount}/${each.applied}${each.reversed ? ' reversed' : ''}`)
    },
    restOf: async (line: string) => (await at.desk.settling.line(line, ito))?.file.row.rest,
    sound: async () => expect((await at.desk.verify()).faults).toEqual([]),
  }
}
export type SettlingDesk = Awaited<ReturnType<typeof settlingDesk>>
