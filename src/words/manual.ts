import { caseSections } from './manual-cases.ts'
import { closingSections } from './manual-closing.ts'
import { moneySections } from './manual-money.ts'
import { monthSections } from './manual-month.ts'
import { postSections } from './manual-post.ts'
import { postWalkSections } from './manual-post-walk.ts'
import { printSections } from './manual-print.ts'
import { refundSections } from './manual-refunds.ts'
import { safeSections } from './manual-safe.ts'

/** One piece of work. `id` is its anchor; `steps` are done in this order; `table` names cases and what each asks for. */
export interface ManualSection {
  readonly id: string
  readonly title: string
  readonly lines: readonly string[]
  readonly steps?: readonly string[]
  readonly table?: ManualTable
}

export interface ManualTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface ManualChapter {
  readonly title: string
  readonly sections: readonly ManualSection[]
}

/** 使い方: the clerk's manual, by the work of the day. */
export const manual: readonly ManualChapter[] = [
  { title: '案件', sections: caseSections },
  { title: '印刷・封入・発送', sections: [...printSections, ...postSections] },
  { title: '入金', sections: [...moneySections, ...safeSections, ...refundSections, ...closingSections] },
  { title: '見本の1か月分を消し込む', sections: monthSections },
  { title: '見本の発送を練習する', sections: postWalkSections },
]

/** Anchor of the section that tells of a page of 入金. */
export const moneyAnchor = (place: string): string => `money-${place}`
