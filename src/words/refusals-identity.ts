import type { RefusalCode } from '../domain/refusal.ts'
import { dayFigure } from './figures.ts'
import { problemsInWords } from './paper-problems.ts'
import type { RefusalSentence } from './refusals.ts'

export const identityRefusals = {
  agent_missing: '代理人の氏名がありません。代理人を入力してください。',
  agent_not_expected: 'ご本人からの請求のため、代理人の記録はできません。ご本人として入力してください。',
  born_on_missing: 'ご本人の生年月日がありません。成年に達する日を計算するため、入力してください。',
  unknown_document: 'この書類は案件にありません。書類を選び直してください。',
  document_gone: 'この書類は返却又は廃棄されています。ほかの書類を選んでください。',
  masking_owed: '黒塗りの済んでいない書類があります。黒く塗り、その日を記録してください。',
  identity_insufficient: ({ problems }) => {
    const why = problemsInWords(problems)
    return `この書類では本人確認ができません${why === '' ? '' : `（${why}）`}。補正をお願いするか、別の書類を選んでください。`
  },
  identity_missing: '本人確認が済んでいません。書類を確かめ、記録してください。',
  address_only_in_request:
    '請求書だけに書かれた住所へは回答を送れません。確認書類か登録されている住所を選んでください。',
  authority_missing: ({ problems }) => {
    const why = problemsInWords(problems)
    return `代理権を確認できていません${why === '' ? '' : `（${why}）`}。証する書類と任されている範囲を確かめてください。`
  },
  authority_ended: ({ day }) =>
    `代理権は${dayFigure(day, 'すでに')}${day === undefined ? '' : 'に'}終わっています。ご本人が引き継がれるか確かめてください。`,
  authority_not_rechecked: '発送の日に代理権を確かめていません。今も続いていることを確かめ、記録してください。',
  receive_power_missing: '代理人は回答の受取りを任されていません。宛先をご本人にしてください。',
  subject_not_confirmed: '代理人による請求であることをご本人に確かめていません。確かめて記録してください。',
  same_person: ({ act }) =>
    act === 'count'
      ? '自分で数えた現金は、自分では確かめられません。別の担当者に依頼してください。'
      : '自分で作った案や申請は承認できません。別の責任者に依頼してください。',
  papers_open: '返却も廃棄もされていない書類があります。先に書類を片付けてください。',
} as const satisfies Partial<Record<RefusalCode, RefusalSentence>>
