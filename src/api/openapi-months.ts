import { products } from '../domain/money/book-products.ts'
import { monthRefusalSentences } from '../words/month-sheet.ts'
import { signBody } from './months.ts'
import { body, done, forbidden, inPath, missing, noToken, once, ref, unread } from './openapi-parts.ts'

const month = inPath('month', '^\\d{4}-\\d{2}$')
const inQuery = (name: string, description: string, required = true, schema: object = { type: 'string' }) => ({
  name,
  in: 'query',
  description,
  required,
  schema,
})
const forbiddenMonth = { description: 'すべての事業者を担当する人だけができます。', content: ref('MonthRefusal') }

const monthAct = (operationId: string, summary: string, more: object = {}) => ({
  operationId,
  summary,
  tags: ['月次締め'],
  parameters: [month, once],
  ...more,
  responses: {
    200: done('できました。月の今の状態を返します。'),
    401: noToken,
    403: { description: '役割が足りないか、作成した人です。', content: ref('MonthRefusal') },
    404: missing,
    409: { description: '今はできません。', content: ref('MonthRefusal') },
    422: unread,
  },
})

const monthRead = (operationId: string, summary: string, type?: string) => ({
  get: {
    operationId,
    summary,
    tags: ['月次締め'],
    parameters: [month],
    responses: { 200: done(summary, type), 401: noToken, 403: forbiddenMonth, 404: missing },
  },
})

/** Paths of 月次締め and 会計ソフトへ渡す. */
export const monthPaths: Readonly<Record<string, object>> = {
  '/months': {
    get: {
      operationId: 'listMonths',
      summary: '月次締めの月。新しい順',
      tags: ['月次締め'],
      parameters: [],
      responses: { 200: done('月'), 401: noToken, 403: forbiddenMonth },
    },
  },
  '/months/{month}': monthRead('readMonth', '精算表。hash は承認のときに送り返します'),
  '/months/{month}/sheet.pdf': monthRead('readMonthPdf', '精算表のPDF', 'application/pdf'),
  '/months/{month}/sheet.csv': monthRead('readMonthCsv', '精算表のCSV', 'text/csv'),
  '/months/{month}/prepare': { post: monthAct('prepareMonth', '精算表を作成する。承認の前なら、作成し直せます') },
  '/months/{month}/sign': {
    post: monthAct('signMonth', '承認して締める。取り消せません', {
      description:
        '画面ではパスワードを求めます。ここでは、決裁者本人の鍵と、確かめた精算表の hash で承認とします。作成した人は承認できません。',
      requestBody: body(signBody),
    }),
  },
  '/exports': {
    get: {
      operationId: 'exportJournal',
      summary: '会計ソフトへ渡す仕訳のファイル',
      tags: ['会計連携'],
      parameters: [
        inQuery('product', '会計ソフト', true, { enum: products }),
        inQuery('from', '期間の初め（YYYY-MM-DD）'),
        inQuery('to', '期間の終わり（YYYY-MM-DD）'),
        inQuery('operator', '事業者', false),
      ],
      responses: {
        200: {
          description: '弥生会計は Shift_JIS のテキスト、ほかは UTF-8 のCSV',
          content: { 'text/plain': {}, 'text/csv': {} },
        },
        401: noToken,
        403: forbidden,
        422: { description: '読めない項目か、このファイルに書けない文字があります。', content: ref('Issues') },
      },
    },
  },
}

export const monthRefusal = {
  type: 'object',
  required: ['refused', 'sentence'],
  properties: { refused: { enum: Object.keys(monthRefusalSentences) }, sentence: { type: 'string' } },
}
