import type { returnReasons } from '../domain/delivery.ts'
import type { PostOption, PostService } from '../domain/postage.ts'

export const serviceWords: Record<PostService, string> = {
  general_registered: '一般書留',
  simple_registered: '簡易書留',
  specified_record: '特定記録',
  ordinary: '普通郵便',
  letter_pack: 'レターパック',
  cash_registered: '現金書留',
  electronic: '電子的な方法',
  counter: '窓口での受渡し',
}

export const optionWords: Record<PostOption, string> = {
  delivery_certificate: '配達証明',
  addressee_only: '本人限定受取',
  no_forwarding: '転送不要',
  express: '速達',
}

export const returnReasonWords: Record<(typeof returnReasons)[number], string> = {
  unclaimed: '保管期間の経過',
  moved: '転居',
  refused: '受取拒絶',
  name_mismatch: '氏名の相違',
  unknown_address: '宛て所に尋ね当たらない',
  deceased: '受取人の死亡',
}

/** 一般書留（配達証明・本人限定受取） */
export const serviceWithOptions = (service: PostService, options: readonly PostOption[]): string =>
  options.length === 0
    ? serviceWords[service]
    : `${serviceWords[service]}（${options.map(option => optionWords[option]).join('・')}）`
