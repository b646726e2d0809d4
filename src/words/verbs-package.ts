import type { Verb } from '../domain/case.ts'
import type { VerbWords } from './verbs.ts'

export const packageVerbs = {
  setSchedule: {
    label: '別紙を作る',
    title: '開示する項目の一覧（別紙）',
    help: '調査で分かった項目を、システムごとに並べます。決定の案を作ると、その案を差し戻すまで直せません。',
    facet: 'decision',
  },
  choosePackage: {
    label: '資料を付ける',
    title: '開示資料',
    help: '回答書と別紙に続けて送るファイルとページを選び、見せてはいけないところを黒塗りします。',
    facet: 'reply',
  },
  recordPackage: {
    label: '開示資料にまとめる',
    title: '開示資料の作成',
    help: '開示資料の画面で作ると、ここに記録されます。',
    facet: 'reply',
  },
  recordLocked: {
    label: '電子データを作る',
    title: '電子データの作成',
    help: '開示資料の画面で作ると、ここに記録されます。パスワードは経過記録に残りません。',
    facet: 'reply',
  },
} as const satisfies Partial<Record<Verb, VerbWords>>
