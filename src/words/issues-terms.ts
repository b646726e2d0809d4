import type { IssueSentence } from './issues.ts'

/** Faults of an operator's file: our own codes, zod's and those of YAML. */
export const termIssues = {
  policy_in_use:
    'この取扱規程のもとで受け付けた案件があるため、変えることも外すこともできません。新しい日付の取扱規程を加えてください。',
  policy_reaches_back:
    'この取扱規程の始まる日から後に到達し、前の取扱規程で進めている案件があります。始まる日を、その到達日より後にしてください。',
  quote_missing: '取扱規程からの引用がありません。元の文をそのまま書き写してください。',
  fee_on_free_kind: '手数料をいただけない種類が含まれています。手数料は、利用目的の通知と開示だけに定められます。',
  service_cannot_carry: '配達証明と本人限定受取は、一般書留だけに付けられます。郵便の種類を直してください。',
  policies_same_day: '同じ日から始まる取扱規程が二つあります。始まる日を直してください。',
  policies_same_id: '同じ名前の取扱規程が二つあります。名前を直してください。',
  window_unknown: 'この窓付き封筒は登録されていません。封筒の一覧にある名前を書いてください。',
  folds_order: '折る高さは、用紙の上から順に、297ミリより小さい値で書いてください。',
  sheet_too_large: '文書の用紙がこの封筒に入りません。封筒の大きさか、折る高さを直してください。',
  window_place:
    '窓が封筒の端に近すぎます。定形は切手の側を35ミリ、ほかを12ミリ、定形外はどの端も10ミリあけてください。',
  window_beyond_margin: '窓の左端が封筒の左から25ミリより右にあり、宛名が窓に入りません。',
  window_too_small:
    '用紙が封筒の中で動くと、宛名が窓から隠れます。窓の大きい封筒か、用紙の動かない大きさの封筒にしてください。',
  window_shows_more: '窓が大きく、用紙が動くと宛名と差出人のほかの文字が見えます。窓の小さい封筒にしてください。',
  picture_source: '画像は、ファイルの名前か画像そのもののどちらか一方で示してください。',
  picture_missing: '画像のファイルがありません。取扱規程のファイルと一緒に選び、同じフォルダーに置いてください。',
  picture_type: '使えない種類の画像です。画像の種類を変えてください。',
  picture_too_large: '画像が大きすぎます。小さく書き出したものを選んでください。',
  picture_too_many_pixels: '画像の画素が多すぎます。縦と横を小さくしてください。',
  picture_too_tall: '画像が縦に長すぎて、用紙の場所に収まりません。幅を小さくしてください。',
  picture_unreadable: '画像を読めません。壊れていない画像を選んでください。',
  sender_order: '差出人の並び順には、すべての項目を一度ずつ書いてください。',
  custom: '値が決まりに合いません。書き方を確かめてください。',
  invalid_type: '値がないか、種類が違います。書き方を確かめてください。',
  invalid_value: '選べない値です。決められた値の中から選んでください。',
  invalid_format: '値の書き方が違います。書き方を確かめてください。',
  unrecognized_keys: '知らない項目です。項目の名前を確かめてください。',
  too_small: '値が小さすぎるか、足りません。書き方を確かめてください。',
  too_big: '値が大きすぎるか、多すぎます。書き方を確かめてください。',
  invalid_union: '値の種類が違います。書き方を確かめてください。',
  yaml_bad_alias: '参照先がないか、参照が多すぎます。元の値を確かめてください。',
  yaml_duplicate_key: '同じ項目が二つあります。一つにしてください。',
  yaml_bad_indent: '字下げが合いません。空白の数をそろえてください。',
  yaml_tab_as_indent: '字下げに使えない文字があります。空白にしてください。',
  yaml_missing_char: '記号が足りません。区切りや引用の記号を確かめてください。',
} as const satisfies Record<string, IssueSentence>
