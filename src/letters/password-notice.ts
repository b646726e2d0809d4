import { wareki } from '../domain/era.ts'
import { lockedPackage } from '../domain/package.ts'
import { type LetterFacts, told, type Values } from './facts.ts'
import { foot, head, provedReader } from './head.ts'

/** パスワードのお知らせ goes to the reader of the answer, where they proved to be; what the data are it does not say. */
export const passwordNoticeValues = (facts: LetterFacts): Values => {
  const handedOver = lockedPackage(facts.kase)?.handedOver
  // `calledFor` lets no case without a locked copy have this letter; an erased password leaves its field empty.
  if (handedOver === undefined) return {}
  return {
    ...head(facts, provedReader(facts)),
    madeOn: wareki(handedOver.on),
    password: told(facts, handedOver.password) ?? '',
    ways: [...ways],
    ...foot(facts),
  }
}

/** What newPassword makes: five groups of four, no look-alikes. */
const ways = [
  'PDFを開くと、パスワードの入力を求められます。上記のとおりに入れてください。',
  '英字はすべて小文字です。ハイフン（-）も入れてください。数字の0と1、英字のi、l、oは使っていません。',
  '開いたPDFの添付ファイルに、同じ内容の表計算などに使えるデータがあります。',
]
