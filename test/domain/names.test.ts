import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bigramQuery, bigrams, foldKanji, sameName, searchKey } from '../../src/domain/names.ts'

describe('searchKey', () => {
  it.each([
    ['髙橋', '高橋'],
    ['山﨑', '山崎'],
    ['𠮷田', '吉田'],
    ['渡邉', '渡辺'],
    ['渡邊', '渡辺'],
    ['齋藤', '斉藤'],
    ['齊藤', '斉藤'],
    ['斎藤', '斉藤'],
    ['濵田', '浜田'],
    ['濱田', '浜田'],
    ['中嶋', '中島'],
    ['小澤', '小沢'],
    ['廣瀨', '広瀬'],
    ['國分', '国分'],
    ['櫻井', '桜井'],
    ['辻\u{E0100}', '辻'],
    ['葛\uFE00', '葛'],
    ['\uFA10本', '塚本'],
    ['佐藤　花子', '佐藤花子'],
    ['ｻﾄｳ ﾊﾅｺ', 'サトウハナコ'],
    ['さとう', 'サトウ'],
    ['ジョン・スミス', 'ジョンスミス'],
    ['Ｊｏｈｎ Smith', 'johnsmith'],
    ['㈱山田', '(株)山田'],
  ])('finds %s under %s', (name, key) => {
    expect(searchKey(name)).toBe(key)
  })

  it('keeps surnames apart that are only alike', () => {
    for (const [a, b] of [
      ['埼', '崎'],
      ['碕', '崎'],
      ['大田', '太田'],
      ['未', '末'],
    ] as const) {
      expect(sameName(a, b)).toBe(false)
    }
  })

  it('never leads from one variant to another: folding twice is folding once', () => {
    const kanji = fc.integer({ min: 0x2e80, max: 0x9fff }).map(code => String.fromCodePoint(code))
    fc.assert(
      fc.property(fc.array(kanji, { maxLength: 40 }), text => {
        const once = foldKanji(text.join(''))
        expect(foldKanji(once)).toBe(once)
      }),
    )
    for (let code = 0x2e80; code <= 0x9fff; code += 1) {
      const once = foldKanji(String.fromCodePoint(code))
      expect(foldKanji(once)).toBe(once)
    }
  })
})

describe('sameName', () => {
  it('sees past spaces, width and variants, and takes no two blanks for a name', () => {
    expect(sameName('髙﨑 花子', '高崎花子')).toBe(true)
    expect(sameName('佐藤花子', '佐藤華子')).toBe(false)
    expect(sameName('', '　')).toBe(false)
  })
})

describe('bigrams', () => {
  it('cuts the key into pairs and a last single character', () => {
    expect(bigrams('佐藤花子')).toBe('佐藤 藤花 花子 子')
    expect(bigrams('辻')).toBe('辻')
    expect(bigrams('𠮷野𠀋')).toBe('吉野 野𠀋 𠀋')
    expect(bigrams('中央区1-2')).toBe('中央 央区 区1 1 2')
    expect(bigrams('')).toBe('')
  })
})

describe('bigramQuery', () => {
  it('is one quoted phrase, with a star for a lone character', () => {
    expect(bigramQuery('佐藤')).toBe('"佐藤"')
    expect(bigramQuery('髙橋　花')).toBe('"高橋 橋花"')
    expect(bigramQuery('辻')).toBe('"辻"*')
    expect(bigramQuery(' " ')).toBe('""')
  })

  const db = new Database(':memory:')
  db.exec(`CREATE VIRTUAL TABLE s USING fts5(grams, tokenize='unicode61')`)
  const names = [
    '佐藤花子',
    '佐々木 一郎',
    '髙橋辻',
    '辻\u{E0100} 健',
    'ｼﾞｮﾝ・ｽﾐｽ',
    '𠮷田屋',
    '熊本市中央区水前寺6-18-1',
    'パーティー "A" OR B',
  ]
  const insert = db.prepare('INSERT INTO s (rowid, grams) VALUES (?, ?)')
  for (const [i, name] of names.entries()) insert.run(i, bigrams(name))
  const select = db.prepare('SELECT rowid FROM s WHERE s MATCH ? ORDER BY rowid').pluck()
  const found = (text: string) => select.all(bigramQuery(text)).map(i => names[Number(i)])

  it.each([
    ['佐藤', ['佐藤花子']],
    ['花子', ['佐藤花子']],
    ['子', ['佐藤花子']],
    ['佐', ['佐藤花子', '佐々木 一郎']],
    ['佐々', ['佐々木 一郎']],
    ['高橋', ['髙橋辻']],
    ['辻', ['髙橋辻', '辻\u{E0100} 健']],
    ['じょんすみす', ['ｼﾞｮﾝ・ｽﾐｽ']],
    ['吉田', ['𠮷田屋']],
    ['水前寺６－１８', ['熊本市中央区水前寺6-18-1']],
    ['18-1', ['熊本市中央区水前寺6-18-1']],
    ['a', ['パーティー "A" OR B']],
    ['藤佐', []],
    ['花佐藤', []],
  ])('finds %s in FTS5', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it('finds nothing where nothing was asked, and no syntax of FTS5 gets through', () => {
    for (const text of ['', '""', '*', '" OR "', 'NEAR(', "'; DROP TABLE s; --", '^', '-', '\u0000']) {
      expect(() => found(text)).not.toThrow()
    }
    expect(found('')).toEqual([])
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => Array.isArray(found(text))))
  })

  it('finds every stretch of a stored name', () => {
    const name = '髙﨑辻花子ｼﾞｮﾝﾃｲﾗｰ'
    const key = [...searchKey(name)]
    insert.run(100, bigrams(name))
    fc.assert(
      fc.property(fc.nat(key.length - 1), fc.integer({ min: 1, max: key.length }), (at, length) => {
        expect(select.all(bigramQuery(key.slice(at, at + length).join('')))).toContain(100)
      }),
    )
  })
})
