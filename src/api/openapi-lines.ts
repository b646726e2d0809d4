import { type LineAct, lineActNames, lineRuleOf } from '../domain/money/line-acts.ts'
import { lineActWords } from '../words/line-acts.ts'
import { explainBody } from './debits.ts'
import { body, done, forbidden, inPath, missing, noToken, notNow, once, ref, unread } from './openapi-parts.ts'

const id = inPath('id')

/** lineAct → /lines/{id}/acts/lineAct */
export const lineActPathOf = (act: LineAct): string => `/lines/{id}/acts/${act}`

const lineAct = (act: LineAct) => ({
  operationId: act,
  summary: lineActWords[act].label,
  description: lineActWords[act].help,
  tags: ['明細行'],
  parameters: [
    id,
    once,
    {
      name: 'If-Match',
      in: 'header',
      schema: { type: 'string', pattern: '^"?\\d+"?$' },
      description:
        '読んだ明細行の seq。そのあとに記帳されていると、行わずに 412 を返します。同じ操作を繰り返さないために付けます。',
    },
  ],
  requestBody: body(lineRuleOf(act).body),
  responses: {
    200: done('できました。明細行の今の状態を返します。'),
    400: { description: 'If-Match を読めません。' },
    401: noToken,
    403: forbidden,
    404: missing,
    409: notNow,
    412: { description: '読んだあとに明細行が変わりました。', content: ref('Refusal') },
    422: unread,
  },
})

const debitAct = (operationId: string, summary: string, more: object = {}) => ({
  operationId,
  summary,
  tags: ['出金'],
  parameters: [id, once],
  ...more,
  responses: { 200: done('できました。'), 401: noToken, 403: forbidden, 404: missing, 409: notNow, 422: unread },
})

/** Paths of 明細行 and 出金. */
export const linePaths: Readonly<Record<string, object>> = {
  '/lines/{id}': {
    get: {
      operationId: 'readLine',
      summary: '明細行と、その記帳と、今できる操作',
      tags: ['明細行'],
      parameters: [id],
      responses: { 200: done('明細行'), 401: noToken, 404: missing },
    },
  },
  ...Object.fromEntries(lineActNames.map(act => [lineActPathOf(act), { post: lineAct(act) }])),
  '/debits': {
    get: {
      operationId: 'listDebits',
      summary: '理由の分からない出金と、出金を待つ返金・組戻し',
      tags: ['出金'],
      parameters: [],
      responses: {
        200: done('open：出金の明細行（corrects：その出金で銀行が訂正した入金の明細行）　leaving：返金と組戻し'),
        401: noToken,
      },
    },
  },
  '/debits/{id}/explain': {
    post: debitAct('explainDebit', '出金を、案件の返金、又は明細行の返金・組戻し・銀行の訂正と結び付ける', {
      requestBody: body(explainBody),
    }),
  },
  '/debits/{id}/unexplain': { post: debitAct('unexplainDebit', '出金の結び付けを外す') },
}
