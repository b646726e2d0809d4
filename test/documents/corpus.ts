/** Sentences as a desk writes them, drawn at random but the same for the same seed; fast, for tests over many lines. */
export function* sentences(seed: number): Generator<string> {
  let state = seed >>> 0
  // mulberry32: small, even, and not Math.random.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const pick = <T>(list: readonly T[], otherwise: T): T => list[Math.floor(next() * list.length)] ?? otherwise
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(next() * 10)).join('')
  const run = (): string =>
    pick(
      [
        () => `${1 + Math.floor(next() * 9)},${digits(3)}円`,
        () => `第${20 + Math.floor(next() * 30)}条第${1 + Math.floor(next() * 5)}項`,
        () => `第33条第2項第${1 + Math.floor(next() * 3)}号`,
        () => `令和8年${1 + Math.floor(next() * 12)}月${1 + Math.floor(next() * 28)}日`,
        () => `${digits(3)}-${digits(2)}-${digits(5)}-${digits(1)}`,
        () => `0${digits(2)}-${digits(4)}-${digits(4)}`,
        () => `https://example.jp/a${digits(4)}`,
        () => `〒${digits(3)}-${digits(4)}`,
        () => `${1 + Math.floor(next() * 99)}％`,
        () => '――',
        () => '……',
        () => '辻\u{E0100}',
        () => 'ﾖｼﾀﾞ',
        () => 'JAM BASE',
      ],
      () => '甲',
    )()
  while (true) {
    let text = next() < 0.3 ? '　' : ''
    const length = 40 + Math.floor(next() * 160)
    while (text.length < length) {
      const dice = next()
      if (dice < 0.62) text += pick([...LETTERS], 'の')
      else if (dice < 0.86) text += pick(MARKS, '、')
      // Two runs side by side are one to a reader too: keep a kana between them.
      else text += `の${run()}の`
    }
    yield `${text}。`
  }
}

/** What stands on one line or is at fault, as a reader sees it. */
export const UNBREAKABLE =
  /[0-9],[0-9]{3}円|第[0-9]+条第[0-9]項(?:第[0-9]号)?|令和8年[0-9]+月[0-9]+日|[0-9]{3}-[0-9]{2}-[0-9]{5}-[0-9]|0[0-9]{2}-[0-9]{4}-[0-9]{4}|https:\/\/example\.jp\/a[0-9]{4}|〒[0-9]{3}-[0-9]{4}|[0-9]{1,2}％|――|……|ﾖｼﾀﾞ/gu

const LETTERS = '個人情報の保護に関する法律開示請求者は手数料漢字かなカナアイウ訂正利用停止髙﨑塚𠮷'
const MARKS = [
  '、',
  '。',
  '」',
  '』',
  '）',
  '「',
  '『',
  '（',
  'ー',
  '々',
  'ッ',
  'ゃ',
  '・',
  '！',
  '？',
  '」「',
  '」、',
  '。（',
  '〜',
  '℃',
]
