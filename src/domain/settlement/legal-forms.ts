/** 法人略語 (payments-post.md §1.5), already in large kana, and the words they stand for. */
const FORMS: Readonly<Record<string, string>> = {
  カ: 'カブシキガイシヤ カブシキカイシヤ 株式会社 (株)',
  ユ: 'ユウゲンガイシヤ ユウゲンカイシヤ 有限会社 (有)',
  メ: 'ゴウメイガイシヤ ゴウメイカイシヤ 合名会社 (名)',
  シ: 'ゴウシガイシヤ ゴウシカイシヤ 合資会社 (資)',
  ド: 'ゴウドウガイシヤ ゴウドウカイシヤ 合同会社 (同)',
  イ: 'イリヨウホウジンシヤダン イリヨウホウジンザイダン シヤカイイリヨウホウジン イリヨウホウジン 医療法人社団 医療法人財団 社会医療法人 医療法人 (医)',
  ザイ: 'イツパンザイダンホウジン コウエキザイダンホウジン ザイダンホウジン 一般財団法人 公益財団法人 財団法人 (財)',
  シヤ: 'イツパンシヤダンホウジン コウエキシヤダンホウジン シヤダンホウジン 一般社団法人 公益社団法人 社団法人 (社)',
  シユウ: 'シユウキヨウホウジン 宗教法人',
  ガク: 'ガツコウホウジン 学校法人 (学)',
  フク: 'シヤカイフクシホウジン 社会福祉法人 (福)',
  ホゴ: 'コウセイホゴホウジン 更生保護法人',
  ソ: 'ソウゴガイシヤ ソウゴカイシヤ 相互会社',
  トクヒ: 'トクテイヒエイリカツドウホウジン エヌピ-オ-ホウジン NPOホウジン 特定非営利活動法人 NPO法人',
  ドク: 'ドクリツギヨウセイホウジン 独立行政法人',
  チドク: 'チホウドクリツギヨウセイホウジン 地方独立行政法人',
  ベン: 'ベンゴシホウジン 弁護士法人',
  チユウ: 'チユウカンホウジン 中間法人',
  ギヨ: 'ギヨウセイシヨシホウジン 行政書士法人',
  シホウ: 'シホウシヨシホウジン 司法書士法人',
  ゼイ: 'ゼイリシホウジン 税理士法人',
  ダイ: 'コクリツダイガクホウジン コウリツダイガクホウジン 国立大学法人 公立大学法人',
  ノウ: 'ノウジクミアイホウジン 農事組合法人',
  カンリ: 'カンリクミアイホウジン 管理組合法人',
  ロウム: 'シヤカイホケンロウムシホウジン 社会保険労務士法人',
}
/** Offices and undertakings: taken off, but two of them do not make two firms. */
const BRANCHES = 'エイ シユツ レン キヨウクミ セイメイ カイジヨウ ケンポ コウネン ロウクミ ノウキヨウレン'.split(' ')

// Longest first: taking ヒ) off トクヒ) would leave トク.
const longestFirst = (words: readonly string[]): string => words.toSorted((a, b) => b.length - a.length).join('|')
const codeOf = new Map(Object.entries(FORMS).flatMap(([code, words]) => words.split(' ').map(word => [word, code])))
for (const code of Object.keys(FORMS)) codeOf.set(code, code)

const short = [...Object.keys(FORMS), ...BRANCHES]
const kanji = [...codeOf.keys()].filter(word => word.startsWith('(')).map(word => word.slice(1, -1))
for (const sign of kanji) codeOf.set(sign, codeOf.get(`(${sign})`) ?? '')
const SIGNS = longestFirst([...short, ...kanji])
const WORDS = longestFirst([...codeOf.keys()].filter(word => word.length > 3 && !word.startsWith('(')))

const HEAD = new RegExp(`^\\(?(${SIGNS})\\) ?`)
const TAIL = new RegExp(` ?\\((${SIGNS})\\)?$`)
const WITHIN = new RegExp(`(?: ?\\(| )(${SIGNS})\\) ?`)
const WORD_HEAD = new RegExp(`^(${WORDS}) ?`)
const WORD_TAIL = new RegExp(` ?(${WORDS})$`)
const HAS_WORD = /ホウジン|[ガカ]イシヤ|会社|法人/
/** A sign of a form that the bank cut in the middle: トラノモン(ト of トラノモン(ドﾞ. */
const CUT_SIGN = / ?\(([^()]{0,6})$/
const HALVES = new Set(['', ...short.flatMap(sign => prefixes(sign))])

function prefixes(sign: string): string[] {
  return [...sign].flatMap((_, at) => {
    const part = sign.slice(0, at + 1)
    return [part, part.normalize('NFD').replace(/[\u3099\u309a]$/, '')]
  })
}

// A lawyer's money on trust: ﾍﾞﾝｺﾞｼ ﾔﾏﾀﾞ ﾀﾛｳ ｱｽﾞｶﾘｷﾝｸﾞﾁ.
const TITLE =
  /^(?:ベンゴシ|シホウシヨシ|ギヨウセイシヨシ|ゼイリシ|弁護士|司法書士|行政書士|税理士)(?!ホウジン|法人) ?(?=..)/
const TRUST = / ?(?:アズカリキン|アズカリ(?=[クグ]チ)|預り金|預り(?=口))(?:[クグ]チ|口)?$/

const TITLE_OR_TRUST = /^[ベシギゼ弁司行税]|アズカリ|預り/

export interface WithoutForms {
  readonly text: string
  /** codes of FORMS, each followed by a space; empty for a person */
  readonly forms: string
}

/** Legal forms taken off from both sides and the middle of a folded text, in one spelling or the other. */
export function withoutForms(from: string): WithoutForms {
  let text = from
  let forms = ''
  const takeOff = (pattern: RegExp): boolean => {
    const found = pattern.exec(text)
    if (found === null || found[0].length === text.length) return false
    const code = codeOf.get(found[1] ?? '')
    if (code !== undefined) forms += `${code} `
    text = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.trim()
    return true
  }
  if (HAS_WORD.test(text)) while (takeOff(WORD_HEAD) || takeOff(WORD_TAIL));
  if (text.includes(')') || text.includes('(')) {
    while (takeOff(HEAD) || takeOff(TAIL) || takeOff(WITHIN));
    const cut = CUT_SIGN.exec(text)
    if (cut !== null && cut.index > 0 && HALVES.has(cut[1] ?? '')) text = text.slice(0, cut.index)
  }
  return { text: TITLE_OR_TRUST.test(text) ? text.replace(TITLE, '').replace(TRUST, '') : text, forms }
}

/** カ) and ユ) of one name are two firms; a form that one side leaves out says nothing. */
export const formsDiffer = (a: string, b: string): boolean =>
  a !== '' && b !== '' && a !== b && !a.split(' ').some(code => code !== '' && b.split(' ').includes(code))
