import { Overflow } from '../document-error.ts'
import { flagAt, listAt, textAt } from '../fill.ts'
import { type Flow, MARGIN } from '../flow.ts'
import { GREY } from '../ink.ts'
import { mm } from '../millimetres.ts'
import { BLOCK, NAME, SMALL_LABEL } from '../styles.ts'

// A sheet folded in three shows its first 99 mm; this is what a 長形3号 window leaves open.
const WINDOW = { top: mm(28), bottom: mm(63), width: mm(82) }
const SENDER = { top: mm(61), left: mm(108) }
const SEAL = mm(20)

export function reference({ ink, values, left, width }: Flow): void {
  ink.single(textAt(values, 'documentNumber'), left, MARGIN.top, width, { ...BLOCK, align: 'right' })
  ink.single(textAt(values, 'date'), left, MARGIN.top + BLOCK.pitch, width, { ...BLOCK, align: 'right' })
}

export function addressee(flow: Flow): void {
  const { ink, values, left } = flow
  const at = (name: string) => textAt(values, `addressee.${name}`)
  const postcode = at('postcode')
  const address = [postcode && `〒${postcode}`, ...listAt(values, 'addressee.lines').map(item => item.text)]
  let y = WINDOW.top
  for (const line of address.filter(Boolean)) y += ink.text(line, left, y, WINDOW.width, { ...BLOCK, align: 'left' })
  y += 5
  if (at('onBehalf')) y += ink.text(at('onBehalf'), left, y, WINDOW.width, BLOCK)
  y += ink.text(`${at('name')}　${at('honorific')}`, left, y, WINDOW.width, NAME)
  if (y > WINDOW.bottom + 1) throw new Overflow('宛先', 'addressee')
  flow.y = Math.max(flow.y, WINDOW.bottom)
}

export function sender(flow: Flow): void {
  const { ink, values } = flow
  const at = (name: string) => textAt(values, `sender.${name}`)
  const width = flow.left + flow.width - SENDER.left
  const sealed = flagAt(values, 'sender.seal')
  const top = Math.max(flow.y, SENDER.top)
  let y = top
  for (const line of [at('company'), at('desk'), at('responsible')]) {
    if (line) y += ink.text(line, SENDER.left, y, sealed ? width - SEAL - 6 : width, BLOCK)
  }
  if (sealed) {
    const x = SENDER.left + width - SEAL
    ink.frame(x, top, SEAL, SEAL, { width: 0.4, color: '#a6a6a6', dash: 2 })
    const mark = { ...SMALL_LABEL, pitch: SEAL, align: 'center', color: GREY } as const
    ink.single('印', x, top, SEAL, mark)
    y = Math.max(y, top + SEAL + 3)
  }
  const small = { ...BLOCK, size: 9, pitch: 13 }
  const postcode = at('postcode')
  const lines = listAt(values, 'sender.lines').map(item => item.text)
  const rest = [
    postcode && `〒${postcode}　${lines[0] ?? ''}`,
    ...lines.slice(postcode ? 1 : 0),
    at('telephone') && `電話　${at('telephone')}`,
    at('hours') && `受付時間　${at('hours')}`,
  ]
  for (const line of rest) if (line) y += ink.text(line, SENDER.left, y, width, small)
  flow.y = y
}
