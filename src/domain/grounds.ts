import type { RequestKind } from './kinds.ts'

/**
 * 根拠条項: what may carry a refusal, by kind (law.md §1). `lead` is the article at first mention; `sentence` its test.
 * Outside the Act (`scope`) is no refusal and opens no suit.
 */
interface Ground {
  readonly article: string
  readonly sentence: string
  readonly kinds: readonly RequestKind[]
  readonly scope?: true
}

const disclosing: readonly RequestKind[] = ['disclosure', 'third_party_records']
const stopping: readonly RequestKind[] = ['suspension', 'third_party_stop']
const all: readonly RequestKind[] = [
  'purpose',
  'disclosure',
  'third_party_records',
  'correction',
  'suspension',
  'third_party_stop',
  'foreign_transfer',
  'held_information',
]

export const grounds = {
  '32-2-1': {
    article: '第32条第2項第1号',
    sentence: '公表している利用目的により、ご本人が識別される保有個人データの利用目的が明らかであるため',
    kinds: ['purpose'],
  },
  '21-4-1': {
    article: '第32条第2項第2号（第21条第4項第1号）',
    sentence:
      '利用目的を通知することにより、ご本人又は第三者の生命、身体、財産その他の権利利益を害するおそれがあるため',
    kinds: ['purpose'],
  },
  '21-4-2': {
    article: '第32条第2項第2号（第21条第4項第2号）',
    sentence: '利用目的を通知することにより、当社の権利又は正当な利益を害するおそれがあるため',
    kinds: ['purpose'],
  },
  '21-4-3': {
    article: '第32条第2項第2号（第21条第4項第3号）',
    sentence: '国の機関等の法令に定める事務の遂行に支障を及ぼすおそれがあるため',
    kinds: ['purpose'],
  },
  '33-2-1': {
    article: '第33条第2項第1号',
    sentence: 'ご本人又は第三者の生命、身体、財産その他の権利利益を害するおそれがあるため',
    kinds: disclosing,
  },
  '33-2-2': {
    article: '第33条第2項第2号',
    sentence: '当社の業務の適正な実施に著しい支障を及ぼすおそれがあるため',
    kinds: disclosing,
  },
  '33-2-3': { article: '第33条第2項第3号', sentence: '他の法令に違反することとなるため', kinds: disclosing },
  '33-2-method': {
    article: '第33条第2項',
    sentence: 'ご請求の方法による開示に多額の費用を要するなど、当該方法による開示が困難であるため',
    kinds: disclosing,
  },
  '33-4': {
    article: '第33条第4項',
    sentence: '他の法令の規定により、これに相当する方法で開示することとされているため',
    kinds: ['disclosure'],
  },
  '34-special': {
    article: '第34条第2項',
    sentence: '内容の訂正等に関して他の法令の規定により特別の手続が定められているため',
    kinds: ['correction'],
  },
  '34-unneeded': {
    article: '第34条第2項',
    sentence: '利用目的の達成に必要な範囲を超える訂正等のご請求であるため',
    kinds: ['correction'],
  },
  '34-true': {
    article: '第34条第1項',
    sentence: '調査の結果、内容が事実でないとは認められなかったため',
    kinds: ['correction'],
  },
  '34-opinion': {
    article: '第34条第1項',
    sentence: 'ご指摘の内容が事実ではなく評価・判断に関するものであるため',
    kinds: ['correction'],
  },
  '35-unfounded-1': {
    article: '第35条第2項',
    sentence: '調査の結果、第18条から第20条までの規定に違反する取扱いは認められなかったため',
    kinds: ['suspension'],
  },
  '35-unfounded-3': {
    article: '第35条第4項',
    sentence: '調査の結果、第27条第1項又は第28条の規定に違反する提供は認められなかったため',
    kinds: ['third_party_stop'],
  },
  '35-unfounded-5': {
    article: '第35条第6項',
    sentence: '第35条第5項に定める事由があるとは認められなかったため',
    kinds: stopping,
  },
  '35-extent': {
    article: '第35条第2項又は第6項',
    sentence: '権利利益の侵害の防止に必要な限度を超えるご請求であるため',
    kinds: stopping,
  },
  '35-retention': {
    article: '第35条第6項',
    sentence: '法令により保存が義務付けられており、又は契約の履行になお必要であるため',
    kinds: stopping,
  },
  '35-difficult': {
    article: '第35条第2項ただし書、第4項ただし書又は第6項ただし書',
    sentence:
      '多額の費用を要するなど実施が困難であり、ご本人の権利利益を保護するため必要なこれに代わるべき措置をとるため',
    kinds: stopping,
  },
  'rule-18-3': {
    article: '第28条第3項（施行規則第18条第3項）',
    sentence: '情報を提供することにより当社の業務の適正な実施に著しい支障を及ぼすおそれがあるため',
    kinds: ['foreign_transfer'],
  },
  'security-risk': {
    article: '第32条第1項（施行令第10条第1号）',
    sentence: '本人の知り得る状態に置くことにより安全管理に支障を及ぼすおそれがあるため',
    kinds: ['held_information'],
  },
  'scope-deceased': {
    article: '第2条第1項',
    sentence: 'お亡くなりになった方に関する情報であり、生存する個人に関する情報に当たらないため',
    kinds: all,
    scope: true,
  },
  'scope-entrusted': {
    article: '第16条第4項',
    sentence: '当社が開示等の権限を有する保有個人データに当たらないため',
    kinds: all,
    scope: true,
  },
  'scope-sender': {
    article: '情報流通プラットフォーム対処法',
    sentence: '発信者情報の開示のご請求であり、別の法律に基づく窓口でお受けするため',
    kinds: all,
    scope: true,
  },
  'scope-official': {
    article: '第27条第1項第4号等',
    sentence: '官公署等からの照会であり、ご本人からの開示等のご請求に当たらないため',
    kinds: all,
    scope: true,
  },
  'scope-transferred': {
    article: '第27条第5項第2号',
    sentence: '対象のサービスが他の事業者に承継されており、当社が保有していないため',
    kinds: all,
    scope: true,
  },
} as const satisfies Record<string, Ground>

export type GroundCode = keyof typeof grounds
export const groundCodes = Object.keys(grounds) as [GroundCode, ...GroundCode[]]
export const groundOf = (code: GroundCode): Ground => grounds[code]
