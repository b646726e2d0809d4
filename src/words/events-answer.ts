import type { CaseEvent } from '../domain/case.ts'
import { longDay } from '../domain/era.ts'
import type { EventSentences } from './events.ts'
import { itemName } from './item-names.ts'
import { letterWords, reprintWords } from './letters.ts'
import { groundWords, outcomeWords } from './outcomes.ts'
import { whoseWords } from './papers.ts'
import { findingWords } from './proceedings.ts'
import { requestKindWords } from './requests.ts'

/** Hex digits of a file's hash: enough to tell files apart; the whole of it is in the API and at the shell. */
const SHOWN = 16

export const answerEvents = {
  InquiryOpened: ({ id, department, systems, period, dueOn }) =>
    `${typeof department === 'string' ? `${department}に` : ''}${itemName(id)}を依頼しました。調べる場所は${systems.join('、')}、期間は${period}です。${
      dueOn === undefined ? '' : `${longDay(dueOn)}までの回答を求めました。`
    }`,
  InquiryAnswered: ({ inquiry, finding, systems, period }) =>
    `${itemName(inquiry)}の結果は「${findingWords[finding]}」でした。調べた場所は${systems.join('、')}、期間は${period}です。`,
  SubjectIdentified: () => 'どなたのことかを確かめ、ご本人を特定しました。',
  DecisionDrafted: ({ id, kind, outcome, grounds }) =>
    `${requestKindWords[kind]}について「${outcomeWords(kind, outcome)}」とする案を${itemName(id)}として作りました。${
      grounds.length === 0 ? '' : `根拠は${grounds.map(ground => groundWords[ground]).join('、')}です。`
    }`,
  DecisionApproved: ({ decision }) => `${itemName(decision)}を決裁しました。`,
  DecisionReturned: ({ decision }) => `${itemName(decision)}の案を差し戻しました。`,
  LetterDrafted: ({ id, form, enclosures, to }) =>
    `${whoseWords[to]}あての${letterWords[form]}を${itemName(id)}として作りました。${
      enclosures.length === 0 ? '' : `同封するものは${enclosures.map(each => letterWords[each]).join('、')}です。`
    }`,
  LetterPrinted: ({ letter, pages, sha256, why }) =>
    `${itemName(letter)}${pages ? `（${pages.reduce((sum, count) => sum + count, 0)}面）` : ''}を${
      why === undefined ? '印刷しました' : `もう一度印刷しました（理由：${reprintWords[why]}）`
    }。${sha256 === undefined ? '' : `控えのSHA-256は${sha256.slice(0, SHOWN)}…です。`}`,
  LetterDiscarded: ({ letter }) => `${itemName(letter)}を取りやめました。`,
} as const satisfies Partial<EventSentences<CaseEvent['type']>>
