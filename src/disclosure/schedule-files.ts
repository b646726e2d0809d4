import { csvFile } from '../domain/csv-cell.ts'
import { type GroundCode, groundOf } from '../domain/grounds.ts'
import type { ScheduleRow } from '../domain/schedule.ts'

/** The 別紙 as data for the person. A withheld row gives its item and article; its value is not read here. */
const citation = (code: GroundCode): string => `個人情報の保護に関する法律${groundOf(code).article}`

export const scheduleCsv = (rows: readonly ScheduleRow[]): Buffer => {
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

export const scheduleJson = (number: string, rows: readonly ScheduleRow[]): Buffer =>
  Buffer.from(
    `${JSON.stringify(
      {
        受付番号: number,
        項目: rows.map(row =>
          row.withheld === undefined
            ? { システム: row.system, 項目: row.item, 内容: row.value }
            : { システム: row.system, 項目: row.item, 開示しない根拠: citation(row.withheld) },
        ),
      },
      null,
      2,
    )}\n`,
  )
