export const mailStateWords: Record<'waiting' | 'sent' | 'failed', string> = {
  waiting: '送信待ち',
  sent: '送信済み',
  failed: '送信できず',
}

/** By `MailKind` of the desk. */
const kinds: Readonly<Record<string, string>> = {
  form_sent: '用紙の送付（請求者へ）',
  request_received: '受領のお知らせ（請求者へ）',
  approval_waiting: '決裁の依頼（職員へ）',
  clock_short: '期日の注意（職員へ）',
}

/** Kinds come from the store as text; one that an older release wrote comes back as it is. */
export const mailKindLabel = (kind: string): string => (Object.hasOwn(kinds, kind) ? (kinds[kind] ?? kind) : kind)
