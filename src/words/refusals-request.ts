import type { RefusalCode } from '../domain/refusal.ts'
import { dayFigure } from './figures.ts'
import type { RefusalSentence } from './refusals.ts'

export const requestRefusals = {
  not_allowed: 'この操作の権限がありません。権限のある方に依頼してください。',
  stale: '画面を開いたあとに案件が変わりました。今の内容を確かめ、もう一度保存してください。',
  key_reused:
    'この操作は、別の内容か別の案件ですでに記録しています。記録を確かめ、続けるときは画面を開き直してください。',
  not_this_operator: 'この事業者の案件は扱えません。担当の方か管理者に連絡してください。',
  unknown_operator: '登録されていない事業者です。事業者を選び直してください。',
  no_policy: 'この日に適用する取扱規程がありません。日付を確かめるか、管理者に登録を依頼してください。',
  not_opened: 'まだ請求を受け付けていません。先に請求を受け付けてください。',
  already_opened: 'この案件はすでに受け付けています。案件の画面で続けてください。',
  case_closed: 'この案件は終わっています。続けるときは、責任者に再開を依頼してください。',
  case_frozen: 'この案件は手続を止めています。続けるときは、責任者に再開を依頼してください。',
  case_withdrawn: '請求は取り下げられています。もう一度請求されたときは、新しい案件として受け付けてください。',
  not_a_form_request: 'この案件は用紙の送付を待っていません。案件の今の状態を確かめてください。',
  date_in_future: ({ day }) => `${dayFigure(day)}はまだ来ていません。今日までの日付を入れてください。`,
  date_before_posting: '引受日より前の日付です。封筒の消印を確かめ、日付を直してください。',
  date_before_arrival: '受付日が到達日より前になっています。どちらかの日付を直してください。',
  date_before_event: ({ day, earliest }) => {
    const from = dayFigure(earliest, '元になる日')
    return day === earliest
      ? `${from}より後の日付を入れてください。`
      : `${dayFigure(day, 'この日付')}は早すぎます。${from}以後の日付を入れてください。`
  },
  contact_missing: 'この事業者の用紙を送るには、氏名・住所・電話番号が要ります。この欄に入れてください。',
  unknown_case: 'その受付番号の案件はありません。番号を確かめてください。',
  kind_missing: '請求の種類が選ばれていません。一つ以上選んでください。',
  kind_not_asked: 'この種類の請求は受け付けていません。請求の種類を選び直してください。',
  kind_not_open: 'この種類の請求は残っていません。請求の種類を選び直してください。',
  nothing_missing: '足りないものが選ばれていないか、残っていません。項目を確かめてください。',
  supplement_open: 'すでに補正をお願いしています。届いたものを記録してから、もう一度お願いしてください。',
  supplement_not_due: ({ day }) =>
    day === undefined
      ? '期限の過ぎた補正や入金はありません。期限を確かめてください。'
      : `期限は${dayFigure(day)}です。この日が過ぎるまで待ってください。`,
  mistaken_scope: 'この案件を自分自身に関連付けることはできません。別の受付番号を入れてください。',
} as const satisfies Partial<Record<RefusalCode, RefusalSentence>>
