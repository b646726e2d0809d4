import type { Case } from './case.ts'
import { paid } from './fee.ts'
import type { Letter, Notice, Numbered } from './letter.ts'
import type { Context } from './rule.ts'
import { yen } from './yen.ts'

/**
 * The number of a 領収書 or 窓口受領票; nothing for other papers. The same sum keeps its number: a second paper of it is a 再発行 once
 * the first was printed. A 領収書 of another sum gets a number of its own and takes the place of the printed one before.
 */
export const numberedPaper = (kase: Case, form: Notice, ctx: Pick<Context, 'seriesNumber'>): Numbered | undefined => {
  if (form === 'fee-receipt') return feeReceipt(kase, ctx)
  return form === 'counter-slip' ? counterSlip(kase, ctx) : undefined
}

type NumberedLetter = Letter & Numbered

const before = (kase: Case, form: Notice): NumberedLetter[] =>
  kase.letters.filter((each): each is NumberedLetter => each.form === form && each.documentNumber !== undefined)

const feeReceipt = (kase: Case, ctx: Pick<Context, 'seriesNumber'>): Numbered => {
  const amount = yen(paid(kase))
  const all = before(kase, 'fee-receipt')
  const last = all.at(-1)
  if (last?.acknowledges.amount === amount) return again(all, last)
  const replaces = all.findLast(isOut)?.documentNumber
  return { documentNumber: ctx.seriesNumber('receipt'), acknowledges: { amount, ...(replaces && { replaces }) } }
}

/** One slip for each sum of cash, the last first. */
const counterSlip = (kase: Case, ctx: Pick<Context, 'seriesNumber'>): Numbered | undefined => {
  const all = before(kase, 'counter-slip')
  const cash = kase.fee.receipts.filter(receipt => receipt.means === 'cash' && !receipt.reversed)
  const fresh = cash.findLast(receipt => !all.some(each => each.acknowledges.receipt === receipt.id))
  if (fresh !== undefined)
    return {
      documentNumber: ctx.seriesNumber('counter_slip'),
      acknowledges: { amount: fresh.amount, receipt: fresh.id },
    }
  const last = all.findLast(each => cash.some(receipt => receipt.id === each.acknowledges.receipt))
  return last && again(all, last)
}

/** A draft that never became paper leaves no copy behind; what was printed does. */
const again = (all: readonly NumberedLetter[], { documentNumber, acknowledges }: NumberedLetter): Numbered => {
  const copyOf = all.find(each => each.documentNumber === documentNumber && isOut(each))?.id
  return { documentNumber, acknowledges: { ...acknowledges, ...(copyOf && { copyOf }) } }
}

const isOut = (letter: Letter): boolean => letter.printed > 0
