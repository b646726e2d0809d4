import { describe, expect, it } from 'vitest'
import { folded } from '../../src/domain/settlement/folded.ts'
import { numbersInText, oneEditApart } from '../../src/domain/settlement/numbers-in-line.ts'
import { codes, due, line, no, told, verdictOn } from './settled.ts'

const taro = due(1)
const wrong = (serial: number) => no(serial).replace(/.$/, last => String((Number(last) + 1) % 10))

describe('where a number is found', () => {
  it.each([
    ['before the name', { payer: `${no(1)} ﾔﾏﾀﾞ ﾀﾛｳ` }, 'payer'],
    ['attached to the name', { payer: `${no(1)}ﾔﾏﾀﾞ ﾀﾛｳ` }, 'payer'],
    ['behind the name', { payer: `ﾔﾏﾀﾞ ﾀﾛｳ${no(1)}` }, 'payer'],
    [
      'in full-width digits',
      { payer: 'ヤマダ　タロウ　２６０００１７'.replace('２６０００１７', wide(no(1))) },
      'payer',
    ],
    ['as we print it', { payer: `26-00001-${no(1).slice(-1)} ﾔﾏﾀﾞ ﾀﾛｳ` }, 'payer'],
    ['with spaces', { payer: `26 00001 ${no(1).slice(-1)} ﾔﾏﾀﾞ ﾀﾛｳ` }, 'payer'],
    ['in 依頼人コード, ten digits', { payer: 'ﾔﾏﾀﾞ ﾀﾛｳ', payerCode: `00${no(1)}` }, 'code'],
    ['in 依頼人コード, on the left', { payer: 'ﾔﾏﾀﾞ ﾀﾛｳ', payerCode: `${no(1)}  ` }, 'code'],
    ['in EDI', { payer: 'ﾔﾏﾀﾞ ﾀﾛｳ', edi: `NO.${no(1)}` }, 'edi'],
    ['in 摘要', { payer: 'ﾔﾏﾀﾞ ﾀﾛｳ', description: `開示手数料 受付番号${no(1)}` }, 'description'],
  ] as const)('%s', (_, { payer, ...more }, where) => {
    const verdict = verdictOn(line(payer, more), [taro, due(2, 'サトウ ハナコ')])
    expect(verdict.bucket).toBe('proposed')
    expect(verdict.proposals[0]?.reasons[0]).toEqual({ code: 'number_in', about: { number: no(1), where } })
  })

  it.each([
    ['inside a longer run', `9${no(1)}`],
    ['a telephone', `090-${no(1).slice(0, 4)}-${no(1).slice(4)}`],
    ['joined by a hyphen to more', `${no(1)}-1`],
    ['O typed for 0', no(1).replace('0', 'O')],
    ['l typed for 1', no(1).replace('1', 'l')],
  ])('%s is no number', (_, text) => {
    expect(verdictOn(line(text), [taro]).bucket).toBe('unknown')
  })

  it('digits that happen to be right and belong to no case are only told', () => {
    expect(codes(verdictOn(line(no(77)), [taro]))).toEqual(['number_unknown'])
  })
  it('a serial that is never given is no number', () => {
    expect(numbersInText('26000008').valid).toEqual([])
  })
  it('short digits of a firm stay in its name', () => {
    const firm = due(1, 'カブシキガイシャ５スターホテル')
    expect(verdictOn(line('ｶ)5ｽﾀ-ﾎﾃﾙ'), [firm]).bucket).toBe('likely')
    expect(verdictOn(line('ｶ)7ｽﾀ-ﾎﾃﾙ'), [firm]).bucket).toBe('unknown')
    expect(codes(verdictOn(line('ｶ)ｽﾀ-ﾎﾃﾙ'), [firm]))).toContain('name_weak')
  })
  it('a name is what the digits leave', () => {
    expect(numbersInText(folded('0261234567 ﾔﾏﾀﾞ ﾀﾛｳ 03-1234-5678')).rest).toBe('ヤマダ タロウ')
  })
})

describe('a number with a slip in it', () => {
  it('is told and never mended', () => {
    expect(codes(verdictOn(line(wrong(1)), [taro]))).toEqual(['number_check_failed'])
    expect(verdictOn(line(wrong(1)), [taro]).bucket).toBe('unknown')
  })
  it('is likely with the right name, and said to be one digit off', () => {
    const verdict = verdictOn(line(`${wrong(1)} ﾔﾏﾀﾞ ﾀﾛｳ`), [taro])
    expect(told(verdict)).toBe(`likely ${no(1)}`)
    expect(verdict.proposals[0]?.contradictions).toEqual([
      { code: 'number_near', about: { digits: wrong(1), number: no(1) } },
    ])
  })
  it('tells apart two cases of one person, if it is near one only', () => {
    expect(told(verdictOn(line(`${wrong(1)} ﾔﾏﾀﾞ ﾀﾛｳ`), [taro, due(5012)]))).toBe(`likely ${no(1)}`)
    expect(verdictOn(line('12345678 ﾔﾏﾀﾞ ﾀﾛｳ'), [taro, due(5012)]).bucket).toBe('ambiguous')
  })
  it('with a digit lost or doubled is seen beside the name', () => {
    expect(codes(verdictOn(line(`${no(1).slice(1)} ﾔﾏﾀﾞ ﾀﾛｳ`), [taro]))).toContain('number_near')
    expect(codes(verdictOn(line(`${no(1)}0 ﾔﾏﾀﾞ ﾀﾛｳ`), [taro]))).toContain('number_near')
    expect(verdictOn(line(`${no(1).slice(1)}`), [taro]).bucket).toBe('unknown')
  })
  it.each([
    ['26000017', '26000011', true],
    ['26000017', '26000071', true],
    ['26000017', '2600017', true],
    ['26000017', '260000177', true],
    ['26000017', '26000017', false],
    ['26000017', '26000177', false],
    ['26000017', '26000188', false],
    ['26000017', '62000071', false],
  ])('%s and %s are one edit apart: %s', (a, b, apart) => {
    expect([oneEditApart(a, b), oneEditApart(b, a)]).toEqual([apart, apart])
  })
})

describe('a number that says one thing and a name that says another', () => {
  const other = due(2, 'サトウ ハナコ')
  it('points to two open cases: asked, the number first', () => {
    expect(told(verdictOn(line(`${no(2)} ﾔﾏﾀﾞ ﾀﾛｳ`), [taro, other]))).toBe(`ambiguous ${no(2)} ${no(1)}`)
  })
  it("is somebody's old number: the name and the amount decide, as likely", () => {
    const paid = due(2, 'サトウ ハナコ', { outstanding: 0 })
    const verdict = verdictOn(line(`${no(2)} ﾔﾏﾀﾞ ﾀﾛｳ`), [taro, paid])
    expect([told(verdict), codes(verdict)]).toEqual([`likely ${no(1)}`, expect.arrayContaining(['number_of_other'])])
  })
  it("is the same person's closed case", () => {
    const verdict = verdictOn(line(`${no(2)} ﾔﾏﾀﾞ ﾀﾛｳ`), [taro, due(2, undefined, { state: 'closed' })])
    expect([told(verdict), codes(verdict)]).toEqual([`likely ${no(1)}`, expect.arrayContaining(['number_old'])])
  })
  it('is right for one case of a person and the amount for another', () => {
    const mine = [due(1, undefined, { outstanding: 1100 }), due(2, undefined, { outstanding: 3300 })]
    expect(told(verdictOn(line(`${no(1)} ﾔﾏﾀﾞ ﾀﾛｳ`), mine))).toBe(`ambiguous ${no(1)} ${no(2)}`)
  })
  it('two numbers in one line pay both when the amount is their sum, else neither is picked', () => {
    const both = `${no(1)} ${no(2)} ﾔﾏﾀﾞ ﾀﾛｳ`
    expect(told(verdictOn(line(both, { amount: 6600 }), [taro, other]))).toBe(`sum ${no(1)} ${no(2)}`)
    expect(told(verdictOn(line(both), [taro, other]))).toBe(`ambiguous ${no(1)} ${no(2)}`)
  })
  it('is in an account that does not serve the operator', () => {
    const verdict = verdictOn(line(`${no(1)} ﾔﾏﾀﾞ ﾀﾛｳ`, { operators: ['sakura'] }), [taro])
    expect([verdict.bucket, codes(verdict)]).toEqual(['likely', expect.arrayContaining(['other_operator'])])
    expect(verdictOn(line('ﾔﾏﾀﾞ ﾀﾛｳ', { operators: ['sakura'] }), [taro]).bucket).toBe('unknown')
  })
})

function wide(digits: string): string {
  return digits.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
}
