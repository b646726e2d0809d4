import type { Values } from './facts.ts'

/** One envelope's worth of paper in a printed batch. */
export interface BatchSet {
  /** 26-00001-4 */
  readonly number: string
  readonly name: string
  readonly papers: readonly { readonly label: string; readonly pages: number }[]
  /** of paper, the envelope too */
  readonly sheets: number
}

export interface BatchFacts {
  /** as paper writes it */
  readonly date: string
  readonly bothSides: boolean
  /** 長形3号; null where no envelopes are printed */
  readonly envelope: string | null
  readonly sets: readonly BatchSet[]
}

/** Form 'batch-index': what lies in the printer's tray, in its order. */
export const batchIndexValues = ({ date, bothSides, envelope, sets }: BatchFacts): Values => ({
  date,
  how: `${bothSides ? '両面印刷' : '片面印刷'}、${envelope === null ? '封筒は印刷しない' : `封筒 ${envelope}`}`,
  count: `${sets.length}通　用紙${sets.reduce((sum, set) => sum + set.sheets, 0)}枚（この表紙を除く）`,
  sets: sets.map(({ number, name, papers, sheets }, at) => ({
    no: String(at + 1),
    number,
    name,
    papers: papers.map(({ label, pages }) => `${label}${pages}面`).join('、'),
    sheets: `${sheets}枚`,
    pages: `${papers.reduce((sum, paper) => sum + paper.pages, 0)}面`,
  })),
})
