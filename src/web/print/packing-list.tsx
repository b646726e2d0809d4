import type { PlainDate } from '../../domain/day.ts'
import { cashiers } from '../../domain/rule.ts'
import { whoseWords } from '../../words/papers.ts'
import { Badge, Empty, numberText, ShortDue } from '../marks.tsx'
import { paths } from '../paths.ts'
import { Row, RowLink, Table } from '../table.tsx'
import { mayAny, type Visit } from '../visit.ts'
import type { StagedEnvelope } from './packing-stages.ts'
import { lettersInWords } from './print-picks.ts'

/** 封入を確かめる: envelopes whose pages are to be read, and those that a second person is to look at. */
export const ToPack = ({
  envelopes,
  visit,
  today,
}: {
  envelopes: readonly StagedEnvelope[]
  visit: Visit
  today: PlainDate
}) =>
  envelopes.length === 0 ? (
    <Empty>封入を待つ文書はありません。文書を印刷すると、ここに並びます。</Empty>
  ) : (
    <Table
      caption="封入を確かめる封筒"
      columns={[
        { label: '受付番号' },
        { label: '宛名' },
        { label: '封入するもの', wide: true },
        { label: '状態' },
        { label: '社内期限' },
        { label: 'すること' },
      ]}
    >
      {envelopes.map(({ row, letters, packed, stage }) => (
        <Row>
          <td class="digits">
            <RowLink href={paths.case(row.number)}>{numberText(row.number)}</RowLink>
          </td>
          <td class="narrow" title={row.name ?? undefined}>
            {row.name ?? '（消去済み）'}
            {letters[0]?.to === 'agent' && <span class="sub">{whoseWords.agent}あて</span>}
          </td>
          <td class="wide" title={lettersInWords(letters)}>
            {lettersInWords(letters)}
          </td>
          <td>
            <Badge tone="soon">{stage === 'second' ? '別の担当者の確認待ち' : '封入待ち'}</Badge>
          </td>
          <td>
            <ShortDue on={row.stepDueOn ?? row.dueOn} today={today} />
          </td>
          <td>
            {mayAny(visit.by, cashiers) &&
              (stage === 'second' && packed ? (
                <a class="deed" href={paths.packingSecond(row.number, packed.id)}>
                  別の担当者が確かめる
                </a>
              ) : (
                <a
                  class="deed"
                  href={paths.packing(
                    row.number,
                    letters.map(letter => letter.id),
                  )}
                >
                  封入を確かめる
                </a>
              ))}
          </td>
        </Row>
      ))}
    </Table>
  )
