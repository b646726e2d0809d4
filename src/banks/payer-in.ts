/** Movements that banks write before the payer's name, in one cell: 振込　ﾔﾏﾀﾞ ﾀﾛｳ, 振込＊タカハシ　ユウキ. */
const WITH_KIND =
  /^(振込入金|振込IB\d?|振込１|振込|振替入金|振替|送金|入金|現金|為替|組戻し?|取消|訂正|口座振替|給与|振込組戻し?|被仕向振込)(?:[\s\u3000＊*:：・]+|(?=[ｱ-ﾝ]))(.+)$/s

export interface Payer {
  kind: string
  payer: string
}

/** The payer in a description; where none can be told apart, the whole text is the payer and the kind is blank. */
export const payerIn = (description: string): Payer => {
  const text = description.trim()
  const [, kind = '', payer = text] = WITH_KIND.exec(text) ?? []
  return { kind, payer: payer.trim() }
}
