import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { addDays, type PlainDate } from '../../domain/day.ts'
import { perform, readScript, type Script, type Stage } from '../script.ts'
import { anser, sbiNet, yucho } from './csv-file.ts'
import { type DemoAccount, type DemoLine, type DemoStatement, datedLines, demoStatements } from './statement-line.ts'
import { zengin01, zengin03 } from './zengin-file.ts'

const demoCase = z.strictObject({
  key: z.string(),
  operator: z.string(),
  begunDaysAgo: z.int().positive(),
  family: z.string(),
  given: z.string(),
  familyKana: z.string(),
  givenKana: z.string(),
  address: z.string().default('熊本県熊本市中央区手取本町1番1号'),
  bornOn: z.string().default('昭和50年5月5日'),
  kinds: z.array(z.string()).default(['disclosure']),
  withdrawnAfter: z.int().positive().optional(),
})
type DemoCase = z.output<typeof demoCase>

const read = (name: string): unknown =>
  parse(readFileSync(new URL(`../../../fixtures/month/${name}`, import.meta.url), 'utf8'))

/** A request that came by post and whose fee was asked for the day after. */
const scriptOf = ({ operator, begunDaysAgo, kinds, withdrawnAfter, ...who }: DemoCase): Script => {
  const { family, given, familyKana, givenKana, address, bornOn } = who
  const subject = {
    family,
    given,
    familyKana,
    givenKana,
    address,
    bornOn,
    postcode: '860-0808',
    phone: '090-0000-0000',
  }
  const log = {
    operator,
    service: 'simple_registered',
    postedOn: '$day-1',
    arrivedOn: '$day',
    requester: 'self',
    subject,
    kinds,
    wanted: '契約者情報',
    onForm: true,
    enclosed: ['subject_identity'],
  }
  const paper = {
    whose: 'subject',
    kind: 'driver_license',
    as: 'copy',
    issuer: '公安委員会',
    expiresOn: '2030-01-01',
    receivedOn: '$day',
  }
  return readScript({
    operator,
    begunDaysAgo,
    steps: [
      { day: 0, by: 'reception', verb: 'logRequest', body: log },
      { day: 0, by: 'reception', verb: 'receivePaper', body: paper },
      { day: 0, by: 'reception', verb: 'checkIdentity', body: { whose: 'subject', sendTo: 'papers' } },
      ...(kinds.includes('disclosure') ? [{ day: 1, by: 'cashier', verb: 'requestFee', body: {} }] : []),
      ...(withdrawnAfter === undefined
        ? []
        : [
            {
              day: withdrawnAfter,
              by: 'reception',
              verb: 'withdraw',
              body: { on: '$day', how: 'letter', memo: '不要になったとの書面' },
            },
          ]),
    ],
  })
}

/** Opens the cases of the month; their numbers by key. */
export const openMonth = async (stage: Stage, today: PlainDate): Promise<Map<string, string>> => {
  const numbers = new Map<string, string>()
  for (const each of z.array(demoCase).parse(read('cases.yaml')))
    numbers.set(each.key, await perform(stage, scriptOf(each), addDays(today, -each.begunDaysAgo), today))
  return numbers
}

export interface MonthFile {
  readonly account: DemoAccount
  readonly name: string
  readonly bytes: Uint8Array
}

/** The bank files of the month that ends with `today`, as each bank would write them. */
export const monthFiles = (
  numbers: ReadonlyMap<string, string>,
  today: PlainDate,
  closed: (day: PlainDate) => boolean,
): MonthFile[] =>
  demoStatements.parse(read('statements.yaml')).map(each => ({
    account: each.account,
    name: each.file,
    bytes: written(each, datedLines(each.lines, numbers, today, closed), today),
  }))

const written = (
  { format, account, opening }: DemoStatement,
  lines: readonly DemoLine[],
  today: PlainDate,
): Uint8Array => {
  switch (format) {
    case 'zengin-03':
      return zengin03(account, opening, lines, today)
    case 'zengin-01':
      return zengin01(account, lines, today)
    case 'sbi-net':
      return sbiNet(opening, lines)
    case 'yucho':
      return yucho(account, opening, lines, today)
    case 'anser':
      return anser(account, opening, lines)
  }
}
