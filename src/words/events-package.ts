import type { CaseEvent } from '../domain/case.ts'
import type { EventSentences } from './events.ts'
import { itemName } from './item-names.ts'

export const packageEvents = {
  ScheduleSet: ({ items, withheld }) =>
    `開示する項目の一覧（別紙）を${items}件にしました。${withheld === 0 ? '' : `うち${withheld}件は開示しません。`}`,
  PackageChosen: ({ letter, pages, masked }) =>
    `${itemName(letter)}に付ける資料を${pages}ページ選びました。${masked === 0 ? '' : `うち${masked}ページを黒塗りします。`}`,
  PackageMade: ({ letter, pages, attached, masked, edition }) =>
    `${itemName(letter)}と資料${attached}ページを、全${pages}ページの開示資料${edition === undefined ? '' : `（第${edition}版）`}にまとめました。${
      masked === 0 ? '' : `黒塗りした${masked}ページに元の文字が残っていないことを確かめました。`
    }`,
  PackageLocked: ({ letter }) =>
    `${itemName(letter)}の開示資料に鍵をかけた電子データを作りました。パスワードは、この経過には残していません。`,
} as const satisfies Partial<EventSentences<CaseEvent['type']>>
