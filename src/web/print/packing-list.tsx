import type { PlainDate } from '../../domain/day.ts'
import { type Actor, cashiers } from '../../domain/rule.ts'
import { whoseWords } from '../../words/papers.ts'
import { Badge, Empty, numberText, ShortDue } from '../marks.tsx'
import { paths } from '../paths.ts'
import { Row, RowLink, Table } from '../table.tsx'
import { mayAny, type Visit } from '../visit.ts'
import { OutdatedMark } from './outdated-mark.tsx'
import { handoverOf, type StagedEnvelope } from './packing-stages.ts'
import { printPaths } from './print-paths.ts'
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
    <Empty>
      封入を待つ文書はありません。文書を<a href={printPaths.queue}>印刷する</a>と、ここに並びます。
    </Empty>
  ) : (
    <Table
      caption="封入を確かめる封筒"
      columns={[
        { label: '受付番号', fit: 'number' },
        { label: '宛名', fit: 'person' },
        { label: '封入するもの', wide: true },
        { label: '状態', fit: 'state' },
        { label: '社内期限', fit: 'due' },
        { label: 'すること', fit: 'deed' },
      ]}
    >
      {envelopes.map(envelope => {
        const { row, letters, stage } = envelope
        const outdated = letters.some(letter => letter.outdated)
        return (
          <Row>
            <td class="digits">
              <RowLink href={paths.case(row.number)}>{numberText(row.number)}</RowLink>
            </td>
            <td class="narrow" title={row.name ?? undefined}>
              {row.name ?? '（消去済み）'}
              {letters[0]?.to === 'agent' && <span class="sub">{whoseWords.agent}あて</span>}
            </td>
            <td class={outdated ? 'wide wrap' : 'wide'} title={lettersInWords(letters)}>
              {lettersInWords(letters)}
              {outdated && <OutdatedMark number={row.number} by={visit.by} />}
            </td>
            <td>
              <Badge tone="soon">{stage === 'second' ? '別の担当者の確認待ち' : '封入待ち'}</Badge>
            </td>
            <td>
              <ShortDue on={row.stepDueOn ?? row.dueOn} today={today} />
            </td>
            <td>{mayAny(visit.by, cashiers) && <NextHand envelope={envelope} by={visit.by} />}</td>
          </Row>
        )
      })}
    </Table>
  )

/** Whoever packed it cannot be the second pair of eyes: for them the row says what it waits for. */
const NextHand = ({ envelope, by }: { envelope: StagedEnvelope; by: Actor }) => {
  const { row, letters, packed, stage } = envelope
  const ids = letters.map(letter => letter.id)
  if (stage !== 'second' || !packed)
    return (
      <a class="deed" href={paths.packing(row.number, ids, handoverOf(envelope))}>
        封入を確かめる
      </a>
    )
  return packed.packedBy === by.id ? (
    <a
      class="deed"
      href={paths.packing(row.number, ids)}
      title="自分で封入した封筒です。別の担当者の確認を待っています。"
    >
      封入し直す
    </a>
  ) : (
    <a class="deed" href={paths.packingSecond(row.number, packed.id)}>
      別の担当者が確かめる
    </a>
  )
}
