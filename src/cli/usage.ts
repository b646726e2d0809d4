/** Wrong use of the shell: one line on stderr, exit 2. */
export class UsageError extends Error {}

/** The answer is no: one line on stderr, exit 1. */
export class RefusedError extends Error {}

export const usage = `開示デスク kaiji

  kaiji serve [--empty]                     画面とAPIを開く（--empty：見本のない本番用の窓口）
  kaiji walk --out DIR [--json]             5事業者の請求を、到達から回答の配達まで通しで行う
  kaiji reckon --operator ID --arrived DATE [--json]   期限を一日ごとに数える
  kaiji tracking NUMBER [--json]            引受番号の検査数字を確かめる
  kaiji operators check FILE...             事業者の取扱規程の書式を確かめる
  kaiji operators show [ID] [--json]        登録済みの事業者を見る
  kaiji operators import FILE... --as NAME  事業者を登録する
  kaiji cases [--q TEXT] [--state open|closed|all] --as NAME [--json]
  kaiji case NUMBER --as NAME [--json]      案件の状態と経過
  kaiji perform VERB [NUMBER] --as NAME [--body FILE|-]  画面と同じ操作を行う（本文はJSON）
  kaiji letter NUMBER LETTER --as NAME --out FILE.pdf [--why REASON]
                                            文書を印刷用に書き出し、印刷を記録する（--why：2回目からの理由）
  kaiji package NUMBER --as NAME --out FILE.pdf [--locked]  開示資料を作る（--locked：鍵をかけ、パスワードを一度だけ示す）
  kaiji staff add SIGN_IN --name NAME --role ROLE... [--operator ID...]
  kaiji mail send | list                    送信待ちのメールを送る・見る
  kaiji statement FILE [--json]             銀行の明細ファイルを読んで、取り込む内容を見る
  kaiji reconcile --as NAME [--q TEXT] [--account ID] [--json]  消込の候補と理由を見る（記帳しない）
  kaiji import FILE --as NAME [--account ID] [--date-mode wareki|seireki] [--despite TEXT] [--yes] [--json]
                                            明細を取り込む（--yes がなければ、取り込む内容を見るだけ）
  kaiji instruments --as NAME [--json]      手もとの定額小為替・切手・現金と、期限の近いもの
  kaiji month MONTH --as NAME [--json]      精算表の照合を見る（合わない行があれば終了コード1）
  kaiji export yayoi|freee|money_forward --from DATE --to DATE --as NAME --out FILE [--operator ID]
                                            会計ソフトへ渡す仕訳のファイルを作る
  kaiji verify [--json]                     経過記録の連鎖、一覧の一致、文書の控えを確かめる

終了コード：0 できた　1 できない（理由を1行）　2 使い方の誤り`
