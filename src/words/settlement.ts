import { formatCaseNumber, parseCaseNumber } from '../domain/case-number.ts'
import type { Bucket, DueBucket, Reason, ReasonCode } from '../domain/settlement.ts'
import { type About, dayFigure, yenFigure } from './figures.ts'

/** Names of the buckets a line lands in. */
export const bucketWords: Record<Bucket, string> = {
  proposed: '消込案',
  likely: '要確認',
  ambiguous: '候補が複数',
  short: '不足',
  over: '過入金',
  duplicate: '重複',
  sum: '合算',
  closed_case: '終了した案件',
  unknown: '該当なし',
}

/** The same for a case. */
export const dueBucketWords: Record<DueBucket, string> = {
  proposed: '消込案あり',
  likely: '要確認の入金あり',
  ambiguous: '候補が複数の入金あり',
  short: '不足の入金あり',
  over: '過入金あり',
  duplicate: '重複の入金あり',
  sum: '合算の入金あり',
  closed_case: '終了後の入金あり',
  open: '未入金',
  settled: '入金不要',
}

/** What a bucket means and what the person does with it. */
export const bucketSentences: Record<Bucket, string> = {
  proposed: '受付番号・金額・名義がそろっています。確かめてから消し込んでください。',
  likely: '案件は絞れましたが、食い違うことがあります。理由を確かめて決めてください。',
  ambiguous: '当てはまる案件が複数あります。システムは選びません。どの案件かを決めてください。',
  short: '納めていただく額に足りません。不足の扱いを取扱規程に従って決めてください。',
  over: '納めていただく額を超えています。超えた額は仮受金に残ります。',
  duplicate: '同じ手数料の入金がほかにあります。二重払いか、記録済みの入金かを確かめてください。',
  sum: '同じ請求者又は代理人の複数の案件をまとめた額です。内訳を確かめてください。',
  closed_case: '手数料の要らない案件、又は終わった案件への入金です。返金を確かめてください。',
  unknown: '当てはまる案件がありません。仮受金として残し、支払った方を確かめてください。',
}

/** In place of the bucket's: such a line is never given to a case. */
export const cancelledSentence =
  '銀行が取り消した入金か、その取消です。取消の出金を「出金」の画面でこの入金と結び付けると、仮受金から消えます。'

const where: Readonly<Record<string, string>> = {
  payer: '振込依頼人名',
  code: '振込依頼人コード',
  edi: 'EDI情報',
  description: '摘要',
}
const numberFigure = (value: string | number | undefined): string => {
  const number = parseCaseNumber(String(value ?? ''))
  return number === null ? String(value ?? '') : formatCaseNumber(number)
}
const count = (value: string | number | undefined, unit: string): string =>
  typeof value === 'number' ? `${value.toLocaleString('ja-JP')}${unit}` : 'いくつか'

const sentences: Record<ReasonCode, string | ((about: About) => string)> = {
  number_in: about => `${where[about.where ?? ''] ?? '明細'}に受付番号${numberFigure(about.number)}があります。`,
  number_near: ({ digits, number }) =>
    `明細の番号「${digits ?? ''}」は検査数字が合わず、受付番号${numberFigure(number)}と1字違いです。`,
  number_unknown: ({ number }) => `明細の番号${numberFigure(number)}の案件はありません。`,
  number_check_failed: ({ digits }) =>
    `明細の番号「${digits ?? ''}」は検査数字が合いません。書き誤りか、ほかの番号です。`,
  number_old: ({ number }) => `明細の受付番号${numberFigure(number)}は、同じ方の納付の要らない案件のものです。`,
  number_of_other: ({ number }) => `明細の受付番号${numberFigure(number)}は、名義の違う案件のものです。`,
  several_numbers: ({ cases }) => `明細に${count(cases, '件')}の受付番号があります。`,
  name_strict: '名義が一致しています。',
  name_weak: '長音・濁点などの違いを無視して、名義が一致しています。',
  name_swapped: '名義の語順が違いますが、同じ語です。',
  name_alias: '以前に確認した支払人の名義です。',
  name_joined: '代理人と本人の名が並んでいます。',
  name_none: '明細に名義がありません。',
  name_agent: '代理人の名義です。支払人としてまだ確認していません。',
  name_cut: '名義は先頭だけが一致しています。銀行で途中までになった可能性があります。',
  name_form_differs: '名称は一致しますが、法人の種類が違います。',
  name_surname_only: ({ cases }) =>
    cases === undefined
      ? '名義が名字だけです。'
      : `名義が名字だけです。同じ名字の案件が${count(cases, '件')}あります。`,
  name_family: '名字は同じで、名が違います。ご家族の可能性があります。',
  name_with_other: '本人の名のほかに、登録のない名が付いています。',
  name_differs: '名義相違です。案件のどなたの名とも一致しません。',
  same_name: ({ cases }) => `同じ名義に近い案件がほかに${count(cases, '件')}あります。`,
  amount_exact: ({ amount }) => `金額${yenFigure(amount)}が未納額と一致しています。`,
  amount_in_sum: ({ cases, sum }) => `${count(cases, '件')}の未納額の合計が${yenFigure(sum)}と一致しています。`,
  short_by_fee: ({ short, outstanding }) =>
    `未納額${yenFigure(outstanding)}に${yenFigure(short)}足りません。振込手数料が差し引かれた額です。`,
  short_by: ({ short, outstanding }) => `未納額${yenFigure(outstanding)}に${yenFigure(short)}足りません。`,
  over_by: ({ over, outstanding }) => `未納額${yenFigure(outstanding)}より${yenFigure(over)}多い入金です。`,
  together_exact: ({ lines, sum }) =>
    `${count(lines, '件')}の入金を合わせると${yenFigure(sum)}で、未納額と一致します。`,
  sums_tied: '合計が合う案件の組合せが複数あります。',
  group_too_large: '同じ請求者又は代理人の案件が多いため、合算は調べていません。',
  state_withdrawn: '取り下げられた案件です。',
  state_closed: '終わった案件です。',
  state_not_charged: '手数料のかからない請求です。',
  paid_already: ({ asked }) => `手数料${yenFigure(asked, '')}はすでに納められています。`,
  booked_by_hand: ({ receivedOn, amount }) =>
    `${dayFigure(receivedOn)}に手で記録した入金${yenFigure(amount)}の明細と思われます。`,
  maybe_by_hand: ({ amount }) => `手で記録した${yenFigure(amount)}の入金があり、その明細の可能性があります。`,
  rest_of_line: ({ rest }) => `この明細から充てた残り${yenFigure(rest)}です。`,
  other_operator: 'この口座では受け付けない事業者の案件です。',
  before_arrival: ({ arrivedOn }) => `請求の到達（${dayFigure(arrivedOn)}）より前の入金です。`,
  after_due: ({ dueOn }) => `お支払いの期限（${dayFigure(dueOn)}）を過ぎた入金です。`,
  claimed_twice: ({ lines }) => `同じ案件に当たる入金がほかに${count(lines, '件')}あります。`,
  same_due_as: '同じ案件の手数料に、先に挙げた入金が当たっています。',
  cancelled_by: '名義と金額の同じ取消・訂正の明細があります。取り消された入金かもしれません。',
  cancels: '取消・訂正の明細です。元の明細を確かめてください。',
  tied: ({ cases }) => `${count(cases, '件')}の案件に当てはまり、決め手がありません。`,
  nothing_left: 'この明細に残っている額はありません。',
}

/** One reason, contradiction or note as a sentence with its figures. */
export const reasonSentence = ({ code, about }: Reason): string => {
  const sentence = sentences[code]
  return typeof sentence === 'string' ? sentence : sentence(about ?? {})
}
