import { z } from 'zod'
import { addDays, type PlainDate } from '../../domain/day.ts'

/** A month of a bank account in words: what each line says, on which day before today, and which case's number it bears. */
const line = z.strictObject({
  day: z.int().positive(),
  in: z.int().positive().optional(),
  out: z.int().positive().optional(),
  payer: z.string().default(''),
  kind: z.union([z.string(), z.number()]).optional(),
  code: z.string().optional(),
  note: z.string().optional(),
  bank: z.string().default(''),
  branch: z.string().default(''),
  cancelled: z.literal(true).optional(),
})

export const demoStatements = z.array(
  z.strictObject({
    account: z.strictObject({
      id: z.string(),
      label: z.string(),
      operators: z.array(z.string()),
      bankCode: z.string(),
      branchCode: z.string(),
      kind: z.string(),
      number: z.string(),
      bank: z.string().default(''),
      branch: z.string().default(''),
      holder: z.string().default(''),
    }),
    format: z.enum(['zengin-03', 'zengin-01', 'sbi-net', 'yucho', 'anser']),
    file: z.string(),
    opening: z.int().nonnegative(),
    lines: z.array(line),
  }),
)
export type DemoStatement = z.output<typeof demoStatements>[number]
export type DemoAccount = DemoStatement['account']

/** A line with its real day and numbers in it. */
export type DemoLine = Omit<DemoStatement['lines'][number], 'day'> & { readonly date: PlainDate }

/** A slip of the finger that the check digit notices: the last but one digit is another. */
const mistyped = (number: string): string => `${number.slice(0, 6)}${(Number(number[6]) + 1) % 10}${number.slice(7)}`

/** `closed`: whether banks rest on a day; a line then stands on the business day before. */
export const datedLines = (
  lines: DemoStatement['lines'],
  numbers: ReadonlyMap<string, string>,
  today: PlainDate,
  closed: (day: PlainDate) => boolean,
): DemoLine[] => {
  const filled = (text: string) =>
    text.replace(/\{(\w+)(!?)\}/g, (_all, key: string, slip: string) => {
      const number = numbers.get(key)
      if (number === undefined) throw new Error(`the demo's month knows no case ${key}`)
      return slip === '' ? number : mistyped(number)
    })
  const open = (day: PlainDate): PlainDate => (closed(day) ? open(addDays(day, -1)) : day)
  return lines.map(({ day, ...rest }) => ({
    ...rest,
    date: open(addDays(today, -day)),
    payer: filled(rest.payer),
    ...(rest.code !== undefined && { code: filled(rest.code) }),
    ...(rest.note !== undefined && { note: filled(rest.note) }),
  }))
}
