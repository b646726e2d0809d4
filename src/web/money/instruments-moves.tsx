import type { ComponentChildren } from 'preact'
import type { CashMove } from '../../domain/money/cash-box.ts'
import type { StampMove } from '../../domain/money/stamp-book.ts'
import { moveWords } from '../../words/instruments.ts'
import { numberText } from '../marks.tsx'
import { paths } from '../paths.ts'
import { ShortDay } from '../settings-marks.tsx'
import { type Column, Row, Table } from '../table.tsx'
import { TakeBack } from './instruments-marks.tsx'
import type { InstrumentsView } from './instruments-view.ts'

const MOST_MOVES = 100

/** 受払 of stamps or of cash, the latest first; `columns` and `cells`: how this book tells an amount. */
export const Moves = <M extends StampMove | CashMove>({
  view,
  caption,
  moves,
  columns,
  cells,
}: {
  view: InstrumentsView
  caption: string
  moves: readonly M[]
  columns: readonly Column[]
  cells: (move: M) => ComponentChildren
}) => (
  <Table
    caption={caption}
    columns={[{ label: '日付' }, { label: '摘要', wide: true }, ...columns, { label: '記録した人' }, { label: '' }]}
  >
    {moves
      .toReversed()
      .slice(0, MOST_MOVES)
      .map(move => (
        <Row>
          <td>
            <ShortDay on={move.on} today={view.today} />
          </td>
          <td class="wide">
            {moveWords(move, view.nameOf)}
            {move.caseNumber && <a href={paths.case(move.caseNumber)}> {numberText(move.caseNumber)}</a>}
            {move.takenBack && <span class="sub">取消済み</span>}
          </td>
          {cells(move)}
          <td>{view.nameOf(move.by)}</td>
          <td>
            <TakeBack view={view} move={move} />
          </td>
        </Row>
      ))}
  </Table>
)
