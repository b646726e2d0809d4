import { describe, expect, it } from 'vitest'
import { codes, due, line, no, told, verdictOn } from './settled.ts'

const taro = due(1)
const numbered = (payer: string) => `${no(1)} ${payer}`

describe('a name written as banks write it', () => {
  it.each([
    ['half-width kana', 'ﾔﾏﾀﾞ ﾀﾛｳ', 'ヤマダ タロウ'],
    ['hiragana on the form', 'ﾔﾏﾀﾞ ﾀﾛｳ', 'やまだ たろう'],
    ['sound marks as signs of their own', 'ヤマタ゛ タロウ', 'ヤマダ タロウ'],
    ['no gap', 'ﾔﾏﾀﾞﾀﾛｳ', 'ヤマダ タロウ'],
    ['small kana written large', 'ｷﾖｳﾓﾄ ｼﾕﾝｲﾁ', 'キョウモト シュンイチ'],
    ['ヲ written オ', 'ｶｵﾙ ﾐｽﾞﾎ', 'カヲル ミズホ'],
    ['ヱ written エ', 'ｲﾉｳｴ ﾁｴ', 'イノウエ チヱ'],
    ['a long vowel as a hyphen', 'ｼﾞﾖ-ｼﾞ ﾋﾞ-ﾝ', 'ジョージ ビーン'],
    ['a long vowel as ｰ', 'ｼﾞｮｰｼﾞ ﾋﾞｰﾝ', 'ジョージ ビーン'],
    ['an abbreviated legal form before', 'ｶ)ﾌﾙﾂﾄ', 'カブシキガイシャフルツト'],
    ['an abbreviated legal form behind', 'ﾌﾙﾂﾄ(ｶ', 'フルツト カブシキカイシャ'],
    ['a legal form in brackets', '(ｶ)ﾌﾙﾂﾄ', 'フルツト'],
    ['a legal form within', 'ﾌﾙﾂﾄ(ｶ)ﾊﾝﾊﾞｲ', 'フルツトハンバイ'],
    ['a legal form cut in the middle', 'ﾌﾙﾂﾄｼﾖｳｶｲ(ﾄ', 'ゴウドウガイシャフルツトショウカイ'],
    ['特定非営利活動法人, not the ヒ at its end', 'ﾄｸﾋ)ﾐﾗｲ', 'トクテイヒエイリカツドウホウジン ミライ'],
    ['two forms one after the other', 'ｲ)ｼﾔ)ﾐﾗｲｶｲ', 'ミライカイ'],
    ['a dot between words', 'ｴｰ.ﾋﾞｰ ｼｽﾃﾑ', 'エー・ビーシステム'],
    ['Latin letters, full-width and small', 'JOHN SMITH', 'Ｊｏｈｎ　Ｓｍｉｔｈ'],
    ['accents that no bank has', 'JOSE NUNEZ', 'José Núñez'],
    ['the kind of movement before it', '振込 ﾔﾏﾀﾞ ﾀﾛｳ', 'ヤマダ タロウ'],
    ["a lawyer's money on trust", 'ﾍﾞﾝｺﾞｼ ﾔﾏﾀﾞ ﾀﾛｳ ｱｽﾞｶﾘｷﾝｸﾞﾁ', 'ヤマダ タロウ'],
  ])('%s', (_, payer, kana) => {
    const verdict = verdictOn(line(numbered(payer)), [due(1, kana)])
    expect([told(verdict), codes(verdict)]).toEqual([`proposed ${no(1)}`, ['number_in', 'name_strict', 'amount_exact']])
  })

  it('is found in kanji too, variants as one', () => {
    const verdict = verdictOn(line('振込 高橋　花子'), [
      due(1, [{ kana: 'タカハシ ハナコ', name: '髙橋花子', role: 'subject' }]),
    ])
    expect(told(verdict)).toBe(`likely ${no(1)}`)
  })

  it.each([
    ['long vowels', 'ｵｵﾉ ﾕｳｺ', 'オーノ ユーコ'],
    ['a doubled vowel left out', 'ｻﾄ ﾕｷ', 'サトウ ユウキ'],
    ['ヂ and ジ', 'ﾐﾔｼﾞ ｹﾝ', 'ミヤヂ ケン'],
    ['sound marks', 'ﾔﾏｻｷ ﾋﾛｼ', 'ヤマザキ ヒロシ'],
    ['ヴ and バ', 'ｴﾊﾞﾝｽ ﾏﾘﾔ', 'エヴァンス マリア'.replace('マリア', 'マリヤ')],
  ])('%s: a weak likeness, said so, and still ticked with number and amount', (_, payer, kana) => {
    const verdict = verdictOn(line(numbered(payer)), [due(1, kana)])
    expect([verdict.bucket, codes(verdict)]).toEqual(['proposed', ['number_in', 'name_weak', 'amount_exact']])
  })

  it.each([
    ['SMITH JOHN', 'JOHN SMITH'],
    ['JOHN A SMITH', 'Smith John'],
    ['SMITHJOHN', 'John Smith'],
    ['ﾀﾛｳ ﾔﾏﾀﾞ', 'ヤマダ タロウ'],
  ])('%s is %s in another order', (payer, kana) => {
    const verdict = verdictOn(line(payer), [due(1, kana)])
    expect([told(verdict), codes(verdict)]).toEqual([`likely ${no(1)}`, expect.arrayContaining(['name_swapped'])])
  })
})

describe('a name cut by the bank', () => {
  const long = due(1, 'ホソカワ シンノスケ')
  it.each(['ﾎｿｶﾜ ｼﾝﾉｽ', 'ﾎｿｶﾜ ｼﾝﾉ', 'ﾎｿｶﾜｼﾝﾉｽ'])('%s is likely, never ticked', payer => {
    const verdict = verdictOn(line(payer), [long])
    expect([told(verdict), codes(verdict)]).toEqual([`likely ${no(1)}`, ['amount_exact', 'name_cut']])
    expect(verdictOn(line(numbered(payer)), [long]).bucket).toBe('likely')
  })
  it('may have lost the sound mark of its last sign', () => {
    expect(told(verdictOn(line('ｲﾏﾑﾗ ｶｸﾌ'), [due(1, 'イマムラ カクブチ')]))).toBe(`likely ${no(1)}`)
    expect(told(verdictOn(line('ﾔﾏｸﾞﾁ ﾏﾅﾌ'), [due(1, 'ヤマグチ マナブ')]))).toBe(`likely ${no(1)}`)
    expect(told(verdictOn(line('ｲﾏﾑﾗ ｶﾌ'), [due(1, 'イマムラ カクブチ')]))).toBe('unknown')
  })
  it('is too short below eight bytes', () => {
    expect(told(verdictOn(line('ﾎｿｶﾜ ｼ'), [long]))).toBe('unknown')
  })
  it('that begins two open cases is never one of them, whatever the amounts', () => {
    const other = due(2, 'ホソカワ シンノジョウ', { outstanding: 1100 })
    expect(told(verdictOn(line('ﾎｿｶﾜ ｼﾝﾉ'), [long, other]))).toBe(`ambiguous ${no(1)} ${no(2)}`)
  })
  it('was not cut where the bank shows more', () => {
    expect(verdictOn(line('ﾎｿｶﾜ ｼﾝﾉｽ'), [long], { shownKana: 20 }).bucket).toBe('unknown')
    expect(verdictOn(line('ﾎｿｶﾜ ｼﾝﾉｽ'), [long], { shownKana: 10 }).bucket).toBe('likely')
  })
})

describe("a shop's published table (quackworks), with our number", () => {
  it.each([
    [numbered('ﾔﾏﾀﾞﾀﾛｳ'), 'proposed'],
    [numbered('ｶ)ﾌﾙﾂﾄ'), 'likely'],
    [no(1), 'proposed'],
    ['123456 ﾔﾏﾀﾞﾀﾛｳ', 'likely'],
    [`${no(9)} ﾔﾏﾀﾞﾀﾛｳ`, 'likely'],
    ['123456 ﾔﾏﾀﾞ', 'unknown'],
    ['ﾔﾏﾀﾞ', 'unknown'],
    ['ﾔﾏﾀﾞｼﾞﾛｳ', 'unknown'],
    ['ﾔﾏﾀﾞﾀﾛｳｺ', 'unknown'],
    ['ﾔﾏﾀﾞ ﾀﾛｳ ｶ)ﾌﾙﾂﾄ', 'unknown'],
    [numbered('ﾔﾏﾀﾞ'), 'likely'],
    [numbered('ﾔﾏﾀﾞｼﾞﾛｳ'), 'likely'],
    [numbered('ﾔﾏﾀﾞﾀﾛｳｺ'), 'likely'],
    [numbered('ﾔﾏﾀﾞﾀﾛｳ ｶ)ﾌﾙﾂﾄ'), 'likely'],
  ])('%s is %s', (payer, bucket) => {
    expect(verdictOn(line(payer), [taro]).bucket).toBe(bucket)
  })
  it('a company that a person confirmed as payer is as good as the name', () => {
    const learned = due(1, [
      { kana: 'ヤマダ タロウ', role: 'subject' },
      { kana: 'カ)フルツト', role: 'alias' },
    ])
    expect(codes(verdictOn(line(numbered('ﾌﾙﾂﾄ(ｶ')), [learned]))).toEqual(['number_in', 'name_alias', 'amount_exact'])
    expect(verdictOn(line(numbered('ﾌﾙﾂﾄ(ｶ')), [learned]).bucket).toBe('proposed')
    expect(verdictOn(line('ｶ)ﾌﾙﾂﾄ'), [learned]).bucket).toBe('likely')
  })
})

describe('somebody else pays', () => {
  const withAgent = due(1, [
    { kana: 'ヤマダ タロウ', role: 'subject' },
    { kana: 'ベンゴシホウジントラノモン', role: 'agent' },
  ])
  it.each([
    ['the family', numbered('ﾔﾏﾀﾞ ﾊﾅｺ'), 'name_family'],
    ['only a surname', numbered('ﾔﾏﾀﾞ'), 'name_surname_only'],
    ['a stranger', numbered('ｻﾄｳ ｼﾞﾛｳ'), 'name_differs'],
    ['the person and a firm nobody knows', numbered('ﾔﾏﾀﾞ ﾀﾛｳ ｶ)ﾌﾙﾂﾄ'), 'name_with_other'],
    ['the agent, not confirmed yet', numbered('ﾍﾞﾝ)ﾄﾗﾉﾓﾝ'), 'name_agent'],
  ])('%s: likely with number and amount, told against', (_, payer, code) => {
    const verdict = verdictOn(line(payer), [withAgent])
    expect([told(verdict), verdict.proposals[0]?.contradictions.map(each => each.code)]).toEqual([
      `likely ${no(1)}`,
      [code],
    ])
  })
  it('agent and person side by side are both of the case', () => {
    expect(verdictOn(line(numbered('ﾍﾞﾝ)ﾄﾗﾉﾓﾝ ﾔﾏﾀﾞ ﾀﾛｳ')), [withAgent]).bucket).toBe('proposed')
    expect(verdictOn(line('ﾔﾏﾀﾞﾀﾛｳ ﾍﾞﾝ)ﾄﾗﾉﾓﾝ'), [withAgent]).bucket).toBe('likely')
  })
  it('two firms of one name and two legal forms are two firms', () => {
    const firm = due(1, 'ユウゲンガイシャフルツト')
    expect(codes(verdictOn(line(numbered('ｶ)ﾌﾙﾂﾄ')), [firm]))).toContain('name_form_differs')
    expect(verdictOn(line('ｶ)ﾌﾙﾂﾄ'), [firm]).bucket).toBe('unknown')
    expect(verdictOn(line('ﾌﾙﾂﾄ'), [firm]).bucket).toBe('likely')
  })
})
