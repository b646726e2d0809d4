import type { About } from './figures.ts'
import type { IssueSentence } from './issues.ts'

export const statementIssues = {
  statement_too_large: ({ mb }: About) =>
    `ファイルが大きすぎます。${mb ?? 50}メガバイトまで読み込めます。期間を分けてダウンロードしてください。`,
  statement_missing: '明細のファイルが選ばれていません。銀行から取得したファイルを選んでください。',
  file_gone:
    'このファイルはもうありません。取り込んだか、破棄したか、1日がたっています。明細の一覧を確かめてください。',
  nothing_readable: '取り込める明細がありません。銀行から取得したファイルを選んでください。',
  nothing_new: '新しい明細はありません。どの明細もすでに取り込んであります。',
  columns_missing: '列の意味が決まっていません。どの列が何かを指定してください。',
  columns_twice: '同じ意味の列が2つあります。1つだけにしてください。',
  date_column_missing: '日付の列を選んでください。',
  amount_column_missing: '入金、出金、金額のどれかの列を選んでください。',
  account_missing: 'どの口座の明細かを選んでください。',
  account_not_served: '担当していない事業者の口座の明細です。取り込めません。この口座を担当する経理に渡してください。',
  account_not_there: 'その口座は、登録されていないか、担当していない事業者の口座です。口座の番号を確かめてください。',
  account_other: '選んだ口座とファイルの口座番号が違います。口座を選び直すか、新しく登録してください。',
  account_known: '同じ口座がすでに登録されています。一覧から選んでください。',
  unknown_account: 'この口座は登録されていません。一覧から選んでください。',
  bank_code_not_read: '銀行コードは4桁の数字で入れてください。',
  branch_code_not_read: '支店コードは3桁の数字で入れてください。',
  account_number_not_read: '口座番号は数字で入れてください。',
  calendar_missing: '日付の年が和暦か西暦かを選んでください。',
  proof_missing: 'このまま取り込むには、理由が要ります。理由を書いてください。',
} as const satisfies Record<string, IssueSentence>
