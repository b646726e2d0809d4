import { describe, expect, test } from 'vitest'
import type { Context } from '../../src/domain/rule.ts'
import { ito, logged, paid, requestFor, sato, Story as Tale } from './given.ts'

/** A desk whose series go on, as the store's do. */
const counting = (): Partial<Context> => {
  let last = 0
  return {
    seriesNumber: series => {
      last += 1
      return `${series === 'receipt' ? 'R' : 'C'}26-${String(last).padStart(5, '0')}`
    },
  }
}
const story = () => new Tale('2026-11-21', counting()).do('logRequest', requestFor('ims'))
const told = (of: Tale) =>
  of.kase.letters.map(({ documentNumber, acknowledges }) => ({ documentNumber, ...acknowledges }))
const receipt = { form: 'fee-receipt' } as const
const slip = { form: 'counter-slip' } as const

describe('a 領収書', () => {
  test('has the next number of the series; other letters have none', () => {
    const one = story().tell(paid()).do('writeLetter', receipt).do('writeLetter', { form: 'acknowledgement' })
    expect(told(one)).toEqual([{ documentNumber: 'R26-00001', amount: 3300 }, { documentNumber: undefined }])
  })

  test('of the same sum keeps its number, and is a 再発行 once the first was printed', () => {
    const draft = story().tell(paid()).do('writeLetter', receipt).do('discardLetter', { letter: 'l1' })
    draft.do('writeLetter', receipt).do('printLetter', { letter: 'l2' }).do('writeLetter', receipt)
    draft.do('printLetter', { letter: 'l3' }).do('writeLetter', receipt)
    expect(told(draft)).toEqual([
      { documentNumber: 'R26-00001', amount: 3300 },
      { documentNumber: 'R26-00001', amount: 3300 },
      { documentNumber: 'R26-00001', amount: 3300, copyOf: 'l2' },
      { documentNumber: 'R26-00001', amount: 3300, copyOf: 'l2' },
    ])
  })

  test('of another sum has a new number and replaces the printed one', () => {
    const parts = story().tell(paid('1000')).do('writeLetter', receipt).do('printLetter', { letter: 'l1' })
    parts.tell(paid('2300')).do('writeLetter', receipt)
    expect(told(parts)[1]).toEqual({ documentNumber: 'R26-00002', amount: 3300, replaces: 'R26-00001' })
  })

  test('that was never printed is replaced by no word', () => {
    const parts = story().tell(paid('1000')).do('writeLetter', receipt).tell(paid('2300')).do('writeLetter', receipt)
    expect(told(parts)[1]).toEqual({ documentNumber: 'R26-00002', amount: 3300 })
  })
})

describe('a 窓口受領票', () => {
  test('stands for one sum of cash, each with its own number', () => {
    const one = story()
      .tell(paid('1000', 'cash'))
      .do('writeLetter', slip)
      .tell(paid('2300', 'cash'))
      .do('writeLetter', slip)
    expect(told(one)).toEqual([
      { documentNumber: 'C26-00001', amount: 1000, receipt: 'r1' },
      { documentNumber: 'C26-00002', amount: 2300, receipt: 'r2' },
    ])
    one.do('printLetter', { letter: 'l2' }).do('writeLetter', slip)
    expect(told(one)[2]).toEqual({ documentNumber: 'C26-00002', amount: 2300, receipt: 'r2', copyOf: 'l2' })
  })

  test('is not for cash that came by post, nor for what was reversed', () => {
    const none = { refused: 'letter_not_called_for', field: 'form', about: slip }
    expect(logged('ims').tell(paid('1000', 'registered_cash')).try('writeLetter', slip)).toEqual(none)
    const gone = story().tell(paid('1000', 'cash')).as(ito).do('reverseFee', { receipt: 'r1', reason: '誤り' })
    expect(gone.as(sato).try('writeLetter', slip)).toEqual(none)
  })
})
