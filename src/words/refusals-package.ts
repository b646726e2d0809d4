import type { RefusalCode } from '../domain/refusal.ts'
import type { RefusalSentence } from './refusals.ts'

export const packageRefusals = {
  reply_missing: '資料を付けられる回答書がありません。先に開示の回答書を作ってください。',
  schedule_withholds: '別紙に開示しない項目があります。一部を開示する決定にするか、別紙を直してください。',
  package_missing: '開示資料がまだありません。資料を選び、開示資料を作ってください。',
  password_apart:
    'パスワードのお知らせは、ほかの文書と一緒には送れません。データとは別の封筒で、1通だけで発送してください。',
  package_too_long: ({ most = 1000 }) => `資料が多すぎます。${most}ページまでにしてください。`,
} as const satisfies Partial<Record<RefusalCode, RefusalSentence>>
