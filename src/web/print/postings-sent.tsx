import type { PostingRow } from '../../desk/books.ts'
import type { Verb } from '../../domain/case.ts'
import { addDays, addYears, type PlainDate } from '../../domain/day.ts'
import { heldUntil } from '../../domain/delivery.ts'
import type { Actor } from '../../domain/rule.ts'
import { formatTrackingNumber } from '../../domain/tracking-number.ts'
import { returnReasonWords, serviceWithOptions } from '../../words/posts.ts'
import { verbWords } from '../../words/verbs.ts'
import { Badge, Empty, numberText, ShortDue, type Tone } from '../marks.tsx'
import { paths } from '../paths.ts'
import { ShortDay } from '../settings-marks.tsx'
import { Row, RowLink, Table } from '../table.tsx'
import type { Visit } from '../visit.ts'
import { Deed } from './postings-deed.tsx'

export interface PostState {
  readonly word: string
  readonly tone: Tone
  /** what may come next */
  readonly verbs: readonly Verb[]
}

/** Short words for a row with several buttons. */
const deeds: { readonly [V in Verb]?: string } = {
  recordDelivery: '配達',
  recordHeld: '保管',
  recordReturn: '返戻',
  receiveCertificate: '証明書の到着',
  askForCertificate: '再請求',
  packEnvelope: 'もう一度封入',
}

const delivering: readonly Verb[] = ['recordDelivery', 'recordHeld', 'recordReturn']

/** Where an envelope is, and the deeds that may follow. */
export const postState = (posting: PostingRow): PostState => {
  if (posting.returnedOn !== undefined) return { word: '返戻', tone: 'late', verbs: ['packEnvelope'] }
  // Nobody can tell where an untracked notice is; an answer is followed however it went.
  if (posting.deliveredOn === undefined && posting.trackingNumber === undefined && !posting.reply)
    return { word: '発送済み', tone: 'good', verbs: [] }
  if (posting.deliveredOn === undefined)
    return posting.heldSince === undefined
      ? { word: '配達中', tone: 'calm', verbs: delivering }
      : { word: '郵便局で保管中', tone: 'soon', verbs: ['recordDelivery', 'recordReturn'] }
  if (posting.options.includes('delivery_certificate') && posting.certificateOn === undefined)
    return { word: '配達証明書待ち', tone: 'soon', verbs: ['receiveCertificate', 'askForCertificate'] }
  return { word: '配達済み', tone: 'good', verbs: [] }
}

const MOST_ENVELOPES = 200

/** Envelopes of the last year (配達証明 can be asked for so long) about which something is still to come; returned ones until they are sent again. */
export const underWay = async (visit: Visit): Promise<PostingRow[]> => {
  const { today } = await visit.desk.context(visit.by)
  return visit.desk.postings({ from: addYears(today, -1), underWay: true, limit: MOST_ENVELOPES }, visit.by)
}

export const returnReason = (reason: string | undefined): string =>
  reason !== undefined && Object.hasOwn(returnReasonWords, reason)
    ? returnReasonWords[reason as keyof typeof returnReasonWords]
    : ''

export const PostedList = ({ rows, by, today }: { rows: readonly PostingRow[]; by: Actor; today: PlainDate }) =>
  rows.length === 0 ? (
    <Empty>配達を待つ封筒はありません。窓口に出して発送を記録すると、ここに並びます。</Empty>
  ) : (
    <Table
      caption="発送後の封筒"
      columns={[
        { label: '受付番号', fit: 'number' },
        { label: '宛名', fit: 'person' },
        { label: '発送', fit: 'day' },
        { label: '送り方', fit: 'operator' },
        { label: '引受番号', fit: 'code' },
        { label: '状態', fit: 'post' },
        { label: '目安・期限', fit: 'post' },
        { label: '記録する', wide: true },
      ]}
    >
      {rows.map(row => {
        const { word, tone, verbs } = postState(row)
        return (
          <Row>
            <td class="digits">
              <RowLink href={paths.case(row.number)}>{numberText(row.number)}</RowLink>
            </td>
            <td class="narrow" title={row.name ?? undefined}>
              {row.name ?? '（消去済み）'}
            </td>
            <td>
              <ShortDay on={row.postedOn} today={today} />
            </td>
            <td class="wrap">{serviceWithOptions(row.service, row.options)}</td>
            <td class="digits">{row.trackingNumber ? formatTrackingNumber(row.trackingNumber) : '—'}</td>
            <td class="wrap">
              <Badge tone={tone}>{word}</Badge> <span class="sub">{returnReason(row.returnReason)}</span>
            </td>
            <td class="wrap">
              <Held row={row} today={today} />
            </td>
            <td class="deeds">
              {verbs.map(verb => (
                <Deed by={by} number={row.number} verb={verb} label={deeds[verb] ?? verbWords[verb].label} />
              ))}
            </td>
          </Row>
        )
      })}
    </Table>
  )

/** 配達証明 comes days later by ordinary mail: chase it after two weeks (law.md §9 case 17). */
const CERTIFICATE_DAYS = 14

const Held = ({ row, today }: { row: PostingRow; today: PlainDate }) => {
  if (row.returnedOn !== undefined)
    return (
      <>
        <ShortDay on={row.returnedOn} today={today} />
        返戻
      </>
    )
  if (row.deliveredOn !== undefined)
    return <ShortDue on={row.certificateAskedOn ? null : addDays(row.deliveredOn, CERTIFICATE_DAYS)} today={today} />
  return <ShortDue on={heldUntil(row)} today={today} />
}
