import { randomUUID } from 'node:crypto'
import { ruleOf } from '../../domain/case.ts'
import type { PlainDate } from '../../domain/day.ts'
import { reprintReasons } from '../../domain/letter.ts'
import type { Actor } from '../../domain/rule.ts'
import { fieldLabel } from '../../words/fields.ts'
import { reprintWords } from '../../words/letters.ts'
import { whoseWords } from '../../words/papers.ts'
import { batchEnvelopes } from '../../words/print-faults.ts'
import { type FormState, fieldId } from '../controls.tsx'
import { inHouse, type WaitingLetter } from '../letters-waiting.ts'
import { Button, Empty, numberText, ShortDue } from '../marks.tsx'
import { Csrf } from '../page.tsx'
import { paths } from '../paths.ts'
import { PickBox } from '../pick-box.tsx'
import { textAt, textsAt } from '../read-body.ts'
import { Row, Table } from '../table.tsx'
import { mayAny, type Visit } from '../visit.ts'
import { AllOrNone } from './all-or-none.tsx'
import { OutdatedMark } from './outdated-mark.tsx'
import { printPaths } from './print-paths.ts'
import { lettersInWords, pickText } from './print-picks.ts'
import { Wrong, wrongAt } from './wrong-cell.tsx'

const MOST = 200

export interface QueuedLetters {
  readonly unprinted: readonly WaitingLetter[]
  readonly printed: readonly WaitingLetter[]
}

export const queuedLetters = async ({ desk, by }: Visit): Promise<QueuedLetters> => ({
  unprinted: (await desk.waitingLetters(by, 'unprinted', MOST)).letters,
  printed: (await desk.waitingLetters(by, 'printed', MOST)).letters,
})

/** Letters with tick boxes; those that were never printed are ticked at first. */
export const QueueForm = ({
  visit,
  form,
  letters: { unprinted, printed },
  today,
}: {
  visit: Visit
  form: FormState
  letters: QueuedLetters
  today: PlainDate
}) => {
  if (unprinted.length + printed.length === 0)
    return (
      <Empty>
        印刷できる文書はありません。<a href={paths.cases()}>案件</a>で文書を作ると、ここに並びます。
      </Empty>
    )
  const sent = Object.keys(form.values).length > 0
  const chosen = new Set(textsAt(form.values, 'pick'))
  const may = mayAny(visit.by, ruleOf('printLetter').by)
  const list = { by: visit.by, may, chosen: (text: string, fresh: boolean) => (sent ? chosen.has(text) : fresh), today }
  return (
    <form method="post" action={printPaths.queue} data-once>
      {may && <BatchControls visit={visit} values={form.values} unprinted={unprinted} />}
      <p class="help">
        {may || '印刷は、受付と経理の方が行います。'}
        表紙、封筒、文書、同封物の順に、1通ずつ並びます。封筒は、用紙6枚までを長形3号、それより多いものを角形2号に合わせます。ボタンを押した時点で「印刷した」と記録します。
      </p>
      <section class="group">
        <h2>
          印刷する <span class="count">{unprinted.length}通</span>
        </h2>
        {unprinted.length === 0 ? (
          <Empty>まだ印刷していない文書はありません。</Empty>
        ) : (
          <>
            {may && unprinted.length > 1 && <AllOrNone />}
            <Ticks {...list} letters={unprinted} fresh />
          </>
        )}
      </section>
      {printed.length > 0 && (
        <section class="group">
          <h2>
            もう一度印刷する <span class="count">{printed.length}通</span>
          </h2>
          <p class="help">
            前と同じ内容で印刷し、もう一度記録します。封入を確かめたあとの文書は、封入の確かめからやり直しになります。
          </p>
          {may && <WhyAgain form={form} />}
          <Ticks {...list} letters={printed} fresh={false} />
        </section>
      )}
    </form>
  )
}

/** How the chosen letters are to be printed, and the button, inside a form that goes to the queue. */
export const BatchControls = ({
  visit,
  values,
  unprinted,
}: {
  visit: Visit
  values: FormState['values']
  /** what this page shows as never printed: what somebody else has printed meanwhile is then no silent reprint */
  unprinted: readonly WaitingLetter[]
}) => (
  <>
    <link rel="stylesheet" href={paths.asset('print-room.css')} />
    <Csrf visit={visit} />
    <input type="hidden" name="_once" value={randomUUID()} />
    <input type="hidden" name="fresh" value={unprinted.map(textOf).join(' ')} />
    <div class="filters">
      <label>
        封筒
        <select name="envelope">
          {Object.entries(batchEnvelopes).map(([value, label]) => (
            <option value={value} selected={textAt(values, 'envelope') === value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        刷り方
        <select name="sides">
          <option value="both">両面（文書ごとに新しい紙）</option>
          <option value="one" selected={textAt(values, 'sides') === 'one'}>
            片面
          </option>
        </select>
      </label>
      <Button primary>選んだ文書を1つのPDFにする</Button>
    </div>
  </>
)

const textOf = ({ row, letter }: WaitingLetter): string => pickText({ number: row.number, letter: letter.id })

/** One reason for all that are printed again at once. */
const WhyAgain = ({ form }: { form: FormState }) => (
  <div class="filters">
    <label>
      {fieldLabel('printLetter', 'why').label}
      <select id={fieldId('why')} name="why" {...wrongAt(form, 'why')}>
        <option value="">選んでください</option>
        {reprintReasons.map(why => (
          <option value={why} selected={textAt(form.values, 'why') === why}>
            {reprintWords[why]}
          </option>
        ))}
      </select>
      <Wrong form={form} path="why" />
    </label>
  </div>
)

const Ticks = ({
  by,
  may,
  letters,
  fresh,
  chosen,
  today,
}: {
  by: Actor
  may: boolean
  letters: readonly WaitingLetter[]
  fresh: boolean
  chosen: (text: string, fresh: boolean) => boolean
  today: PlainDate
}) => (
  <Table
    caption={fresh ? '印刷する文書' : '印刷した文書'}
    columns={[
      ...(may ? [{ label: '選ぶ', fit: 'tick' } as const] : []),
      { label: '受付番号', fit: 'number' },
      { label: '宛名', fit: 'person' },
      { label: '文書', wide: true },
      { label: '社内期限', fit: 'due' },
      { label: '封筒', fit: 'role' },
    ]}
  >
    {letters.map(({ row, letter }) => {
      const text = textOf({ row, letter })
      return (
        <Row>
          {may && (
            <td>
              <PickBox
                text={text}
                number={row.number}
                checked={chosen(text, fresh)}
                disabled={letter.outdated ?? false}
              />
            </td>
          )}
          <td class="digits">
            <a href={paths.case(row.number)}>{numberText(row.number)}</a>
          </td>
          <td class="narrow" title={row.name ?? undefined}>
            {row.name ?? '（消去済み）'}
            {letter.to === 'agent' && <span class="sub">{whoseWords.agent}あて</span>}
          </td>
          <td class={letter.outdated ? 'wide wrap' : 'wide'} title={lettersInWords([letter])}>
            <a href={paths.letter(row.number, letter.id)}>{lettersInWords([letter])}</a>
            {letter.outdated && <OutdatedMark number={row.number} by={by} />}
          </td>
          <td>
            <ShortDue on={inHouse.includes(letter.form) ? null : (row.stepDueOn ?? row.dueOn)} today={today} />
          </td>
          <td>{inHouse.includes(letter.form) ? '—' : <a href={printPaths.envelope(row.number, letter.id)}>封筒</a>}</td>
        </Row>
      )
    })}
  </Table>
)
