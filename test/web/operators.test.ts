import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requestFor } from '../domain/given.ts'
import { headedOperator, logo } from '../letterhead.ts'
import { operatorText } from '../operators.ts'
import { type Browser, fieldsIn, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let kanri: Browser

beforeAll(async () => {
  web = await webIn()
  kanri = await web.as('kanri')
})
afterAll(() => web.gone())

const sixth = operatorText('ims')
  .replace(/^id: ims$/m, 'id: sixth')
  .replace(/^name: .*$/m, 'name: 株式会社𠮷田<b>')
const send = (yaml: string | Buffer, name = 'sixth.yaml') =>
  kanri.upload('/operators', name, Buffer.from(yaml as string))

describe('operators', () => {
  test('lists every policy by its date, with the fee of today and what needs attention', async () => {
    const { body } = await kanri.get('/operators')
    for (const text of ['5社', '3,300円', '1,100円', '3,150円', '1,000円', '1,415円', '以前の規程'])
      expect(body).toContain(text)
    expect(body.match(/sakura\?policy=/g)).toHaveLength(2)
  })

  test('shows only the operators that the reader serves, and no import', async () => {
    const { body } = await (await web.as('tanaka')).get('/operators')
    expect(body).toContain('インターネットイニシアティブ')
    expect(body).not.toContain('/operators/ims')
    expect(body).not.toContain('type="file"')
  })

  test('brings in a sixth operator by one file, and the same file again changes nothing', async () => {
    const first = await send(sixth)
    expect([first.statusCode, first.headers.location]).toEqual([303, '/operators/sixth?done=imported'])
    expect((await kanri.get('/operators/sixth?done=imported')).body).toContain('取扱規程を取り込みました')
    const second = await send(sixth)
    expect([second.statusCode, second.headers.location]).toEqual([303, '/operators/sixth?done=unchanged'])
    const { body } = await kanri.get('/operators')
    expect(body).toContain('株式会社𠮷田&lt;b>')
    expect(body.match(/\/operators\/sixth\?/g)).toHaveLength(1)
  })

  test('takes the pictures of a letterhead with the file, and says which is not there', async () => {
    const yaml = headedOperator('headed', '{ logo: { file: logo.svg, width: 50, alt: 見本商会のロゴ } }')
    const missing = await send(yaml, 'headed.yaml')
    expect(missing.statusCode).toBe(422)
    expect(missing.body).toContain('画像のファイルがありません')
    const page = (await kanri.get('/operators')).body
    const token = fieldsIn(page)._csrf ?? ''
    const part = (name: string, more: string, body: Buffer | string) =>
      Buffer.concat([
        Buffer.from(`--x\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n`),
        Buffer.from(body as string),
        Buffer.from('\r\n'),
      ])
    const answer = await web.app.inject({
      method: 'POST',
      url: '/operators',
      headers: { cookie: kanri.cookie, 'content-type': 'multipart/form-data; boundary=x' },
      payload: Buffer.concat([
        part('_csrf', '', token),
        part('file', '; filename="headed.yaml"', yaml),
        part('picture', '; filename="logo.svg"', logo),
        Buffer.from('--x--\r\n'),
      ]),
    })
    expect(answer.headers.location).toBe('/operators/headed?done=imported')
    expect((await kanri.get('/operators/headed')).body).toContain('ロゴ：見本商会のロゴ（幅50mm・左）')
  })

  test('names line and field of what is wrong, in Japanese, and changes nothing', async () => {
    const wrong = operatorText('iij')
      .replace('amount: 1000', 'amount: many')
      .replace('means: [stamps]', 'means: [shells]')
    const at = (text: string) => wrong.split('\n').findIndex(line => line.includes(text)) + 1
    const answer = await send(wrong, 'iij.yaml')
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('iij.yamlは取り込めませんでした')
    expect(answer.body).toContain('取扱規程（1番目）の手数料の金額')
    expect(answer.body).toContain(`${at('amount: many')}行目`)
    expect(answer.body).toContain('取扱規程（1番目）の手数料の納め方の支払の方法')
    expect(answer.body).toContain(`${at('[shells]')}行目`)
    expect((await kanri.get('/operators/iij')).body).toContain('1,000円')
  })

  test.each([
    ['nothing', '', 'ファイルが選ばれていません'],
    ['no YAML', 'a: [b\n', 'ファイル全体'],
    ['bytes that are no UTF-8', Buffer.from([0x83, 0x5c, 0xff]), 'UTF-8で保存し直してください'],
    ['more than a megabyte', 'x'.repeat(1_048_577), '1MB以内'],
  ])('refuses %s in a sentence', async (_what, yaml, sentence) => {
    const answer = await send(yaml)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(sentence)
  })

  test('says that no file was chosen, and speaks of no file without a name', async () => {
    const { statusCode, body } = await send('', '')
    expect(statusCode).toBe(422)
    expect(body).toContain('取り込むファイルがありません')
    expect(body).not.toContain('名前のないファイル')
  })

  test('runs nothing that a file or its name says', async () => {
    const answer = await send('"<script>alert(1)</script>": 1\n', '../../<img src=x>.yaml')
    expect(answer.statusCode).toBe(422)
    expect(answer.body).not.toContain('<script>alert')
    expect(answer.body).not.toContain('<img')
    expect(answer.body).not.toContain('../')
  })

  test('does not let terms change under which a case lives', async () => {
    await web.do(null, 'logRequest', requestFor('ims'), web.actor('sato'))
    const answer = await send(operatorText('ims').replace('amount: 3000', 'amount: 9000'), 'ims.yaml')
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('受け付けた案件がある')
  })

  test.each(['sato', 'suzuki', 'takahashi'] as const)('%s may not bring terms in', async who => {
    const answer = await (await web.as(who)).upload('/operators', 'x.yaml', Buffer.from(sixth))
    expect(answer.statusCode).toBe(403)
    expect(answer.body).toContain('この操作の権限がありません')
  })

  test('refuses a form without the token of its session', async () => {
    const answer = await kanri.upload(
      '/operators',
      'x.yaml',
      Buffer.from(sixth.replace('id: sixth', 'id: seventh')),
      'stolen',
    )
    expect(answer.statusCode).toBe(403)
    expect((await web.desk.operators()).map(each => each.id)).not.toContain('seventh')
  })

  test('sends outsiders to sign in', async () => {
    expect((await web.app.inject('/operators')).headers.location).toBe('/sign-in?next=%2Foperators')
    expect((await web.app.inject({ method: 'POST', url: '/operators' })).statusCode).toBe(303)
  })
})
