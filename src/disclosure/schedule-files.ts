import { csvFile } from '../domain/csv-cell.ts'
import { type GroundCode, groundOf } from '../domain/grounds.ts'
import type { ScheduleRow } from '../domain/schedule.ts'

/** A row as the person gets it, of the 別紙 or typed into the decision. */
export interface DataRow extends Pick<ScheduleRow, 'system' | 'item' | 'value'> {
  readonly withheld?: GroundCode | undefined
}

/** A withheld row gives its item and article; its value is not read here. */
const citation = (code: GroundCode): string => `個人情報の保護に関する法律${groundOf(code).article}`

export const scheduleCsv = (rows: readonly DataRow[]): Buffer => {
  const lines = [
    ['システム', '項目', '内容', '開示しない根拠'],
    ...rows.map(row => [
      row.system,
      row.item,
      row.withheld === undefined ? row.value : '',
      row.withheld === undefined ? '' : citation(row.withheld),
    ]),
  ]
  return Buffer.from(csvFile(lines))
}

export const scheduleJson = (number: string, rows: readonly DataRow[]): Buffer =>
  Buffer.from(`${JSON.stringify({ 受付番号: number, 項目: rows.map(itemOf) }, null, 2)}\n`)

export const itemOf = ({ system, item, value, withheld }: DataRow) => ({
  ...(system !== '' && { システム: system }),
  項目: item,
  ...(withheld === undefined ? { 内容: value } : { 開示しない根拠: citation(withheld) }),
})
