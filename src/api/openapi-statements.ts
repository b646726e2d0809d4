/** The bank's files in the description of the API. */
const answers = {
  401: { description: '鍵がないか、使えません。' },
  403: { description: '役割が足りません。', content: json('Refusal') },
}
const query = (name: string, description = '') => ({ name, in: 'query', description, schema: { type: 'string' } })
const get = (operationId: string, summary: string, parameters: object[] = []) => ({
  get: {
    operationId,
    summary,
    parameters,
    responses: { 200: { description: summary, content: { 'application/json': {} } }, 401: answers[401] },
  },
})

export const statementPaths: Readonly<Record<string, object>> = {
  '/accounts': get('listAccounts', '明細を取り込む口座'),
  '/statements/lines': get('listLines', '明細行', [
    query('account', '口座の番号（A1など）'),
    query('statement', '取り込んだファイルの id'),
    query('from', '最初の日（YYYY-MM-DD）'),
    query('to', '最後の日（YYYY-MM-DD）'),
    query('state', 'open：仮受金の残る入金と、説明のない出金だけ'),
    query('q', '名前、カナ、金額、番号'),
  ]),
  '/statements': {
    ...get('listStatements', '取り込んだ明細のファイル', [query('account')]),
    post: {
      operationId: 'takeStatement',
      summary: '銀行の明細ファイルを取り込む。全部取り込むか、何も取り込まない',
      parameters: [
        query('name', 'ファイルの名前'),
        query('account', 'ファイルに口座番号がないときの口座'),
        query('dateMode', '2桁の年：wareki か seireki'),
        query('despite', '件数や残高が合わないファイルを、それでも取り込む理由'),
        query('look', 'true：取り込まずに、取り込む内容だけを見る'),
      ],
      requestBody: {
        required: true,
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
      responses: {
        200: { description: '取り込みました。', content: { 'application/json': {} } },
        ...answers,
        413: { description: 'ファイルが大きすぎます。', content: json('Issues') },
        422: { description: '口座や理由が足りないか、新しい明細がありません。', content: json('StatementIssues') },
      },
    },
  },
}

const list = { type: 'array', items: { type: 'object' } }
/** `told`: what was found in the file, record by record */
export const statementIssues = {
  type: 'object',
  required: ['issues', 'told'],
  properties: { issues: list, told: list },
}

function json(name: string) {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } }
}
