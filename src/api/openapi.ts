import { z } from 'zod'
import { wheres } from '../disclosure/fault.ts'
import { ruleOf, type Verb, verbNames } from '../domain/case.ts'
import { refusalCodes } from '../domain/refusal.ts'
import { verbWords } from '../words/verbs.ts'
import { problemCodes } from './answers.ts'
import { addFile } from './openapi-case-files.ts'
import { listCases } from './openapi-case-list.ts'
import { instrumentPaths, instrumentSchemas } from './openapi-instruments.ts'
import { linePaths } from './openapi-lines.ts'
import { monthPaths, monthRefusal } from './openapi-months.ts'
import { withProblems } from './openapi-parts.ts'
import { notSettled, reconcilePaths } from './openapi-reconcile.ts'
import { statementIssues, statementPaths } from './openapi-statements.ts'

/** OpenAPI 3.1, derived from the verbs' own schemas; what the API takes and what this says cannot drift apart. */
export const openApi = (server: string) => ({
  openapi: '3.1.0',
  info: { title: '開示デスク API', version: '1', description: '開示等の請求の案件を、画面と同じ操作で扱います。' },
  servers: [{ url: server }],
  security: [{ token: [] }],
  paths: withProblems({
    ...reads,
    ...packages,
    ...instrumentPaths,
    ...reconcilePaths,
    ...statementPaths,
    ...linePaths,
    ...monthPaths,
    ...Object.fromEntries(sentIn.map(verb => [pathOf(verb), { post: act(verb) }])),
  }),
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'kd_ で始まる、利用者ごとの鍵' } },
    schemas: {
      Problem: {
        type: 'object',
        required: ['error', 'sentence'],
        properties: { error: { enum: problemCodes }, sentence: { type: 'string' } },
      },
      Refusal: {
        type: 'object',
        required: ['refused', 'sentence'],
        properties: {
          refused: { enum: refusalCodes },
          field: { type: 'string' },
          about: { type: 'object' },
          sentence: { type: 'string' },
        },
      },
      NotSettled: notSettled,
      StatementIssues: statementIssues,
      MonthRefusal: monthRefusal,
      ...instrumentSchemas,
      PackageFault: {
        type: 'object',
        required: ['fault', 'sentence'],
        properties: {
          fault: { type: 'string' },
          word: { type: 'string' },
          where: { enum: wheres },
          page: { type: 'integer' },
          sentence: { type: 'string' },
        },
      },
      Issues: {
        type: 'object',
        required: ['issues'],
        properties: {
          issues: {
            type: 'array',
            items: {
              type: 'object',
              required: ['path', 'code', 'sentence'],
              properties: {
                path: { type: 'string' },
                code: { type: 'string' },
                about: { type: 'object' },
                sentence: { type: 'string' },
              },
            },
          },
        },
      },
      Performed: {
        type: 'object',
        required: ['number', 'seq', 'events'],
        properties: {
          number: { type: 'string' },
          seq: { type: 'integer' },
          events: { type: 'array', items: { type: 'string' } },
          repeated: { type: 'boolean' },
        },
      },
    },
  },
})

/** Verbs that come from outside; the rest the desk carries out itself. */
export const sentIn = verbNames.filter(verb => ruleOf(verb).inner !== true)

const opens = (verb: Verb) => ruleOf(verb).opens === true

export const pathOf = (verb: Verb): string => (opens(verb) ? `/cases/acts/${verb}` : `/cases/{number}/acts/${verb}`)

const ref = (name: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } })
const number = { name: 'number', in: 'path', required: true, schema: { type: 'string', pattern: '^\\d{8}$' } }
const once = {
  name: 'Idempotency-Key',
  in: 'header',
  schema: { type: 'string', maxLength: 100 },
  description: '同じ値で再び送っても、一度だけ行われます。',
}

const match = {
  name: 'If-Match',
  in: 'header',
  schema: { type: 'string', pattern: '^"?\\d+"?$' },
  description: '読んだ案件の seq。そのあとに案件が変わっていると、行わずに 412 を返します。',
}

const act = (verb: Verb) => ({
  operationId: verb,
  summary: verbWords[verb].label,
  tags: [verbWords[verb].facet],
  parameters: opens(verb) ? [once] : [number, once, match],
  requestBody: {
    required: true,
    content: {
      'application/json': { schema: z.toJSONSchema(ruleOf(verb).body, { io: 'input', unrepresentable: 'any' }) },
    },
  },
  responses: {
    200: { description: 'できました。', content: ref('Performed') },
    401: { description: '鍵がないか、使えません。' },
    403: { description: '役割が足りません。', content: ref('Refusal') },
    404: { description: '案件がありません。' },
    409: { description: '今はできません。', content: ref('Refusal') },
    412: { description: '読んだあとに案件が変わりました。', content: ref('Refusal') },
    422: { description: '読めない項目があります。', content: ref('Issues') },
  },
})

const read = (operationId: string, summary: string, parameters: object[] = [], type = 'application/json') => ({
  get: {
    operationId,
    summary,
    parameters,
    responses: {
      200: { description: summary, content: { [type]: {} } },
      401: { description: '鍵がないか、使えません。' },
      404: { description: 'ありません。' },
    },
  },
})

const made = (operationId: string, summary: string, answer: readonly string[]) => ({
  operationId,
  summary,
  parameters: [number],
  responses: {
    200: {
      description: 'できました。',
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: answer,
            properties: Object.fromEntries(answer.map(name => [name, { type: 'string' }])),
          },
        },
      },
    },
    401: { description: '鍵がないか、使えません。' },
    403: { description: '役割が足りません。', content: ref('Refusal') },
    404: { description: '案件がありません。' },
    409: { description: '今はできません。', content: ref('Refusal') },
    412: { description: '作っている間に、付ける資料が選び直されました。', content: ref('Refusal') },
    422: { description: '作れません。見つかった言葉やページと、その理由。', content: ref('PackageFault') },
  },
})

/** What the desk makes and proves itself, from what `choosePackage` chose. */
const packages: Record<string, object> = {
  '/cases/{number}/files': { ...read('listFiles', '案件のファイル', [number]), post: addFile(number) },
  '/cases/{number}/package': { post: made('makePackage', '開示資料を作る', ['number', 'file']) },
  '/cases/{number}/package/locked': {
    post: made('lockPackage', '開示資料に鍵をかける', ['number', 'file', 'password']),
  },
  '/cases/{number}/package.pdf': read('readPackage', '開示資料のPDF', [number], 'application/pdf'),
}

const reads = {
  '/cases': listCases,
  '/cases/{number}': read('readCase', '案件の状態', [number]),
  '/cases/{number}/history': read('readHistory', '経過記録', [number]),
  '/cases/{number}/letters/{letter}.pdf': read(
    'readLetter',
    '文書のPDF。印刷は printLetter で記録し、そのあとはいつも控えと同じファイルを返す',
    [number, { name: 'letter', in: 'path', required: true, schema: { type: 'string' } }],
    'application/pdf',
  ),
  '/operators': read('listOperators', '担当する事業者と取扱規程（社印などの画像を除く）'),
}
