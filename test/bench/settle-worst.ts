// Desks made to be slow: everybody has one name, everybody sends one number, every amount differs, every name is cut.
// npx tsx test/bench/settle-worst.ts [SIZE]
import { settle } from '../../src/domain/settlement.ts'
import { yen } from '../../src/domain/yen.ts'
import { tell, timed } from './measured.ts'
import { type World, world } from './settle-world.ts'

const size = Number(process.argv[2] ?? 100_000)
const taro = [{ kana: 'ヤマダ タロウ', role: 'subject' }] as const
const changed = (make: (world: World) => World) => (count: number) => make(world(count))
const each =
  (payer: string): ((world: World) => World['lines']) =>
  ({ lines }) =>
    lines.map(line => ({ ...line, payer, payerCode: '' }))

const worlds: Readonly<Record<string, (count: number) => World>> = {
  'one name for all, one amount': changed(of => ({
    lines: each('ﾔﾏﾀﾞ ﾀﾛｳ')(of),
    dues: of.dues.map(due => ({ ...due, names: taro })),
  })),
  'one name for all, every amount another': changed(of => ({
    lines: each('ﾔﾏﾀﾞ ﾀﾛｳ')(of).map((line, n) => ({ ...line, amount: yen(n + 1) })),
    dues: of.dues.map((due, n) => ({ ...due, names: taro, outstanding: yen(n + 200_001) })),
  })),
  'one number on every line': changed(of => ({
    lines: each(of.dues[0]?.caseNumber ?? '')(of),
    dues: of.dues,
  })),
  'one surname on every line': changed(of => ({
    lines: each('ﾔﾏﾀﾞ')(of),
    dues: of.dues.map(due => ({ ...due, names: taro })),
  })),
  'every name cut, all begin alike': changed(of => ({
    lines: of.lines.map((line, n) => ({
      ...line,
      payer: `ﾄﾗﾉﾓﾝｼﾖｳｼﾞ ﾀﾞｲ${'ｱｲｳｴｵｶｷｸｹｺ'[n % 10]}${'ｱｲｳｴｵｶｷｸｹｺ'[Math.floor(n / 10) % 10]}`,
      payerCode: '',
    })),
    dues: of.dues.map(due => ({
      ...due,
      names: [{ kana: `トラノモンショウジ ダイ${due.names[0]?.kana ?? ''}`, role: 'subject' }],
    })),
  })),
  'groups of twenty, every fee another': changed(of => ({
    lines: of.lines.map((line, n) => ({
      ...line,
      payer: of.dues[n]?.caseNumber ?? '',
      payerCode: '',
      amount: yen(1_000_000 + n),
    })),
    dues: of.dues.map((due, n) => ({
      ...due,
      group: `g${Math.floor(n / 20)}`,
      outstanding: yen(1000 + ((n * 7919) % 90_001)),
    })),
  })),
}

for (const [name, make] of Object.entries(worlds)) {
  const tenth = make(size / 10)
  const whole = make(size)
  settle(tenth.lines, tenth.dues)
  const before = await timed(() => settle(tenth.lines, tenth.dues))
  const after = await timed(() => settle(whole.lines, whole.dues))
  tell(name, `${after.toFixed(0)} ms`, `${(after / before).toFixed(1)} × the time of a tenth`)
}
