import type { VerbInput } from '../../../src/domain/case.ts'
import type { Actor } from '../../../src/domain/rule.ts'
import { hanako, requestFor } from '../../domain/given.ts'
import type { DeskIn } from '../desk-in.ts'
import { accountIn, lineIn } from './statement-cast.ts'

type Desk = Pick<DeskIn, 'store' | 'now' | 'do'>
type Subject = Pick<typeof hanako, 'family' | 'given' | 'familyKana' | 'givenKana'>

const person = (family: string, given: string, familyKana: string, givenKana: string): Subject => ({
  family,
  given,
  familyKana,
  givenKana,
})

export const people = {
  hanako,
  taro: person('鈴木', '太郎', 'スズキ', 'タロウ'),
  jiro: person('佐々木', '次郎', 'ササキ', 'ジロウ'),
  long: person('勅使河原長宗我部', '宇賀神左衛門之助', 'テシガワラチョウソカベ', 'ウガジンサエモンノスケ'),
  akiko: person('高橋', '明子', 'タカハシ', 'アキコ'),
  ken: person('渡辺', '健', 'ワタナベ', 'ケン'),
  mai: person('小林', '舞', 'コバヤシ', 'マイ'),
  shin: person('森', '進一', 'モリ', 'シンイチ'),
  yui: person('加藤', '結衣', 'カトウ', 'ユイ'),
} as const

export const owingCase = (at: Desk, subject: Subject, sato: Actor, more: Partial<VerbInput<'logRequest'>> = {}) =>
  at.do(null, 'logRequest', requestFor('ims', { subject: { ...hanako, ...subject }, ...more }), sato)

/** One line for each bucket, on the account A1 of IMS, with the cases they are about. */
export const everyBucket = async (at: Desk, sato: Actor, ito: Actor) => {
  await accountIn(at)
  const cases = {
    proposed: await owingCase(at, people.hanako, sato),
    likely: await owingCase(at, people.taro, sato),
    ambiguous: await owingCase(at, people.jiro, sato),
    ambiguousToo: await owingCase(at, people.jiro, sato),
    short: await owingCase(at, people.akiko, sato),
    over: await owingCase(at, people.long, sato),
    duplicate: await owingCase(at, people.ken, sato),
    closed: await owingCase(at, people.mai, sato),
    unpaid: await owingCase(at, people.yui, sato),
    sum: await owingCase(at, people.shin, sato),
    sumToo: await owingCase(at, people.shin, sato),
  }
  await at.do(cases.duplicate, 'receiveFee', { means: 'transfer', amount: '4000', receivedOn: '2026-11-20' }, ito)
  await at.do(cases.closed, 'withdraw', { on: '2026-11-21', how: 'phone' }, sato)
  const line = (payer: string, amount = 3300, date = '2026-11-20') => lineIn(at, { payer, amount, date })
  const lines = {
    proposed: await line(`${cases.proposed} ﾔﾏﾀﾞ ﾊﾅｺ`),
    likely: await line('ｽｽﾞｷ ﾀﾛｳ', 3300, '2026-11-18'),
    ambiguous: await line('ｻｻｷ ｼﾞﾛｳ', 3300, '2026-11-10'),
    short: await line(`${cases.short} ﾀｶﾊｼ ｱｷｺ`, 2970),
    over: await line(`${cases.over} ﾃｼｶﾞﾜﾗﾁﾖｳｿｶﾍﾞ ｳｶﾞｼﾞﾝｻｴﾓﾝﾉｽｹ`, 5000),
    duplicate: await line(`${cases.duplicate} ﾜﾀﾅﾍﾞ ｹﾝ`),
    sum: await line('ﾓﾘ ｼﾝｲﾁ', 6600),
    closed: await line(`${cases.closed} ｺﾊﾞﾔｼ ﾏｲ`, 3300, '2026-10-05'),
    unknown: await line('ｶ)ｿｳﾑｼﾖｳｼﾞ', 12_000, '2026-08-31'),
  }
  return { cases, lines }
}
