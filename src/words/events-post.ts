import type { CaseEvent } from '../domain/case.ts'
import { longDay } from '../domain/era.ts'
import { formatTrackingNumber } from '../domain/tracking-number.ts'
import type { EventSentences } from './events.ts'
import { itemName } from './item-names.ts'
import { whoseWords } from './papers.ts'
import { returnReasonWords, serviceWithOptions } from './posts.ts'
import { contactWayWords, deemedWords, freezeReasonWords, withdrawalWayWords } from './proceedings.ts'
import { kindsInWords } from './requests.ts'

export const postEvents = {
  EnvelopePacked: ({ id, letters, to, pages, handover }) =>
    `${letters.map(itemName).join('、')}を${handover ? `窓口で${whoseWords[to]}に手渡すため` : `${whoseWords[to]}あての${itemName(id)}に入れ`}、${pages}面がそろっていることを番号で確かめました。`,
  PackingConfirmed: ({ envelope }) => `${itemName(envelope)}の封入を、別の担当者が確かめました。`,
  LettersPosted: ({ id, letters, to, service, options, trackingNumber, postedOn }) =>
    `${longDay(postedOn)}に${letters.map(itemName).join('、')}を${whoseWords[to]}あてに${serviceWithOptions(service, options)}で送り、${itemName(id)}としました。${
      trackingNumber === undefined ? '' : `引受番号は${formatTrackingNumber(trackingNumber)}です。`
    }`,
  PostHeld: ({ posting, since }) => `${itemName(posting)}が${longDay(since)}から郵便局で保管されています。`,
  PostDelivered: ({ posting, on }) => `${itemName(posting)}が${longDay(on)}に配達されました。`,
  PostReturned: ({ posting, on, reason }) =>
    `${itemName(posting)}が${longDay(on)}に戻りました。理由は${returnReasonWords[reason]}です。`,
  CertificateReceived: ({ posting, on }) => `${itemName(posting)}の配達証明書が${longDay(on)}に届きました。`,
  CertificateAskedFor: ({ posting, on }) => `${longDay(on)}に${itemName(posting)}の配達証明を改めて請求しました。`,
  Withdrawn: ({ kinds, on, how, returnPapers }) =>
    `${longDay(on)}に${withdrawalWayWords[how]}で${kindsInWords(kinds)}の請求の取下げがありました。${
      returnPapers ? '書類の返却を希望されています。' : ''
    }`,
  DeemedWithdrawn: ({ because, kinds, on }) =>
    `${deemedWords[because]}が期限までになかったため、${longDay(on)}に${kindsInWords(kinds)}の請求を取り下げられたものとしました。`,
  CaseFrozen: ({ because }) => `${freezeReasonWords[because]}のため、手続を止めました。`,
  CaseUnfrozen: () => '手続を再開しました。',
  CaseClosed: ({ on, undelivered }) =>
    undelivered ? `回答を配達できないまま、${longDay(on)}に案件を終えました。` : `${longDay(on)}に案件を終えました。`,
  CaseReopened: () => '終えた案件を再開しました。',
  CaseErased: ({ on }) => `${longDay(on)}に個人の情報を消去しました。`,
  NoteAdded: ({ way, restricted }) =>
    `${way === 'memo' ? '覚え書き' : `${contactWayWords[way]}の記録`}を残しました。${restricted ? '責任者だけが見られます。' : ''}`,
} as const satisfies Partial<EventSentences<CaseEvent['type']>>
