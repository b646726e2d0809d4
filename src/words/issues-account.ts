import type { About } from './figures.ts'
import type { IssueSentence } from './issues.ts'

export const accountIssues = {
  sign_in_failed: 'サインイン名かパスワードが違います。確かめて入れ直してください。',
  sign_in_locked: ({ minutes }: About) =>
    minutes === undefined
      ? '続けて間違えたため、しばらくサインインできません。15分ほど待って、入れ直してください。'
      : `続けて間違えたため、あと${minutes}分はサインインできません。待って入れ直してください。`,
  sign_in_not_read: 'サインイン名は、英小文字か数字で始まる2文字以上64文字以内の英数字にしてください。',
  sign_in_taken: 'このサインイン名はすでに使われています。別の名前にしてください。',
  password_too_short: 'パスワードが短すぎます。12文字以上にしてください。',
  password_too_long: 'パスワードが長すぎます。200文字以内にしてください。',
  password_is_sign_in: 'サインイン名と同じパスワードは使えません。別のものにしてください。',
  password_too_simple: '同じ文字の繰り返しが多すぎます。別のものにしてください。',
  operator_unknown: 'その事業者は登録されていません。事業者を確かめてください。',
  operator_missing: '担当する事業者が選ばれていません。一つ以上選んでください。',
  role_missing: '役割が選ばれていません。一つ以上選んでください。',
  last_admin: '管理者がいなくなります。先に別の管理者を登録してください。',
  password_wrong: 'パスワードが違います。確かめて入れ直してください。',
  session_over: '時間がたったため、もう一度サインインしてください。入力した内容は保存されていません。',
} as const satisfies Record<string, IssueSentence>
