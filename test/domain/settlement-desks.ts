import fc from 'fast-check'
import { addDays, day } from '../../src/domain/day.ts'
import { buckets, type Due, type PayerLine, type Proposal, proofOf, settle } from '../../src/domain/settlement.ts'
import { yen } from '../../src/domain/yen.ts'
import { no } from './settled.ts'

const people = [
  'ヤマダ タロウ',
  'ヤマダ タロウ',
  'ヤマダ タロウ',
  'ヤマダ ハナコ',
  'オオノ ユウコ',
  'カ)フルツト',
  'JOHN SMITH',
  'ホソカワ シンノスケ',
]
const agents = ['ベンゴシホウジントラノモン', 'ヤマダ タロウ']
const payers = [
  ...[
    'ﾔﾏﾀﾞ ﾀﾛｳ',
    'ﾔﾏﾀﾞ ﾀﾛｳ',
    'ﾔﾏﾀﾞﾀﾛｳ',
    'ﾔﾏﾀﾞﾀﾛｳ',
    'ﾔﾏﾀﾞ',
    'ﾔﾏﾀﾞ ﾊﾅｺ',
    'ﾔﾏﾀﾞ ﾀﾛｳ ｶ)ﾌﾙﾂﾄ',
    'ｵﾉ ﾕｳｺ',
    'ｵｵﾉ ﾕｳｺ',
    'ﾌﾙﾂﾄ(ｶ',
    'ﾕ)ﾌﾙﾂﾄ',
  ],
  ...['SMITH JOHN', 'ﾎｿｶﾜ ｼﾝﾉｽ', 'ﾍﾞﾝ)ﾄﾗﾉﾓﾝ', 'ﾍﾞﾝ)ﾄﾗﾉﾓﾝ ﾔﾏﾀﾞ ﾀﾛｳ', '', 'ｻﾄｳ'],
]
const money = fc
  .constantFrom(3300, 3300, 3300, 1100, 1415, 4400, 6600, 2860, 2970, 5000, 1650, 0, 9_999_999_999)
  .map(yen)
const when = fc.nat(20).map(days => addDays(day('2026-11-01'), days))
const number = fc.nat(4).map(serial => no(serial + 1))
const digits = fc.oneof(
  { weight: 4, arbitrary: number },
  { weight: 1, arbitrary: number.map(each => each.replace(/.$/, '9')) },
  { weight: 1, arbitrary: fc.constantFrom('123456', '09012345678', '00000000') },
)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 })
const payer = fc
  .tuple(maybe(digits), fc.constantFrom(...payers), maybe(digits), fc.constantFrom('', ' '))
  .map(([before = '', name, behind = '', gap]) => `${before}${gap}${name}${gap}${behind}`)

const lineOf = fc.record(
  {
    date: when,
    amount: money,
    payer,
    payerCode: digits.map(each => each.padStart(10, '0')),
    edi: digits,
    description: fc.constantFrom('振込', '開示手数料'),
    operators: fc.constantFrom(['ims'], ['ims', 'iij'], ['iij', 'ims'], ['ims'], ['sakura']),
    cancels: fc.nat(9).map(n => n === 0),
  },
  { requiredKeys: ['date', 'amount', 'payer', 'operators'] },
)

const receiptOf = fc.record({
  receipt: fc.constantFrom('r1', 'r2'),
  amount: money,
  receivedOn: when,
  line: maybe(fc.nat(5).map(n => `l${n}`)),
  byHand: fc.boolean(),
})

const dueOf = fc
  .record({
    operator: fc.constantFrom('ims', 'ims', 'iij'),
    outstanding: money,
    asked: fc.constant(yen(3300)),
    state: fc.constantFrom('open', 'open', 'open', 'open', 'withdrawn', 'closed', 'not_charged'),
    subject: fc.constantFrom(...people),
    agent: maybe(fc.constantFrom(...agents)),
    alias: maybe(fc.constantFrom('フルツト', 'サトウ ジロウ')),
    group: maybe(fc.constantFrom('g1', 'g1', 'g2')),
    arrivedOn: when,
    dueOn: maybe(when),
    booked: fc.oneof(fc.array(receiptOf, { maxLength: 0 }), fc.array(receiptOf, { maxLength: 2 })),
  })
  .map(
    ({ subject, agent, alias, group, dueOn, booked, ...rest }): Omit<Due, 'caseNumber'> => ({
      ...rest,
      names: [
        { kana: subject, role: 'subject' },
        ...(agent === undefined ? [] : [{ kana: agent, role: 'agent' as const }]),
        ...(alias === undefined ? [] : [{ kana: alias, role: 'alias' as const }]),
      ],
      ...(group !== undefined && { group }),
      ...(dueOn !== undefined && { dueOn }),
      booked: booked.map(({ line, ...receipt }) => ({ ...receipt, ...(line !== undefined && { line }) })),
    }),
  )

/** Small desks in which everything collides: few names, few amounts, few numbers. */
export const desks: fc.Arbitrary<{ lines: PayerLine[]; dues: Due[] }> = fc
  .tuple(fc.array(lineOf, { maxLength: 6 }), fc.array(dueOf, { maxLength: 7 }))
  .map(([lines, dues]) => ({
    lines: lines.map((each, n) => dropUndefined({ id: `l${n}`, ...each })),
    dues: dues.map((each, n) => ({ caseNumber: no(n + 1), ...each })),
  }))

const dropUndefined = (line: { [key in keyof PayerLine]: PayerLine[key] | undefined }): PayerLine =>
  Object.fromEntries(Object.entries(line).filter(([, value]) => value !== undefined)) as unknown as PayerLine

/** Every law of a plan that this one breaks, in words; plain code, for it also runs a million times in the bench. */
export function broken(
  lines: readonly PayerLine[],
  dues: readonly Due[],
  seen: (bucket: string) => unknown = () => undefined,
): string[] {
  const wrong: string[] = []
  const must = (holds: boolean, law: string) => void (holds || wrong.push(law))
  const plan = settle(lines, dues)
  const dueOf = new Map(dues.map(each => [each.caseNumber, each]))
  must(
    plan.lines
      .map(each => each.line)
      .toSorted()
      .join() ===
      lines
        .map(each => each.id)
        .toSorted()
        .join(),
    'each line once',
  )
  must(plan.dues.length === dues.length, 'each case once')
  const claimed = new Map<string, number>()
  for (const verdict of plan.lines) {
    const { bucket, proposals, rest, notes } = verdict
    const line = lines.find(each => each.id === verdict.line)
    if (line === undefined) return ['a verdict on a line that is not there']
    const taken = proposals.reduce((sum, each) => sum + each.amount, 0)
    seen(bucket)
    must(buckets.includes(bucket), 'a known bucket')
    must(bucket === 'ambiguous' ? rest === line.amount : taken + rest === line.amount, 'no yen lost')
    must(proposals.every(each => each.amount >= 0 && each.amount <= line.amount) && rest >= 0, 'no yen out of nothing')
    const count = proposals.length
    must(
      bucket === 'unknown' ? count === 0 : bucket === 'sum' || bucket === 'ambiguous' ? count > 0 : count === 1,
      'as many proposals as the bucket has',
    )
    must(
      proposals.every(each => dueOf.has(each.caseNumber)),
      'cases that are there',
    )
    must(new Set(proposals.map(each => each.caseNumber)).size === count, 'each case proposed once')
    must(!line.cancels || (bucket === 'unknown' && notes.some(each => each.code === 'cancels')), 'no cancelling line')
    must(proofOf(verdict).length === 32, 'a proof')
    if (bucket === 'proposed' || bucket === 'likely' || bucket === 'sum')
      for (const { caseNumber, amount } of proposals) {
        const due = dueOf.get(caseNumber)
        must(due?.state === 'open' && due.outstanding === amount, `${bucket}: what the case owes, to the yen`)
        claimed.set(caseNumber, (claimed.get(caseNumber) ?? 0) + 1)
      }
    if (bucket !== 'proposed') continue
    const [only] = proposals
    const said = only?.reasons.map(each => each.code) ?? []
    must(said.includes('number_in') && said.includes('amount_exact'), 'proposed: number and amount')
    must(only?.contradictions.length === 0, 'proposed: nothing against it')
    must(line.operators.includes(dueOf.get(only?.caseNumber ?? '')?.operator ?? ''), 'proposed: operator served')
    const text = [line.payer, line.payerCode, line.edi, line.description]
      .join(' ')
      .normalize('NFKC')
      .replaceAll('-', '')
    must(text.includes(only?.caseNumber ?? '?'), 'proposed: the number stands in the line')
  }
  must(
    [...claimed.values()].every(times => times === 1),
    'no case filled twice',
  )
  for (const { caseNumber, bucket, lines: named } of plan.dues) {
    const about = plan.lines.filter(each => each.proposals.some(of => of.caseNumber === caseNumber))
    must(
      (bucket === 'open' || bucket === 'settled') === (about.length === 0),
      'a case without lines is open or settled',
    )
    must(
      named.every(id => about.some(each => each.line === id)),
      'lines of a case name it',
    )
    const due = dueOf.get(caseNumber)
    if (bucket === 'open' || bucket === 'settled')
      must((bucket === 'open') === (due?.state === 'open' && due.outstanding > 0), 'open cases owe')
    else must(named.length > 0, 'a case in a bucket has lines')
    // A part that was booked by hand may have its line beside the line that pays what is left.
    const byHand = about.filter(({ bucket, proposals: [only] }) => bucket === 'duplicate' && isByHand(only))
    if (bucket === 'proposed') must(named.length - byHand.length === 1, 'proposed for one line')
  }
  return wrong
}

const isByHand = (only: Proposal | undefined): boolean =>
  [...(only?.reasons ?? []), ...(only?.contradictions ?? [])].some(each => each.code.endsWith('_by_hand'))
