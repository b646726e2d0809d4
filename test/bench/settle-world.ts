import { caseNumber } from '../../src/domain/case-number.ts'
import { addDays, day } from '../../src/domain/day.ts'
import type { Due, PayerLine } from '../../src/domain/settlement.ts'
import { yen } from '../../src/domain/yen.ts'

const KANA = [
  ...'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワガギグゲゴザジダデドバビブベボ',
]
const FIRST = day('2026-04-01')
export const FEE = yen(3300)

/** Numbers that look random and are the same in every run. */
const dice = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0
    return ((state ^ (state >>> 13)) >>> 0) % below
  }
}

const names = (count: number, least: number, throwing: (below: number) => number): string[] =>
  Array.from({ length: count }, () =>
    Array.from({ length: least + throwing(3) }, () => KANA[throwing(KANA.length)] ?? 'ア').join(''),
  )

const half = (kana: string): string => [...kana.normalize('NFD')].map(sign => HALF.get(sign) ?? sign).join('')
const HALF = new Map(
  [...'｡｢｣､･ｦｧｨｩｪｫｬｭｮｯｰｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝﾞﾟ'].map(sign => [sign.normalize('NFKC'), sign]),
)

export interface World {
  readonly lines: PayerLine[]
  readonly dues: Due[]
}

/** So many open cases that all owe the same, with few surnames among them, and a line for each: the worst that a desk can have. */
export function world(count: number, seed = 20_261_122): World {
  const throwing = dice(seed)
  const surnames = names(300, 2, throwing)
  const given = names(3000, 2, throwing)
  const dues = Array.from({ length: count }, (_, n): Due => {
    const kana = `${surnames[throwing(surnames.length)]} ${given[throwing(given.length)]}`
    return {
      caseNumber: caseNumber(2020 + Math.floor(n / 90_000), (n % 90_000) + 1),
      operator: 'ims',
      outstanding: FEE,
      asked: FEE,
      state: 'open',
      names: [{ kana, role: 'subject' }],
      ...(n % 10 === 0 && { group: `g${Math.floor(n / 100)}` }),
      arrivedOn: addDays(FIRST, n % 200),
      booked: [],
    }
  })
  const operators = ['ims', 'sakura']
  const lines = dues.map((due, n): PayerLine => {
    const kana = due.names[0]?.kana ?? ''
    const [surname = ''] = kana.split(' ')
    const number = due.caseNumber
    const payers = [
      ...Array<string>(6).fill(`${number} ${half(kana)}`),
      ...Array<string>(3).fill(half(kana)),
      number,
      half(`${kana}${number}`),
      `${number.slice(0, 5)}${(Number(number[5]) + 1) % 10}${number.slice(6)} ${half(kana)}`,
      half(kana).slice(0, -1),
      half(surname),
      `${number} ${half(surname)} ｻﾌﾞﾛｳ`,
      half(kana.replace('オ', 'オ-')),
      half(kana).replaceAll('ﾞ', ''),
      `${half(kana.split(' ').reverse().join(' '))}`,
      'ｶ)ﾄﾗﾉﾓﾝｼﾖｳｼﾞ',
      `${number} ﾍﾞﾝ)ﾄﾗﾉﾓﾝ`,
    ]
    return {
      id: `s1:${n}`,
      date: addDays(FIRST, (n * 7) % 230),
      amount: n % 50 === 0 ? yen(FEE - 330) : n % 61 === 0 ? yen(FEE * 2) : FEE,
      payer: payers[throwing(payers.length)] ?? '',
      ...(n % 3 === 0 && { payerCode: `00${number}` }),
      operators,
    }
  })
  return { lines, dues }
}
