import { describe, expect, it } from 'vitest'
import { settlingNos } from '../../src/desk/money/settled.ts'
import { settledSentence, suspenseStepWords } from '../../src/words/settling.ts'

const plain = (text: string) => {
  expect(text).toMatch(/[ぁ-んァ-ヶ一-龠]/)
  expect(text).not.toMatch(/[A-Za-z_!！{}<>]|NaN|undefined/)
}

describe('the words of settling', () => {
  it.each(settlingNos)('say why a line was not settled: %s', no => {
    for (const about of [{}, { case: '26000010', owes: 0, rest: 100, sum: 200 }, { case: '26000010', owes: 3300 }]) {
      const sentence = settledSentence({ ok: false, line: 'L1', no, about })
      plain(sentence)
      expect(sentence).toMatch(/。$/)
    }
  })

  it('give the reason of the case itself where it refuses', () => {
    const refusal = { refused: 'case_closed' as const }
    expect(
      settledSentence({ ok: false, line: 'L1', no: 'case_refused', about: { case: '26000010' }, refusal }),
    ).toMatch(/^案件 26-00001-0に記帳できません。.+。$/)
  })

  it('name every next step', () => {
    for (const text of Object.values(suspenseStepWords)) plain(text)
  })
})
