import type { Decision } from '../domain/decision.ts'
import { requestKinds } from '../domain/kinds.ts'

/** What the person can still do (36条; 34・35条 are free and need no disclosure first). 39条 does not cover every kind. */
export const remedies = ({ kind, outcome }: Pick<Decision, 'kind' | 'outcome'>): string[] => {
  const given = outcome === 'full' || outcome === 'part'
  const adverse = outcome !== 'full' && outcome !== 'out_of_scope'
  return [
    ...(given && kind === 'disclosure'
      ? [
          '開示した内容が事実でないときは、法第34条第1項により、訂正、追加又は削除を請求することができます。手数料はかかりません。',
          '法第35条に定める事由があるときは、利用の停止、消去又は第三者への提供の停止を請求することができます。手数料はかかりません。',
        ]
      : []),
    ...(adverse ? ['決定の理由について、下記のお問い合わせ先に説明を求めることができます。'] : []),
    ...(adverse && requestKinds[kind].suit
      ? ['この決定に不服のあるときは、裁判所に訴えを提起することができます（法第39条第1項）。']
      : []),
  ]
}
