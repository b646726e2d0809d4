import { ruleOf } from '../../domain/case.ts'
import { type CounterItem, counterItemText, counterSizes, isCounterService, USUAL_GRAMS } from '../../domain/counter.ts'
import type { PlainDate } from '../../domain/day.ts'
import { type LetterBulk, letterBulk, sheetsIn } from '../../domain/letter-bulk.ts'
import type { PostOption, PostService } from '../../domain/postage.ts'
import { serviceWithOptions } from '../../words/posts.ts'
import { envelopeWords } from '../../words/print-faults.ts'
import { type FormState, fieldId } from '../controls.tsx'
import type { Envelope } from '../letters-waiting.ts'
import { Button, Empty, numberText } from '../marks.tsx'
import { Csrf } from '../page.tsx'
import { paths } from '../paths.ts'
import { textAt, textsAt } from '../read-body.ts'
import { Row, Table } from '../table.tsx'
import { mayAny, type Visit } from '../visit.ts'
import { AllOrNone } from './all-or-none.tsx'
import type { StagedEnvelope } from './packing-stages.ts'
import { printPaths } from './print-paths.ts'
import { lettersInWords } from './print-picks.ts'
import { Wrong, wrongAt } from './wrong-cell.tsx'

/** A form holds at most 500 fields, four of each row. */
const sizes = [
  { code: counterSizes.standard, label: '定形' },
  { code: counterSizes.within, label: '定形外（規格内）' },
  { code: counterSizes.beyond, label: '定形外（規格外）' },
] as const

/** What the pages of an envelope come to: proposed, and said as such. Null where nobody counted them. */
const proposed = ({ pages }: StagedEnvelope, bothSides: boolean): LetterBulk | null =>
  pages.length === 0 ? null : letterBulk(sheetsIn(pages, bothSides))

const assumed = (bulk: LetterBulk | null, bothSides: boolean): string => {
  if (bulk === null) return '枚数が分かりません。量ってください'
  const { sheets, envelope, grams, size } = bulk
  const much = `${bothSides ? '両面' : '片面'}${sheets}枚・${envelopeWords[envelope]}として 約${grams.toLocaleString('en')}g`
  return size === null ? `${much}（郵便物の上限を超えます）` : much
}

export const MOST_ITEMS = 100

type Way = readonly [PostService, readonly PostOption[]]
const ways: readonly Way[] = [
  ['general_registered', ['delivery_certificate', 'addressee_only']],
  ['general_registered', ['delivery_certificate']],
  ['general_registered', ['addressee_only']],
  ['general_registered', []],
  ['simple_registered', []],
  ['specified_record', []],
  ['ordinary', []],
]
/** The part of an item's text between ~ and the grams. */
const wayText = ([service, options]: Way): string => {
  const item = { number: '', letters: [], service, options, grams: 0, size: 'standard' as const }
  return isCounterService(service) ? counterItemText({ ...item, service } as CounterItem).slice(1, -2) : ''
}

/** What the policy promises first, then the usual ways, each also with 転送不要 and 速達. */
const choicesFor = ({ service, options }: Envelope): { value: string; label: string }[] => {
  const all: Way[] = [
    [service, options],
    ...ways,
    ...ways.map((way): Way => [way[0], [...way[1], 'no_forwarding']]),
    ...ways.map((way): Way => [way[0], [...way[1], 'express']]),
  ]
  return [...new Map(all.map(way => [wayText(way), serviceWithOptions(...way)])).entries()].map(([value, label]) => ({
    value,
    label,
  }))
}

export const envelopeText = ({ row, letters }: Envelope): string =>
  [row.number, ...letters.map(letter => letter.id)].join('-')

/** Under this name a row's choices are sent; a name begins with a letter. */
export const rowField = (text: string): string => `c${text}`

export const weightField = (text: string): string => `of.${rowField(text)}.grams`

export const CounterForm = ({
  visit,
  form,
  envelopes,
  bothSides,
  today,
}: {
  visit: Visit
  form: FormState
  envelopes: readonly StagedEnvelope[]
  bothSides: boolean
  today: PlainDate
}) => {
  if (envelopes.length === 0)
    return (
      <Empty>
        窓口に出す封筒はありません。文書を<a href={printPaths.queue}>印刷し</a>、
        <a href={paths.packingStation()}>封入を確かめる</a>と、ここに並びます。
      </Empty>
    )
  const sent = Object.keys(form.values).length > 0
  const taken = new Set(textsAt(form.values, 'take'))
  const may = mayAny(visit.by, ruleOf('postLetters').by)
  return (
    <form method="post" action={printPaths.counter} data-once>
      <Csrf visit={visit} />
      <div class="filters">
        <label>
          差出日
          <input
            id={fieldId('on')}
            name="on"
            class="w8 digits"
            value={sent ? textAt(form.values, 'on') : today.replaceAll('-', '/')}
            autocomplete="off"
            {...wrongAt(form, 'on')}
          />
        </label>
        {may ? <Button primary>差出票を作る</Button> : <p class="help">差出票は、受付と経理の方が作ります。</p>}
      </div>
      <Wrong form={form} path="on" />
      <input type="hidden" name="sides" value={bothSides ? 'both' : 'one'} />
      <p class="help">
        重さと大きさは、{bothSides ? '両面' : '片面'}で印刷したものとして枚数から見積もりました（A4
        1枚4g、封筒と票を加算）。量った重さがあれば書き直してください。
        <a href={bothSides ? `${printPaths.counter}?sides=one` : printPaths.counter}>
          {bothSides ? '片面で印刷したときの重さにする' : '両面で印刷したときの重さにする'}
        </a>
      </p>
      {may && <AllOrNone />}
      <Table
        caption="窓口に出す封筒"
        columns={[
          { label: '出す', fit: 'tick' },
          { label: '受付番号', fit: 'number' },
          { label: '宛名', fit: 'person' },
          { label: '封入したもの', wide: true },
          { label: '送り方', fit: 'way' },
          { label: '重さ', fit: 'state' },
          { label: '大きさ', fit: 'state' },
        ]}
      >
        {envelopes.map(envelope => (
          <EnvelopeRow
            envelope={envelope}
            bothSides={bothSides}
            form={form}
            ticked={sent ? taken.has(envelopeText(envelope)) : envelope.service !== 'ordinary'}
          />
        ))}
      </Table>
    </form>
  )
}

const EnvelopeRow = ({
  envelope,
  bothSides,
  form,
  ticked,
}: {
  envelope: StagedEnvelope
  bothSides: boolean
  form: FormState
  ticked: boolean
}) => {
  const bulk = proposed(envelope, bothSides)
  const text = envelopeText(envelope)
  const own = `of.${rowField(text)}`
  const weight = weightField(text)
  const value = (name: string, otherwise: string) => textAt(form.values, `${own}.${name}`) || otherwise
  const number = numberText(envelope.row.number)
  return (
    <Row>
      <td>
        <input
          type="checkbox"
          name="take"
          value={text}
          id={`f-take-${text}`}
          aria-label={`${number}を出す`}
          checked={ticked}
        />
      </td>
      <td class="digits">
        <a href={paths.case(envelope.row.number)}>{number}</a>
      </td>
      <td class="narrow" title={envelope.row.name ?? undefined}>
        {envelope.row.name ?? '（消去済み）'}
      </td>
      <td class="wrap">{lettersInWords(envelope.letters)}</td>
      <td class="counter-way">
        <select name={`${own}.way`} aria-label={`${number}の送り方`}>
          {choicesFor(envelope).map(choice => (
            <option value={choice.value} selected={value('way', '') === choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      </td>
      <td class="counter-grams">
        <span class="entry">
          <input
            id={fieldId(weight)}
            name={weight}
            class="w4 digits right"
            inputMode="numeric"
            aria-label={`${number}の重さ（g）`}
            value={
              Object.keys(form.values).length > 0 ? textAt(form.values, weight) : String(bulk?.grams ?? USUAL_GRAMS)
            }
            autocomplete="off"
            {...wrongAt(form, weight)}
          />
          <span class="unit">g</span>
        </span>
        <span class="assumed">{assumed(bulk, bothSides)}</span>
        <Wrong form={form} path={weight} />
      </td>
      <td>
        <select name={`${own}.size`} aria-label={`${number}の大きさ`}>
          {sizes.map(({ code, label }) => (
            <option value={code} selected={value('size', counterSizes[bulk?.size ?? 'standard']) === code}>
              {label}
            </option>
          ))}
        </select>
      </td>
    </Row>
  )
}
