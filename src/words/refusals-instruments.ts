import type { RefusalCode } from '../domain/refusal.ts'
import { yenFigure } from './figures.ts'
import type { RefusalSentence } from './refusals.ts'

export const instrumentRefusals = {
  order_not_held: '手もとにない定額小為替が選ばれています。換金又は返却の記録を確かめ、選び直してください。',
  stamps_not_held: ({ face, most }) =>
    typeof face === 'number' && face > 0
      ? `切手帳にある${yenFigure(face)}切手は${most ?? 0}枚です。枚数を確かめるか、先に棚卸をしてください。`
      : '切手の枚数を1枚以上入れてください。',
  cash_not_held: ({ most }) =>
    most === undefined
      ? '手もとの現金が足りません。現金を数え、帳簿と合わせてください。'
      : `手もとの現金は${yenFigure(most)}です。1円以上、この額以内で入れてください。`,
  instruments_not_held:
    '手もとの切手又は定額小為替では、この額をお返しできません。換金や使用の記録を取り消すか、別の方法で返金してください。',
  exchange_gains: ({ most }) =>
    `渡した切手は${yenFigure(most)}分です。受け取った切手がこれを超えています。枚数を確かめてください。`,
  counter_same_person: '自分で数えたものは、自分では確かめられません。もう一人の担当者を選んでください。',
  unknown_counter: 'もう一人の担当者を、一覧から選んでください。',
  difference_unexplained: ({ difference }) =>
    typeof difference === 'number' && difference !== 0
      ? `帳簿より${yenFigure(Math.abs(difference))}${difference < 0 ? '少ない' : '多い'}結果です。数え直し、それでも合わなければ理由を選んでください。`
      : '帳簿と合いません。数え直し、それでも合わなければ理由を選んでください。',
  unknown_account: '入金先は、この事業者の口座から選んでください。',
  unknown_entry: 'この記録は取り消せません。記録を選び直してください。',
  entry_settled: 'この記録はすでに取り消されたか、銀行の明細と結び付いています。今の状態を確かめてください。',
} as const satisfies Partial<Record<RefusalCode, RefusalSentence>>
