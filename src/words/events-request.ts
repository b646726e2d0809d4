import type { CaseEvent } from '../domain/case.ts'
import { formatCaseNumber, parseCaseNumber } from '../domain/case-number.ts'
import { longDay } from '../domain/era.ts'
import { enclosureLabel } from './enclosures.ts'
import type { EventSentences } from './events.ts'
import { serviceWords } from './posts.ts'
import { channelWords, kindsInWords, methodWords, relationWords, requesterWords } from './requests.ts'

const items = (codes: readonly string[]): string => codes.map(enclosureLabel).join('、')
const readable = (number: string): string => {
  const known = parseCaseNumber(number)
  return known === null ? number : formatCaseNumber(known)
}

export const requestEvents = {
  FormRequestLogged: ({ number, channel, receivedOn, kinds }) =>
    `${longDay(receivedOn)}に${channelWords[channel]}で用紙の請求を受け、受付番号${readable(number)}としました。${
      kinds.length === 0 ? '' : `請求の種類は${kindsInWords(kinds)}です。`
    }`,
  FormsSent: ({ on, by }) => `${longDay(on)}に請求用紙を${channelWords[by]}で送りました。`,
  RequestLogged: ({ number, arrivedOn, incoming, requester, kinds, missing }) =>
    `${longDay(arrivedOn)}に到達した${requesterWords[requester]}からの請求（${kindsInWords(kinds)}）を、受付番号${readable(number)}で受け付けました。届き方は${serviceWords[incoming]}です。${
      missing.length === 0 ? '' : `足りないものは${items(missing)}です。`
    }`,
  ArrivalAmended: ({ arrivedOn, free }) =>
    `到達日を${longDay(arrivedOn)}に改めました。${free ? 'この日の取扱規程により、手数料はいただきません。' : ''}`,
  PersonAmended: ({ whose, unproved }) =>
    `${whose === 'agent' ? '代理人' : 'ご本人'}の氏名・住所などを改めました。${
      unproved ? '済んでいた本人確認や代理権の確認は、やり直しになります。' : ''
    }`,
  MethodChanged: ({ method }) => `回答の方法を「${methodWords[method]}」に改めました。`,
  CaseLinked: ({ other, relation }) => `受付番号${readable(other)}を、${relationWords[relation]}として関連付けました。`,
  SupplementRequested: ({ items: codes, dueOn }) =>
    `${longDay(dueOn)}までの補正をお願いしました。${codes.length === 0 ? '' : `お願いしたものは${items(codes)}です。`}`,
  SupplementReceived: ({ items: codes, receivedOn }) =>
    codes.length === 0
      ? `${longDay(receivedOn)}に補正への返答が届きました。`
      : `${longDay(receivedOn)}に補正として${items(codes)}が届きました。`,
  MissingNoted: ({ items: codes }) => `足りないものとして${items(codes)}を加えました。`,
  DeadlineExtended: ({ until, planned }) => `回答予定日を${longDay(planned)}から${longDay(until)}に改めました。`,
} as const satisfies Partial<EventSentences<CaseEvent['type']>>
