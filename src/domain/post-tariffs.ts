import type { LetterSize, PostOption, PostService } from './postage.ts'

/** Up to so many grams: yen, rising. */
export type Steps = readonly (readonly [grams: number, amount: number])[]

/** 郵便料金 of 日本郵便 from a day on. What is not charged for itself (普通, 転送不要) costs 0. */
export interface PostTariff {
  readonly from: string
  readonly letters: Readonly<Record<LetterSize, Steps>>
  /** On top of the letter: one price, or by weight. A service without stamps of its own (レターパック) is not here. */
  readonly extra: Readonly<Partial<Record<PostService | PostOption, number | Steps>>>
}

const FREE = { ordinary: 0, no_forwarding: 0 }

const until2024: PostTariff['letters'] = {
  standard: [
    [25, 84],
    [50, 94],
  ],
  within: [
    [50, 120],
    [100, 140],
    [150, 210],
    [250, 250],
    [500, 390],
    [1000, 580],
  ],
  beyond: [
    [50, 200],
    [100, 220],
    [150, 300],
    [250, 350],
    [500, 510],
    [1000, 710],
    [2000, 1040],
    [4000, 1350],
  ],
}

const express = (light: number, middle: number, heavy: number): Steps => [
  [250, light],
  [1000, middle],
  [4000, heavy],
]

/**
 * Newest first. Sources, read 2026-11-22:
 * letters of all sizes before and after 2024-10-01: smbiz.asahi.com/article/15305281, otayoripost.net/ryokin/kokunairyokin.html;
 * 一般書留, 簡易書留, 配達証明 2023-10-01: team-rescue.com (list of the revision), portal2.mugendai.do-johodai.ac.jp/2023/09/21/23939;
 * 速達 and 特定記録 2024-10-01: kokoromi.co.jp/article/yuubinryoukin-kaitei-2024, gunei.ac.jp (特定記録), saitama-u.ac.jp (速達);
 * 速達 and 特殊取扱 2019-10-01: otayoripost.net/ryokin/zozei-tokusyu.html, pitali.jp/?p=6251;
 * 速達 260/350/600 and 本人限定受取 210 beside 一般書留 435: otayoripost.net/ryokin/tokusyu.html.
 * 本人限定受取 270: otayoripost.net/ryokin/hongen.html reckons 110 + 480 + 270 = 860, so it is of 2024-10-01 or later; the revision of
 * 2023-10 does not list it, and 配達日指定 for holidays rose from 210 to 270 with that of 2024-10 (pedia.3rd-in.co.jp). The page of
 * 日本郵便 that names 210 (service/fuka_service/honnin) is stored without a date and still admits 健康保険証.
 */
export const postTariffs: readonly PostTariff[] = [
  {
    from: '2024-10-01',
    letters: {
      standard: [[50, 110]],
      within: [
        [50, 140],
        [100, 180],
        [150, 270],
        [250, 320],
        [500, 510],
        [1000, 750],
      ],
      beyond: [
        [50, 260],
        [100, 290],
        [150, 390],
        [250, 450],
        [500, 660],
        [1000, 920],
        [2000, 1350],
        [4000, 1750],
      ],
    },
    extra: {
      ...FREE,
      general_registered: 480,
      simple_registered: 350,
      specified_record: 210,
      delivery_certificate: 350,
      addressee_only: 270,
      express: express(300, 400, 690),
    },
  },
  {
    from: '2023-10-01',
    letters: until2024,
    extra: {
      ...FREE,
      general_registered: 480,
      simple_registered: 350,
      specified_record: 160,
      delivery_certificate: 350,
      addressee_only: 210,
      express: express(260, 350, 600),
    },
  },
  {
    // 速達 fell on this day. That 本人限定受取 rose on it too is inferred: 105 before, 210 in the first list with the new 速達.
    from: '2021-10-01',
    letters: until2024,
    extra: {
      ...FREE,
      general_registered: 435,
      simple_registered: 320,
      specified_record: 160,
      delivery_certificate: 320,
      addressee_only: 210,
      express: express(260, 350, 600),
    },
  },
  {
    from: '2019-10-01',
    letters: until2024,
    extra: {
      ...FREE,
      general_registered: 435,
      simple_registered: 320,
      specified_record: 160,
      delivery_certificate: 320,
      addressee_only: 105,
      express: express(290, 390, 660),
    },
  },
]
