import type { CaseEvent } from '../domain/case.ts'
import { longDay } from '../domain/era.ts'
import { formatTrackingNumber } from '../domain/tracking-number.ts'
import type { EventSentences } from './events.ts'
import { itemName } from './item-names.ts'
import { asWords, maskWords, paperWords, powerWords, whoseWords } from './papers.ts'

const papers = (ids: readonly string[]): string => ids.map(itemName).join('、')

export const identityEvents = {
  PaperReceived: ({ id, whose, kind, as, receivedOn, unmasked, place }) =>
    `${longDay(receivedOn)}に届いた${whoseWords[whose]}の${paperWords[kind]}（${asWords[as]}）を${itemName(id)}とし、${place}に置きました。${
      unmasked.length === 0 ? '' : `${unmasked.map(each => maskWords[each]).join('、')}が見えたままです。`
    }`,
  PaperMasked: ({ paper, on }) => `${longDay(on)}に${itemName(paper)}を黒く塗りました。`,
  IdentityChecked: ({ whose, papers: used, sendTo }) =>
    `${papers(used)}により${whoseWords[whose]}を確認しました。回答の送り先は${
      sendTo === 'papers' ? '確認書類に書かれた住所' : '登録されている住所'
    }です。`,
  IdentityRefused: ({ whose }) => `${whoseWords[whose]}を確認できませんでした。`,
  PaperMoved: ({ paper, place }) => `${itemName(paper)}を${place}に移しました。`,
  PaperReturned: ({ paper, on, trackingNumber }) =>
    `${longDay(on)}に${itemName(paper)}を返却しました。${
      trackingNumber === undefined ? '' : `引受番号は${formatTrackingNumber(trackingNumber)}です。`
    }`,
  PaperShredded: ({ paper, on, witness }) => `${longDay(on)}に${witness}の立会いで${itemName(paper)}を廃棄しました。`,
  AuthorityChecked: ({ papers: used, powers }) =>
    `${used.length === 0 ? '' : `${papers(used)}により`}代理権を確認しました。任されているのは${powers
      .map(power => powerWords[power])
      .join('、')}です。`,
  AuthorityRechecked: ({ on }) => `${longDay(on)}に代理権が続いていることを確かめました。`,
  AuthorityEnded: ({ on }) => `代理権が${longDay(on)}に終わりました。`,
  SubjectConfirmed: ({ on }) => `${longDay(on)}に、代理人による請求であることをご本人に確かめました。`,
  SubjectTookOver: ({ on }) => `${longDay(on)}からご本人が請求を引き継ぎました。`,
} as const satisfies Partial<EventSentences<CaseEvent['type']>>
