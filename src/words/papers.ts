import type { Power } from '../domain/authority.ts'
import type { MaskTarget, PaperKindName } from '../domain/identity-papers.ts'

export const paperWords: Record<PaperKindName, string> = {
  driver_license: '運転免許証',
  my_number_card: '個人番号カード（表面）',
  passport: '旅券',
  residence_card: '在留カード',
  special_permanent_resident: '特別永住者証明書',
  disability_certificate: '障害者手帳',
  basic_resident_card: '住民基本台帳カード',
  health_insurance_card: '健康保険証',
  qualification_certificate: '健康保険の資格確認書',
  pension_book: '年金手帳',
  student_card: '学生証',
  utility_bill: '公共料金の領収書',
  residence_record: '住民票の写し',
  seal_certificate: '印鑑登録証明書',
  family_register: '戸籍謄本又は戸籍抄本',
  guardianship_registration: '成年後見の登記事項証明書',
  power_of_attorney: '委任状',
  bar_registration: '弁護士等の登録を証する書類',
  death_register: '死亡の記載のある戸籍の証明書',
}

export const maskWords: Record<MaskTarget, string> = {
  my_number: '個人番号',
  insurer_number: '保険者番号',
  insured_number: '被保険者等記号・番号',
  qr_code: '二次元コード',
  registered_domicile: '本籍',
  pension_number: '基礎年金番号',
  organ_donation: '臓器提供の意思表示',
  family: '家族の記載',
}

export const powerWords: Record<Power, string> = {
  request: '請求をすること',
  receive: '回答を受け取ること',
  fee: '手数料の支払と返金の受取',
  correct: '補正と取下げ',
}

export const asWords: Record<'original' | 'copy', string> = { original: '原本', copy: '写し' }
export const whoseWords: Record<'subject' | 'agent', string> = { subject: 'ご本人', agent: '代理人' }
