import { formatYen } from '../../domain/yen.ts'
import { instrumentActWords, instrumentFields, moveWords } from '../../words/instruments.ts'
import { SelectField } from '../choices.tsx'
import { DayField, YenField } from '../lines.tsx'
import { Button, Empty, numberText } from '../marks.tsx'
import { Csrf } from '../page.tsx'
import { paths } from '../paths.ts'
import { ShortDay } from '../settings-marks.tsx'
import { Row, Table } from '../table.tsx'
import { instrumentPaths } from './instrument-paths.ts'
import { ActForm, CountedBy } from './instruments-fields.tsx'
import { signed, TakeBack } from './instruments-marks.tsx'
import type { InstrumentsView } from './instruments-view.ts'

const MOST_MOVES = 100

/** 現金出納 of one operator: what lies in the box, and what is on its way into the bank. */
export const CashSection = ({ view }: { view: InstrumentsView }) => {
  const { pool, may, names, operator, accounts, today } = view
  const { yen: all, moves } = pool.cash
  const into = accounts.filter(({ active, operators }) => active && operators.includes(operator))
  const counting = view.formOf('countCash')
  const banking = view.formOf('bankCash')
  return (
    <section class="group" id="cash">
      <h2>
        手もとの現金（{names.get(operator) ?? operator}） <span class="count">{signed(all)}</span>
      </h2>
      {all < 0 && (
        <p class="notice late">
          <span aria-hidden="true">■</span>{' '}
          帳簿より多く支払われています。立て替えた分を確かめ、現金を数えて記録してください。
        </p>
      )}
      {moves.length === 0 ? (
        <Empty>現金の出入りはありません。現金や現金書留での入金、定額小為替の換金を記録すると、ここに並びます。</Empty>
      ) : (
        <Table
          caption="現金の出納"
          columns={[
            { label: '日付' },
            { label: '摘要', wide: true },
            { label: '受入', right: true },
            { label: '払出', right: true },
            { label: '残高', right: true },
            { label: '記録した人' },
            { label: '' },
          ]}
        >
          {moves
            .toReversed()
            .slice(0, MOST_MOVES)
            .map(move => (
              <Row>
                <td>
                  <ShortDay on={move.on} today={today} />
                </td>
                <td class="wide">
                  {moveWords(move, view.nameOf)}
                  {move.caseNumber && <a href={paths.case(move.caseNumber)}> {numberText(move.caseNumber)}</a>}
                  {move.takenBack && <span class="sub">取消済み</span>}
                </td>
                <td class="right">{move.amount > 0 ? signed(move.amount) : '—'}</td>
                <td class="right">{move.amount < 0 ? signed(-move.amount) : '—'}</td>
                <td class="right">{signed(move.balance)}</td>
                <td>{view.nameOf(move.by)}</td>
                <td>
                  <TakeBack view={view} move={move} />
                </td>
              </Row>
            ))}
        </Table>
      )}
      <Banked view={view} />
      {may && (
        <div class="act-forms">
          {all > 0 && into.length > 0 && (
            <ActForm view={view} act="bankCash">
              <YenField
                form={banking}
                name="bankCash.amount"
                label={instrumentFields.amount}
                required
                value={String(all)}
              />
              <DayField
                form={banking}
                name="bankCash.on"
                label="預けた日"
                required
                width={8}
                value={today.replaceAll('-', '/')}
              />
              <SelectField
                form={banking}
                name="bankCash.into"
                label={instrumentFields.into}
                required
                {...(into.length === 1 && into[0] && { value: into[0].id })}
                options={into.map(({ id, label }) => ({ value: id, label }))}
              />
            </ActForm>
          )}
          <ActForm view={view} act="countCash">
            <YenField form={counting} name="countCash.counted" label={instrumentFields.counted} required />
            <CountedBy view={view} act="countCash" />
          </ActForm>
        </div>
      )}
    </section>
  )
}

/** What was paid into the bank and that no line has proved yet. */
const Banked = ({ view }: { view: InstrumentsView }) => {
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
