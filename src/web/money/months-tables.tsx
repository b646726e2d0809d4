import type { ComponentChildren } from 'preact'
import type { MonthShown } from '../../desk/money/month-row.ts'
import { longDay } from '../../domain/era.ts'
import {
  accountRows,
  bankRows,
  caseRows,
  openTable,
  operatorRows,
  proofRows,
  totalRows,
} from '../../letters/month-sheet-rows.ts'
import { Empty } from '../marks.tsx'
import { Table } from '../table.tsx'

/** A column of a sheet's table; what is no text is a figure. */
type Column<K extends string> = readonly [key: K, label: string, kind?: 'text']

const SheetTable = <K extends string>({
  title,
  columns,
  rows,
  none,
}: {
  title: string
  columns: readonly Column<K>[]
  rows: readonly Readonly<Record<K, string>>[]
  none?: string
}) => (
  <section class="group">
    <h2>{title}</h2>
    {rows.length === 0 ? (
      <Empty>{none}</Empty>
    ) : (
      <Table caption={title} columns={columns.map(([, label, kind]) => ({ label, right: kind === undefined }))}>
        {rows.map(row => (
          <tr>
            {columns.map(([key, , kind]) =>
              kind === 'text' ? <Text>{row[key]}</Text> : <td class="right digits">{row[key]}</td>,
            )}
          </tr>
        ))}
      </Table>
    )}
  </section>
)

const Text = ({ children }: { children: ComponentChildren }) => <td>{children}</td>

/** The sheet as the paper has it, table by table. */
export const SheetTables = ({ sheet, names }: Pick<MonthShown, 'sheet' | 'names'>) => (
  <>
    <SheetTable
      title="受入れと行き先（全体）"
      columns={[
        ['label', '項目', 'text'],
        ['amount', '金額（円）'],
        ['mark', '照合', 'text'],
      ]}
      rows={totalRows(sheet)}
    />
    <SheetTable
      title="科目別の残高"
      columns={[
        ['account', '科目と種類', 'text'],
        ['opening', '前月残高'],
        ['increase', '増加'],
        ['decrease', '減少'],
        ['closing', '月末残高'],
      ]}
      rows={accountRows(sheet)}
      none="残高のある科目も、この月の増減もありません。"
    />
    <SheetTable
      title="事業者別"
      columns={[
        ['operator', '事業者', 'text'],
        ['brought', '前月から'],
        ['received', '受入れ'],
        ['moved', '振替'],
        ['applied', '充当'],
        ['returned', '返却・返金'],
        ['kept', '返金不要'],
        ['notOurs', '手数料以外'],
        ['left', '月末の残'],
        ['mark', '照合', 'text'],
      ]}
      rows={operatorRows(sheet, names)}
      none="この月に動いた事業者も、残高のある事業者もありません。"
    />
    <SheetTable
      title="口座別"
      columns={[
        ['bank', '口座', 'text'],
        ['brought', '前月の未特定'],
        ['received', '入金'],
        ['toCases', '案件へ'],
        ['linked', '未達の確認'],
        ['notOurs', '手数料以外'],
        ['returned', '組戻し・返金'],
        ['left', '月末の未特定'],
        ['out', '出金'],
        ['closing', '記帳残高'],
        ['mark', '照合', 'text'],
      ]}
      rows={bankRows(sheet, names)}
      none="明細の取込みはありません。"
    />
    <SheetTable
      title="月末に残っているもの"
      columns={[
        ['what', '区分', 'text'],
        ['number', '番号', 'text'],
        ['operator', '事業者・口座', 'text'],
        ['since', '発生日', 'text'],
        ['days', '経過'],
        ['amount', '金額（円）'],
      ]}
      rows={openTable(sheet, names).map(row => ({ ...row, since: row.since && longDay(row.since) }))}
      none="仮受金、預り金、未払返金、未達の振込は残っていません。"
    />
    <SheetTable
      title="案件別"
      columns={[
        ['number', '受付番号', 'text'],
        ['brought', '前月から'],
        ['received', '受入れ'],
        ['applied', '充当'],
        ['returned', '返却・返金'],
        ['kept', '返金不要'],
        ['held', '月末の預り'],
        ['payable', '未払返金'],
        ['mark', '照合', 'text'],
      ]}
      rows={caseRows(sheet)}
      none="この月に動いた案件も、残高のある案件もありません。"
    />
    <SheetTable
      title="照合"
      columns={[
        ['proof', '照合の項目', 'text'],
        ['of', '対象', 'text'],
        ['left', '左'],
        ['right', '右'],
        ['mark', '結果', 'text'],
      ]}
      rows={proofRows(sheet, names)}
    />
  </>
)
