import type { Relation } from '../domain/case-link.ts'
import type { FormRequest } from '../domain/form-request.ts'
import type { Method, Requester } from '../domain/intake.ts'
import { type RequestKind, requestKinds } from '../domain/kinds.ts'
import type { Role } from '../domain/rule.ts'

export const requestKindWords: Record<RequestKind, string> = {
  purpose: '利用目的の通知',
  disclosure: '開示',
  third_party_records: '第三者提供記録の開示',
  correction: '訂正・追加・削除',
  suspension: '利用停止・消去',
  third_party_stop: '第三者提供の停止',
  foreign_transfer: '外国第三者提供の情報',
  held_information: '保有個人データに関する事項',
}

/** 開示、訂正・追加・削除 */
export const kindsInWords = (kinds: readonly RequestKind[]): string =>
  kinds.map(kind => requestKindWords[kind]).join('、')

/** 開示（第33条第1項） */
export const kindWithArticle = (kind: RequestKind): string =>
  `${requestKindWords[kind]}（${requestKinds[kind].article}）`

export const requesterWords: Record<Requester, string> = {
  self: '本人',
  parent: '親権者',
  guardian: '後見人',
  appointed: '任意代理人',
  lawyer: '弁護士等の代理人',
}

export const methodWords: Record<Method, string> = {
  paper: '書面',
  electronic: '電磁的記録',
  other: 'その他の方法',
}

export const channelWords: Record<FormRequest['channel'], string> = {
  email: '電子メール',
  post: '郵便',
  phone: '電話',
  web: 'ウェブの申込み',
  counter: '窓口',
}

export const relationWords: Record<Relation, string> = {
  duplicate: '重複する請求',
  joint: '連名の請求',
  follow_up: '前の案件に続く請求',
  reactivated: '終えた案件の再度の請求',
}

export const roleWords: Record<Role, string> = {
  reception: '受付',
  cashier: '経理',
  approver: '責任者',
  auditor: '監査',
  admin: '管理者',
}
