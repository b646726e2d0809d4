import type { About } from './figures.ts'
import type { IssueSentence } from './issues.ts'

export const fileIssues = {
  file_empty: '中身のないファイルです。読み取り直したものを選んでください。',
  file_too_large: ({ megabytes }: About) =>
    megabytes === undefined
      ? 'ファイルが大きすぎます。分けるか、粗く読み取り直してください。'
      : `ファイルが大きすぎます。${megabytes}メガバイト以内にしてください。`,
  file_not_accepted: 'この種類のファイルは受け取れません。PDF、JPEG、PNGのいずれかにしてください。',
  file_broken: 'ファイルが壊れていて読めません。読み取り直したものを選んでください。',
  file_active: 'ファイルに動く仕掛けが含まれています。紙を読み取り直したものを選んでください。',
  file_locked: 'ファイルに鍵がかかっています。鍵を外したものを選んでください。',
  too_many_rows: '行が多すぎます。5,000行までにしてください。',
  columns_not_read: '列が読み取れません。システム、項目、内容の順に並べてください。',
} as const satisfies Record<string, IssueSentence>
