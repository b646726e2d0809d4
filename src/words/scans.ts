import type { DiscardReason } from '../desk/scans/scan-tray-rows.ts'
import type { Remark } from '../desk/scans/scan-tray-sorting.ts'
import type { FormId } from '../domain/letter.ts'
import { issueSentence } from './issues.ts'
import { letterWords } from './letters.ts'

/** What is said of a scanned page: short for the list, and what to do. */
export const remarkWords: Record<Remark, { readonly short: string; readonly sentence: string }> = {
  no_code: {
    short: '符号が読み取れません',
    sentence: '右下の符号が読み取れませんでした。紙に印字された番号を見て、案件を決めてください。',
  },
  foreign_code: {
    short: '当方の符号ではありません',
    sentence: '符号はありますが、当方の用紙のものではありません。同封物であれば、案件を決めて入れてください。',
  },
  several_codes: {
    short: '複数の用紙が写っています',
    sentence: '1枚に複数の用紙が写っています。1枚ずつ読み取り直してください。',
  },
  unknown_case: {
    short: '案件が見当たりません',
    sentence: '符号の受付番号の案件が、この窓口にありません。ほかの窓口の用紙でないか確かめてください。',
  },
  unknown_letter: {
    short: '送った用紙にありません',
    sentence: '符号の案件で、この用紙を送った記録がありません。紙と案件を見比べてください。',
  },
  not_a_form: {
    short: '返送用の用紙ではありません',
    sentence:
      '当方からお送りした文書で、返送していただく用紙ではありません。控えとして案件に入れるかを決めてください。',
  },
  other_operator: {
    short: 'ほかの事業者の用紙です',
    sentence: '封筒の宛先とは別の事業者の用紙です。差出人がどの事業者に請求しているかを確かめてください。',
  },
  not_served: {
    short: '担当外の事業者の用紙です',
    sentence: '担当していない事業者の用紙です。その事業者の担当者の一覧にも表示されています。',
  },
  other_case: {
    short: 'ほかの案件の用紙です',
    sentence: '選んだ案件とは別の案件の用紙です。別の方の書類が混ざっていないかを確かめてください。',
  },
  case_erased: {
    short: '消去済みの案件です',
    sentence:
      'この案件の個人情報は消去済みのため、入れられません。新しい請求であれば、新しい案件として受け付けてください。',
  },
  blank: {
    short: '白紙',
    sentence: '何も書かれていない面です。人が決める必要はありません。',
  },
  old_form: {
    short: '旧い様式です',
    sentence: '旧い様式の用紙です。記入欄や手数料の額が今の様式と違わないかを確かめてください。',
  },
  came_before: {
    short: '前にも届いています',
    sentence: '同じページが前にも届いています。記入の違いを確かめてください。',
  },
  case_closed: {
    short: '完了した案件です',
    sentence: '完了した案件の用紙です。新しい請求でないかを確かめてください。',
  },
}

export const discardWords: Record<DiscardReason, string> = {
  blank: '何も書かれていない',
  scanned_again: '読み取り直した',
  not_for_us: '当方あての書類ではない（紙は差出人に返す）',
  by_mistake: '誤って読み取った',
}

/** 文書名; a form that the product no longer has is a 用紙. */
export const formLabel = (form: string): string =>
  Object.hasOwn(letterWords, form) ? letterWords[form as FormId] : '用紙'

const scanIssues: Readonly<Record<string, string>> = {
  file_came_before:
    '同じファイルを前にも読み取っています。二重に入れないよう、どのファイルも入れませんでした。このファイルを除いて選び直してください。',
  file_too_long: '一度に読み取れるのは100ページまでです。分けて読み取ってください。',
  not_a_number: '受付番号（8桁）か、紙の右下の符号を入れてください。番号の1桁が違うかもしれません。',
  unknown_case: 'この受付番号の案件は見当たりません。番号を確かめてください。',
  unknown_letter:
    'この案件で、この符号の用紙を送った記録がありません。受付番号で入れるときは、先に案件を確かめてください。',
  other_case:
    '紙の符号は別の案件のものです。この案件の書類だと確かめたときは、案件の「ファイル」から加え、このページは破棄してください。',
  page_settled: 'このページは、ほかの担当者がすでに処理しました。',
  reason_missing: '破棄する理由を選んでください。',
}

export const scanIssue = (code: string): string =>
  Object.hasOwn(scanIssues, code) ? (scanIssues[code] ?? '') : issueSentence(code)
