import type { OpenDebit } from '../../desk/money/debits.ts'
import type { Leaving } from '../../desk/money/leaving.ts'
import type { LineRow } from '../../desk/money/line-book.ts'
import type { PlainDate } from '../../domain/day.ts'
import { toKatakana } from '../../domain/kana.ts'
import { formatYen, yen } from '../../domain/yen.ts'
import { Button, Empty } from '../marks.tsx'
import { Csrf } from '../page.tsx'
import { ShortDay } from '../settings-marks.tsx'
import { Row, RowLink, Table } from '../table.tsx'
import type { Visit } from '../visit.ts'
import { moneyPaths } from './money-paths.ts'

/** What left the bank and nothing explains yet, each with what may be tied to it. */
export const OpenDebits = ({
  visit,
  open,
  leaving,
  today,
  may,
}: {
  visit: Visit
  open: readonly OpenDebit[]
  leaving: readonly Leaving[]
  today: PlainDate
  may: boolean
}) => (
  <section class="group">
    <h2>
      理由の分からない出金 <span class="count">{open.length}件</span>
    </h2>
    {open.length === 0 ? (
      <Empty>調べる出金はありません。</Empty>
    ) : (
      <Table
        caption="理由の分からない出金"
        columns={[
          { label: '出金の日' },
          { label: '金額', right: true },
          { label: '相手・摘要', wide: true },
          { label: '口座' },
          { label: '結び付ける返金・組戻し・訂正', wide: true },
        ]}
      >
        {open.map(({ row, label, corrects }) => (
          <Row>
            <td>
              <RowLink href={moneyPaths.line(row.id)}>
                <ShortDay on={row.date as PlainDate} today={today} />
              </RowLink>
            </td>
            <td class="right">{formatYen(yen(row.unexplained ?? 0))}</td>
            <td class="wide">{told(row)}</td>
            <td class="narrow" title={label}>
              {label}
            </td>
            <td class="deeds">
              {may && corrects !== null && row.unexplained === row.out ? (
                <Correction visit={visit} row={row} corrects={corrects} />
              ) : (
                <Fitting visit={visit} row={row} leaving={may ? leaving : []} />
              )}
            </td>
          </Row>
        ))}
      </Table>
    )}
  </section>
)

/** Who or what it went to, as far as the bank says. */
const told = ({ payerRead, description, kind }: LineRow): string =>
  [...new Set([payerRead, toKatakana(description ?? '')])].filter(text => text !== '').join('　') || kind

/** The bank names the credit that it takes back: nothing is left to choose. */
const Correction = ({ visit, row, corrects }: { visit: Visit; row: LineRow; corrects: string }) => (
  <form class="filters" method="post" action={moneyPaths.explain(row.id)} data-once>
    <Csrf visit={visit} />
    <input type="hidden" name="of" value={`line:${corrects}`} />
    <a href={moneyPaths.line(corrects)}>銀行の訂正　明細 {corrects}</a> <Button>結び付ける</Button>
  </form>
)

/** Refunds and recalls of this very amount; the person says which one it is. A 取消 or 訂正 of the bank sends nothing. */
const Fitting = ({ visit, row, leaving }: { visit: Visit; row: LineRow; leaving: readonly Leaving[] }) => {
  const fits =
    row.cancels === null
      ? leaving.filter(
          each => each.amount === row.unexplained && (each.what !== 'recall' || each.account === row.account),
        )
      : []
  if (fits.length === 0) return <a href={moneyPaths.line(row.id)}>明細を開く</a>
  return (
    <form class="filters" method="post" action={moneyPaths.explain(row.id)} data-once>
      <Csrf visit={visit} />
      <select name="of" aria-label="結び付ける返金・組戻し">
        {fits.map(each => (
          <option value={targetText(each)}>{nameOf(each)}</option>
        ))}
      </select>
      <Button>結び付ける</Button>
    </form>
  )
}

/** What `of` in the form stands for: 'case:26000017:r1' or 'line:L000012'. */
const targetText = (of: Leaving): string =>
  of.what === 'case_refund' ? `case:${of.caseNumber}:${of.receipt}` : `line:${of.line}`

const nameOf = (of: Leaving): string =>
  of.what === 'case_refund'
    ? `案件 ${of.caseNumber} ${of.name ?? ''}の返金`
    : `${of.what === 'recall' ? '組戻し' : '返金'} ${of.payer}`
