import { formatYen } from '../../domain/yen.ts'
import { instrumentActWords, moveWords } from '../../words/instruments.ts'
import { Button } from '../marks.tsx'
import { Csrf } from '../page.tsx'
import { ShortDay } from '../settings-marks.tsx'
import { Row, Table } from '../table.tsx'
import { instrumentPaths } from './instrument-paths.ts'
import { signed } from './instruments-marks.tsx'
import type { InstrumentsView } from './instruments-view.ts'

/** What was paid into the bank and that no line has proved yet. */
export const BankedCash = ({ view }: { view: InstrumentsView }) => {
  const { book, operator, accounts, lines, may, visit, today } = view
  const waiting = book.banked.filter(entry => entry.operator === operator)
  if (waiting.length === 0) return null
  return (
    <>
      <h3>銀行の明細を待っているもの</h3>
      <Table
        caption="銀行の明細を待っているもの"
        columns={[
          { label: '日付' },
          { label: '摘要' },
          { label: '口座' },
          { label: '金額', right: true },
          { label: '明細', wide: true },
        ]}
      >
        {waiting.map(({ seq, on, kind, account, amount, body = {} }) => (
          <Row>
            <td>
              <ShortDay on={on} today={today} />
            </td>
            <td>{moveWords({ kind, amount, body }, view.nameOf)}</td>
            <td>{accounts.find(({ id }) => id === account)?.label ?? account}</td>
            <td class="right">{formatYen(amount)}</td>
            <td class="wide">
              {!may || (lines.get(seq) ?? []).length === 0 ? (
                '合う入金の明細はまだありません。'
              ) : (
                <form method="post" action={instrumentPaths.act('proveBanked')} class="filters" data-once>
                  <Csrf visit={visit} />
                  <input type="hidden" name="proveBanked.entry" value={String(seq)} />
                  <input type="hidden" name="proveBanked.operator" value={operator} />
                  <select name="proveBanked.line" aria-label="入金の明細">
                    {(lines.get(seq) ?? []).map(({ id, date, payer, rest }) => (
                      <option value={id}>
                        {date.slice(5).replace('-', '/')} {payer} {signed(rest)}
                      </option>
                    ))}
                  </select>
                  <Button>{instrumentActWords.proveBanked}</Button>
                </form>
              )}
            </td>
          </Row>
        ))}
      </Table>
    </>
  )
}
