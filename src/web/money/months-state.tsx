import type { MonthRow } from '../../desk/money/month-row.ts'
import type { Month } from '../../domain/money/closing.ts'
import { Badge, type Tone } from '../marks.tsx'

/** 2026年11月 */
export const monthTitle = (month: Month): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`

const states: Readonly<Record<MonthRow['state'], { word: string; tone: Tone }>> = {
  running: { word: '開いている（月の途中）', tone: 'calm' },
  open: { word: '開いている', tone: 'soon' },
  prepared: { word: '作成済み', tone: 'soon' },
  signed: { word: '締め済み', tone: 'good' },
}

export const StateBadge = ({ row }: { row: MonthRow }) => (
  <Badge tone={states[row.state].tone}>{states[row.state].word}</Badge>
)
