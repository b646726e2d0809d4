import type { PlainDate } from '../domain/day.ts'
import { feeAllowed, type RequestKind } from '../domain/kinds.ts'
import type { Policy } from '../domain/operator.ts'
import { askedFee } from '../domain/tax.ts'
import { formatYen } from '../domain/yen.ts'
import { kindWithArticle } from '../words/requests.ts'
import { Table } from './table.tsx'

/** What a request that arrives on a day is asked to pay. */
export const feeToday = (policy: Policy, on: PlainDate): string =>
  policy.fee.value.amount === 0 || policy.fee.value.chargedFor.length === 0
    ? 'なし'
    : formatYen(askedFee(policy.fee.value, on).asked)

export const FeeTable = ({ policy, today }: { policy: Policy; today: PlainDate }) => {
  const { amount, basis, chargedFor, includesPostage } = policy.fee.value
  const { asked, tax, rate } = askedFee({ amount, basis }, today)
  return (
    <Table
      caption="今日届く請求の手数料"
      columns={[
        { label: '請求の種類', wide: true },
        { label: '公表の額', right: true },
        { label: '請求する額', right: true },
        { label: 'うち消費税', right: true },
        { label: 'わけ' },
      ]}
    >
      {policy.kinds.value.map(kind =>
        amount > 0 && chargedFor.includes(kind) ? (
          <tr>
            <td>{kindWithArticle(kind)}</td>
            <td class="right">
              {formatYen(amount)}（{basis === 'net' ? '税別' : '税込'}）
            </td>
            <td class="right">
              <b>{formatYen(asked)}</b>
            </td>
            <td class="right">
              {formatYen(tax)}（{rate}%）
            </td>
            <td>
              {basis === 'net'
                ? '到達日の税率を加えます。'
                : `公表の額のまま${includesPostage ? '（送料込み）' : ''}です。`}
            </td>
          </tr>
        ) : (
          <tr>
            <td>{kindWithArticle(kind)}</td>
            <td class="right">—</td>
            <td class="right">なし</td>
            <td class="right">—</td>
            <td>{freeBecause(kind)}</td>
          </tr>
        ),
      )}
    </Table>
  )
}

const freeBecause = (kind: RequestKind): string =>
  feeAllowed(kind) ? '取扱規程で手数料を定めていません。' : '法第38条により手数料をいただけません。'
