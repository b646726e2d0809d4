import { describe, expect, it } from 'vitest'
import { type Booking, settlingNos } from '../../src/desk/money/settled.ts'
import { yen } from '../../src/domain/yen.ts'
import { bookedWord, settledSentence, suspenseStepWords } from '../../src/words/settling.ts'

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

  it('say what a confirmation really did: settled, held, held in part, or only proved', () => {
    const booking = { caseNumber: '26000010', receipt: 'r1', amount: yen(3300) }
    const said = (...booked: Booking[]) => [settledSentence({ ok: true, line: 'L1', booked }), bookedWord(booked)]
    expect(said(booking)).toEqual(['消し込みました。', '済'])
    expect(said({ ...booking, held: yen(3300) })).toEqual([
      '未納がないため、3,300円を預りにしました。返すか、ほかに充てるかを決めてください。',
      '預り',
    ])
    expect(said({ ...booking, held: yen(300) })).toEqual(['消し込みました。うち300円は預りです。', '済'])
    expect(said({ ...booking, linked: true })).toEqual(['手で記録した入金と結び付けました。', '結び付け済み'])
    expect(said({ ...booking, held: yen(3300) }, booking)[0]).toBe('消し込みました。うち3,300円は預りです。')
  })

  it('name every next step', () => {
    for (const text of Object.values(suspenseStepWords)) plain(text)
  })
})
