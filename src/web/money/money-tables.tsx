import type { MoneyRow, ReceiptRow } from '../../desk/books.ts'
import type { Verb } from '../../domain/case.ts'
import type { PlainDate } from '../../domain/day.ts'
import { unassigned } from '../../domain/fee.ts'
import { waitsForCount } from '../../domain/fee-count.ts'
import type { Actor } from '../../domain/rule.ts'
import { formatYen, yen } from '../../domain/yen.ts'
import { meansWords } from '../../words/payments.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { verbWords } from '../../words/verbs.ts'
import { Badge, Empty, numberText, ShortDue } from '../marks.tsx'
import { paths } from '../paths.ts'
import { Deed } from '../print/postings-deed.tsx'
import { ShortDay } from '../settings-marks.tsx'
import { Row, RowLink, Table } from '../table.tsx'
import { type MoneyView, refundedOf, verbsOf } from './money-rows.ts'

const Amount = ({ of }: { of: number }) => (
  <td class="right">{of === 0 ? <span class="none">—</span> : formatYen(yen(of))}</td>
)

/** A sum that the second person must not have seen before counting. */
const Hidden = () => (
  <td class="right" title="二人目が数え直すまで、額を伏せています。">
    数え直し前
  </td>
)

/** Short words for a row with several buttons. */
const deeds: { readonly [V in Verb]?: string } = {
  requestFee: 'ご案内',
  receiveFee: '入金',
  applyFee: '充当',
  refundFee: '返金の記録',
  proposeRefund: '返金の申請',
  approveRefund: '返金の承認',
  declineRefund: '返金しない',
  withdrawRefund: '返金の取下げ',
  recountCash: '数え直し',
  keepFee: '返さない',
  approveWaiver: '免除の承認',
  declineWaiver: '免除しない',
}

const nothing: Record<MoneyView, string> = {
  due: '対応する手数料はありません。未納も預りもありません。',
  owing: '未納の手数料はありません。',
  held: '預っている入金はありません。',
  all: '手数料のかかる案件はまだありません。開封台で請求を受け付けると、ここに並びます。',
}

export const DueTable = ({
  rows,
  by,
  today,
  names,
  view,
}: {
  rows: readonly MoneyRow[]
  by: Actor
  today: PlainDate
  names: ReadonlyMap<string, string>
  view: MoneyView
}) =>
  rows.length === 0 ? (
    <Empty>{nothing[view]}</Empty>
  ) : (
    <Table
      caption="手数料と入金"
      columns={[
        { label: '受付番号' },
        { label: '氏名' },
        { label: '事業者' },
        { label: '手数料', right: true },
        { label: '納付', right: true },
        { label: '未納', right: true },
        { label: '預り', right: true },
        { label: '返金', right: true },
        { label: '支払の期限' },
        { label: '記録する', wide: true },
      ]}
    >
      {rows.map(row => (
        <Row>
          <td class="digits">
            <RowLink href={paths.case(row.number)}>{numberText(row.number)}</RowLink>
          </td>
          <td class="narrow" title={[row.name, row.kana].filter(Boolean).join('　')}>
            {row.name ?? '（消去済み）'}
          </td>
          <td class="narrow" title={names.get(row.operator)}>
            {names.get(row.operator) ?? row.operator}
          </td>
          <Amount of={row.owed} />
          <Amount of={row.paid} />
          <Amount of={row.outstanding} />
          {row.receipts.some(waitsForCount) ? <Hidden /> : <Amount of={row.held} />}
          <Amount of={refundedOf(row)} />
          <td>
            <When row={row} today={today} />
          </td>
          <td class="deeds">
            {verbsOf(row).map(verb => (
              <Deed by={by} number={row.number} verb={verb} label={deeds[verb] ?? verbWords[verb].label} />
            ))}
          </td>
        </Row>
      ))}
    </Table>
  )

const When = ({ row, today }: { row: MoneyRow; today: PlainDate }) => {
  if (row.waiverWaits) return <Badge tone="soon">免除の承認待ち</Badge>
  if (row.overpaid > 0) return <Badge tone="soon">返すか決める</Badge>
  if (row.outstanding === 0)
    return row.settledOn === null ? <span class="none">—</span> : <Badge tone="good">納付済み</Badge>
  return row.dueOn === null ? <Badge tone="soon">ご案内前</Badge> : <ShortDue on={row.dueOn} today={today} />
}

export const ReceiptTable = ({ rows, today }: { rows: readonly ReceiptRow[]; today: PlainDate }) =>
  rows.length === 0 ? (
    <Empty>この期間に届いた入金はありません。届いたら、受付番号を入れて記録してください。</Empty>
  ) : (
    <Table
      caption="届いた入金"
      columns={[
        { label: '入金の日' },
        { label: '受付番号' },
        { label: '氏名' },
        { label: '方法' },
        { label: '金額', right: true },
        { label: '充当', right: true },
        { label: '預り', right: true },
        { label: '返金', right: true },
        { label: '状態', wide: true },
      ]}
    >
      {rows.map(({ number, name, receipt }) => (
        <Row>
          <td>
            <ShortDay on={receipt.receivedOn} today={today} />
            {receipt.receivedOn === today && <span class="sub">本日</span>}
          </td>
          <td class="digits">
            <RowLink href={paths.case(number)}>{numberText(number)}</RowLink>
          </td>
          <td class="narrow" title={name ?? undefined}>
            {name ?? '（消去済み）'}
          </td>
          <td>{meansWords[receipt.means]}</td>
          {waitsForCount(receipt) ? <Hidden /> : <Amount of={receipt.amount} />}
          <Amount of={receipt.applied} />
          {waitsForCount(receipt) ? <Hidden /> : <Amount of={unassigned(receipt)} />}
          <Amount of={receipt.refunded} />
          <td class="wide">
            {receipt.reversed ? (
              <Badge>記録を取消し</Badge>
            ) : unassigned(receipt) > 0 && receipt.held ? (
              <span title={refusalSentence({ refused: receipt.held })}>
                <Badge tone="soon">預り</Badge> {refusalSentence({ refused: receipt.held })}
              </span>
            ) : unassigned(receipt) > 0 ? (
              <Badge tone="soon">余り</Badge>
            ) : (
              <Badge tone="good">処理済み</Badge>
            )}
          </td>
        </Row>
      ))}
    </Table>
  )
