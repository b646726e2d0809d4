import type { PolicyWarning, PolicyWarningCode } from '../domain/policy-warnings.ts'
import { type About, dayFigure, listed, yenFigure } from './figures.ts'
import { letterWords } from './letters.ts'
import { paperWords } from './papers.ts'
import { meansWords } from './payments.ts'
import { methodWords, requestKindWords } from './requests.ts'

const named = (words: Readonly<Record<string, string>>, codes: string | number | undefined): string =>
  listed(codes)
    .map(code => (Object.hasOwn(words, code) ? (words[code] ?? code) : code))
    .join('、')

const sentences: Record<PolicyWarningCode, (about: About) => string> = {
  gross_price_stale: ({ amount, net, rate }) =>
    `手数料${yenFigure(amount)}は、消費税率${rate}%のときの税込額（本体${yenFigure(net)}）と一致します。今の税率で額を見直してください。`,
  payment_not_published: ({ means }) =>
    `手数料の納め方（${named(meansWords, means)}）が公表されていません。取扱規程に書き加えてください。`,
  fee_below_postage: ({ fee, postage }) =>
    `手数料${yenFigure(fee)}は、回答の郵送料${yenFigure(postage)}を下回ります。送り方か額を見直してください。`,
  forms_tied_to_paid_disclosure: ({ forms }) =>
    `${named(letterWords, forms)}が有料の開示の回答にだけ同封されます。法第34条と第35条の請求は開示を条件としません。直接の請求にも用紙を渡してください。`,
  paper_abolished: ({ paper, abolishedOn }) =>
    `${named(paperWords, paper)}は${dayFigure(abolishedOn)}から確認書類として使えません。受け付ける書類から外してください。`,
  kind_not_listed: ({ kind }) =>
    `${named(requestKindWords, kind)}が取扱規程にありません。法律上の請求はお受けする必要があります。書き加えてください。`,
  electronic_not_offered: ({ methods }) =>
    `開示の方法は${named(methodWords, methods)}だけです。法第33条第1項により、ご本人は電磁的記録による開示を選べます。書き加えてください。`,
}

export const policyWarningSentence = ({ code, about }: PolicyWarning): string => sentences[code](about)
