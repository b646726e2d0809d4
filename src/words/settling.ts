import type { Booking, Settled, SettlingNo } from '../desk/money/settled.ts'
import type { SuspenseStep } from '../desk/money/suspense.ts'
import { formatYen, yen } from '../domain/yen.ts'
import { yenFigure } from './figures.ts'
import { refusalSentence } from './refusals.ts'

type About = Readonly<Record<string, string | number>>

const caseText = (about: About): string => {
  const number = String(about.case ?? '')
  return number.length === 8 ? `案件 ${number.slice(0, 2)}-${number.slice(2, 7)}-${number.slice(7)}` : '案件'
}

/** Why a line was not settled, and what to do. */
const noSentences: Readonly<Record<SettlingNo, string | ((about: About) => string)>> = {
  not_allowed: '消込をする権限がありません。経理の担当に依頼してください。',
  unknown_line: 'この明細行は見つかりません。明細と、担当する事業者を確かめてください。',
  line_is_debit: '出金の明細行です。入金の明細行を選んでください。',
  line_cancelled: '銀行の取消又は訂正に関わる明細行です。取り消された入金か、明細行の詳細で確かめてください。',
  line_waits: '返金の承認又は組戻しの回答を待っている明細行です。先にそちらを決めてください。',
  already_settled: 'この明細行は、ほかの担当者が先に処理しました。いまの状態を明細行の詳細で確かめてください。',
  world_moved:
    '表示したあとで明細か案件が変わりました。何も記帳していません。画面を開き直して、いまの候補を確かめてください。',
  not_decided: '候補が一つに決まりません。案件を選んで充ててください。',
  no_parts: '充てる案件と金額を入れてください。',
  amount_wrong: '金額は1円以上の整数で入れてください。',
  note_wrong: '覚え書きは1,000字までの、印刷できる文字で入れてください。何も記帳していません。',
  exceeds_line: ({ rest, sum }) =>
    `金額の合計（${yenFigure(sum)}）が、この明細行の残り（${yenFigure(rest)}）を超えています。`,
  case_twice: about => `${caseText(about)}が2行あります。1行にまとめてください。`,
  unknown_case: '受付番号の案件が見つかりません。番号と、担当する事業者を確かめてください。',
  other_operator: about =>
    `${caseText(about)}は、この口座で手数料を受け取る事業者の案件ではありません。口座の設定か番号を確かめてください。`,
  exceeds_owed: about =>
    about.owes === 0
      ? `${caseText(about)}に未納の手数料はありません。預りにするときは「超える分を預りにする」に印を付けてください。`
      : `${caseText(about)}の未納額は${yenFigure(about.owes)}です。超える分を預りにするときは「超える分を預りにする」に印を付けてください。`,
  unknown_allocation: 'この消込はすでに取り消されているか、この明細行のものではありません。',
  case_refused: about => `${caseText(about)}に記帳できません。`,
}

/** What a confirmation really did: a fee was settled, or only held, or a receipt booked by hand was proved. */
export const bookedSentence = (booked: readonly Booking[]): string => {
  const sum = (of: (each: Booking) => number) => booked.reduce((total, each) => total + of(each), 0)
  const held = sum(each => each.held ?? 0)
  if (booked.length > 0 && booked.every(each => each.linked)) return '手で記録した入金と結び付けました。'
  if (held === 0) return '消し込みました。'
  return held === sum(each => each.amount)
    ? `未納がないため、${formatYen(yen(held))}を預りにしました。返すか、ほかに充てるかを決めてください。`
    : `消し込みました。うち${formatYen(yen(held))}は預りです。`
}

/** The same in a word, for the row. */
export const bookedWord = (booked: readonly Booking[]): string =>
  booked.length > 0 && booked.every(each => each.linked)
    ? '結び付け済み'
    : booked.length > 0 && booked.every(each => each.held === each.amount)
      ? '預り'
      : '済'

/** One answer as a sentence; of a refused case with the case's own reason. */
export const settledSentence = (answer: Settled): string => {
  if (answer.ok)
    return answer.repeated
      ? 'この消込は、すでに記帳されています。二重には記帳していません。'
      : bookedSentence(answer.booked)
  const { no, about = {}, refusal } = answer
  const sentence = noSentences[no]
  const said = typeof sentence === 'string' ? sentence : sentence(about)
  return refusal === undefined ? said : `${said}${refusalSentence(refusal)}`
}

/** 次にすること of the suspense list. */
export const suspenseStepWords: Readonly<Record<SuspenseStep, string>> = {
  confirm: '候補を確かめて消し込む',
  choose: '候補から案件を選ぶ',
  return_or_book: '返すか、預りにするか決める',
  find: '案件を探す',
  ask_bank: '銀行に依頼人を照会する',
  await_refund: '返金の承認を待つ',
  await_recall: '組戻しに回答する',
  cancelled: '取消の出金と結び付ける',
}
