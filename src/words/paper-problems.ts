import type { PaperProblemCode } from '../domain/identity-rule.ts'
import { type About, letterDay, listed } from './figures.ts'
import { paperWords } from './papers.ts'

const kindsOf = (about: About, join = '又は'): string =>
  listed(about.kind)
    .map(kind => (Object.hasOwn(paperWords, kind) ? paperWords[kind as keyof typeof paperWords] : kind))
    .join(join) || '書類'

/** Rows of the 補正 letter, dates as paper writes them. */
const sentences: Record<PaperProblemCode, (about: About) => string> = {
  not_accepted: about =>
    `${kindsOf(about)}は、ご本人の確認にお使いいただけません。ご案内の書類の中から、別のものをお送りください。`,
  original_needed: about => `${kindsOf(about)}は写しではお受けできません。原本をお送りください。`,
  abolished: about =>
    `${kindsOf(about)}は、制度の変更により${letterDay(about.since, '現在')}から確認書類としてお使いいただけません。別の書類をお送りください。`,
  expired: about =>
    `${kindsOf(about)}の有効期限（${letterDay(about.expiresOn, '記載の日')}）が、ご請求の到達日より前に切れていました。有効な書類をお送りください。`,
  issue_date_missing: about => `${kindsOf(about)}の発行日を確認できませんでした。発行日が分かるものをお送りください。`,
  issued_after_receipt: about =>
    `${kindsOf(about)}の発行日（${letterDay(about.issuedOn, '記載の日')}）が、届いた日（${letterDay(about.receivedOn)}）より後になっています。記載をお確かめください。`,
  too_old: about =>
    `${kindsOf(about)}の発行日が${letterDay(about.issuedOn, '記載の日')}で、到達日において発行後${about.months ?? '所定の'}か月を過ぎていました。新しく発行されたものをお送りください。`,
  repeated: about => `${kindsOf(about)}が2点届きました。別の種類の書類をもう1点お送りください。`,
  too_few: about =>
    typeof about.usable === 'number' && about.usable > 0
      ? `確認に使える書類は${about.usable}点でした。不足している点数の書類をお送りください。`
      : '確認に使える書類がありませんでした。ご案内の書類をお送りください。',
  authority_paper_missing: about =>
    `代理権を証する書類（${kindsOf(about)}）を確認できませんでした。この書類をお送りください。`,
}

/** Short, for lists and inside other sentences. */
export const paperProblemLabels: Record<PaperProblemCode, string> = {
  not_accepted: '受け付けていない書類',
  original_needed: '原本でない',
  abolished: '廃止された書類',
  expired: '有効期限切れ',
  issue_date_missing: '発行日の記録がない',
  issued_after_receipt: '発行日が届いた日より後',
  too_old: '発行から日がたちすぎている',
  repeated: '同じ種類の書類',
  too_few: '点数の不足',
  authority_paper_missing: '代理権を証する書類がない',
}

export const paperProblemSentence = (code: PaperProblemCode, about: About = {}): string => sentences[code](about)

/** 有効期限切れ、点数の不足; empty where no code is known. */
export const problemsInWords = (codes: string | number | undefined): string =>
  listed(codes)
    .flatMap(code => (Object.hasOwn(paperProblemLabels, code) ? [paperProblemLabels[code as PaperProblemCode]] : []))
    .join('、')
