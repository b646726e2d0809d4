import { z } from 'zod'

// The shapes of forms/*.yaml. Lengths are millimetres unless a name says points.
const show = z.string().optional()
const at = { x: z.number(), y: z.number(), w: z.number().positive() }
const face = z.enum(['mincho', 'gothic', 'bold'])
const align = z.enum(['left', 'center', 'right', 'justify'])

const Reference = z.strictObject({ block: z.literal('reference'), show })
const Addressee = z.strictObject({ block: z.literal('addressee'), show })
const Sender = z.strictObject({ block: z.literal('sender'), show })
const Title = z.strictObject({
  block: z.literal('title'),
  text: z.string(),
  sub: z.string().optional(),
  /** A rule below it, as under the amount of a receipt. */
  ruled: z.boolean().default(false),
  show,
})
const Heading = z.strictObject({ block: z.literal('heading'), text: z.string(), show })
const Space = z.strictObject({ block: z.literal('space'), mm: z.number(), show })
const PageBreak = z.strictObject({ block: z.literal('page'), show })

const Paragraph = z.strictObject({
  block: z.literal('paragraph'),
  text: z.string(),
  indent: z.boolean().default(true),
  small: z.boolean().default(false),
  bold: z.boolean().default(false),
  align: align.default('justify'),
  show,
})

/** Lines of a list field, or fixed ones, each behind a mark. */
const Items = z.strictObject({
  block: z.literal('items'),
  list: z.string().optional(),
  texts: z.array(z.string()).optional(),
  mark: z.string().default('・'),
  small: z.boolean().default(false),
  show,
})

const Entry = z.strictObject({
  label: z.string(),
  text: z.string().optional(),
  /** A list field: strings, or {label, text}. */
  list: z.string().optional(),
  /** Before each of several items of the list. */
  mark: z.enum(['dot', 'number']).optional(),
  /** A rows field: `texts` once per row, each with the row's columns as {{rows.column}}. */
  each: z.string().optional(),
  texts: z.array(z.strictObject({ label: z.string().optional(), text: z.string(), show })).optional(),
  show,
})
export type Entry = z.infer<typeof Entry>

const Records = z.strictObject({
  block: z.literal('records'),
  heading: z.string().default('記'),
  close: z.string().default('以上'),
  numbered: z.boolean().default(true),
  labelWidth: z.number().default(36),
  entries: z.array(Entry).min(1),
  show,
})

const Table = z.strictObject({
  block: z.literal('table'),
  rows: z.string(),
  size: z.number().default(9.5),
  /** Whether a row with nothing in its last columns heads those below it. */
  bands: z.boolean().default(false),
  columns: z
    .array(
      z.strictObject({ head: z.string(), w: z.number().positive(), text: z.string(), align: align.default('left') }),
    )
    .min(1),
  show,
})

const Check = z.strictObject({ text: z.string(), flag: z.string().optional() })
const Cell = z.strictObject({
  w: z.number().positive().optional(),
  label: z.string().optional(),
  text: z.string().optional(),
  list: z.string().optional(),
  hint: z.string().optional(),
  checks: z.array(Check).optional(),
  /** Field with a 7-digit postcode, or '' for empty boxes. */
  postcode: z.string().optional(),
  /** Field with the フリガナ, set above the text. */
  ruby: z.string().optional(),
  /** Choices of the era before blanks for year, month, day; the field, when filled, is printed instead. */
  era: z.string().optional(),
  /** Printed while the text is empty, e.g. the blanks of a date. */
  blank: z.string().optional(),
  /** Dashed lines to write on. */
  ruled: z.number().int().positive().optional(),
  seal: z.boolean().default(false),
  align: align.default('left'),
  size: z.number().default(10.5),
})
export type Cell = z.infer<typeof Cell>

const GridRow = z.strictObject({
  h: z.number().positive(),
  dashed: z.boolean().default(false),
  cells: z.array(Cell).min(1),
})
export type GridRow = z.infer<typeof GridRow>

const Grid = z.strictObject({
  block: z.literal('grid'),
  name: z.string(),
  tone: z.enum(['ink', 'office']).default('ink'),
  groups: z.array(z.strictObject({ side: z.string().optional(), rows: z.array(GridRow).min(1) })).min(1),
  show,
})
export type Grid = z.infer<typeof Grid>

/** Text at a fixed place; too long for its height is an overflow, after shrinking to `least` points. */
const Place = z.strictObject({
  block: z.literal('place'),
  name: z.string(),
  ...at,
  h: z.number().positive(),
  text: z.string().optional(),
  list: z.string().optional(),
  /** Field with the フリガナ, set above a text of one line. */
  ruby: z.string().optional(),
  size: z.number().default(10.5),
  least: z.number().default(8),
  /** Points down to which a line is rather set smaller than broken. */
  whole: z.number().optional(),
  pitch: z.number().default(1.5),
  face: face.default('mincho'),
  align: align.default('left'),
  /** Whether a short text stays at the foot of its box. */
  low: z.boolean().default(false),
  red: z.boolean().default(false),
  framed: z.boolean().default(false),
  show,
})
export type Place = z.infer<typeof Place>

/** A QR code as large as its box allows, at its left top; a hand-held reader needs 10 mm. */
const Code = z.strictObject({
  block: z.literal('code'),
  name: z.string(),
  ...at,
  h: z.number().positive(),
  text: z.string(),
  show,
})
export type Code = z.infer<typeof Code>

export const Block = z.discriminatedUnion('block', [
  Reference,
  Addressee,
  Sender,
  Title,
  Heading,
  Space,
  PageBreak,
  Paragraph,
  Items,
  Records,
  Table,
  Grid,
  Place,
  Code,
])
export type Block = z.infer<typeof Block>
export type BlockOf<K extends Block['block']> = Extract<Block, { block: K }>
