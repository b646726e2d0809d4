import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isKatakana, toKatakana } from '../../src/domain/kana.ts'

describe('toKatakana', () => {
  it.each([
    ['さとう　はなこ', 'サトウ　ハナコ'],
    ['ﾔﾏﾀﾞ ﾀﾛｳ', 'ヤマダ タロウ'],
    ['ﾊﾟｰﾌｪｸﾄﾜﾝ', 'パーフェクトワン'],
    ['ゔぁいおりん', 'ヴァイオリン'],
    ['みすゞ', 'ミスヾ'],
    ['か\u3099ま', 'ガマ'],
    ['ジョン・ｽﾐｽ', 'ジョン・スミス'],
    ['ｱﾞ', 'ア゛'],
    ['佐藤花子Ａ１', '佐藤花子Ａ１'],
    ['\uFA10', '\uFA10'],
  ])('turns %s into %s', (from, to) => {
    expect(toKatakana(from)).toBe(to)
  })

  it('changes nothing the second time', () => {
    const kana = fc.string({ unit: fc.constantFrom(...'ぁあがぱんゔゞーｱｶﾊﾞﾟｰ･アガパ佐A1　') })
    fc.assert(fc.property(kana, text => toKatakana(toKatakana(text)) === toKatakana(text)))
  })
})

describe('isKatakana', () => {
  it.each(['サトウ ハナコ', 'サトウ　ハナコ', 'ジョン・スミス', 'ヴァー'])('accepts %s', text => {
    expect(isKatakana(text)).toBe(true)
  })

  it.each(['さとう', 'ｻﾄｳ', 'サトウ花子', 'SATO', '', '　', 'ー', 'サトウ\n'])('refuses %j', text => {
    expect(isKatakana(text)).toBe(false)
  })
})
