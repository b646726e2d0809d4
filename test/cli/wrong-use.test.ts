import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseNumber } from '../../src/domain/case-number.ts'
import { hanako, requestFor } from '../domain/given.ts'
import { operatorText } from '../operators.ts'
import { kaijiIn } from './kaiji.ts'

const { run, begin, gone, dataDir } = kaijiIn()
const bare = kaijiIn()
let number: string
const file = (name: string, text: string) => {
  writeFileSync(join(dataDir, name), text)
  return join(dataDir, name)
}
const perform = (verb: string, at: string, body: object) =>
  run(['perform', verb, at, '--as', 'sato', '--body', '-'], JSON.stringify(body))

beforeAll(async () => {
  await begin()
  await run(['staff', 'add', 'sato', '--name', '佐藤 恵', '--role', 'reception'])
  await run(['staff', 'add', 'tanaka', '--name', '田中 実', '--role', 'reception', '--operator', 'iij'])
  await run(['staff', 'add', 'kanri', '--name', '管理 太郎', '--role', 'admin'])
  await run(['operators', 'import', file('ims.yaml', operatorText('ims')), '--as', 'kanri'])
  const logged = await run([
    'perform',
    'logRequest',
    '--as',
    'sato',
    '--body',
    file('request.json', JSON.stringify(requestFor('ims'))),
  ])
  number = logged.out.trim()
  expect(number).toMatch(/^\d{8}$/)
})
afterAll(() => {
  gone()
  bare.gone()
})

/** All that may be said: one line for people, in Japanese, without a trace, a path of ours or a person. */
const oneLine = (err: string) => {
  expect(err).toMatch(/^[^\n]+\n$/)
  expect(err).toMatch(/[ぁ-んァ-ン一-龠]/)
  expect(err).not.toMatch(/ at |\.ts|Error|undefined|\[object/)
  for (const secret of [hanako.family, hanako.given, hanako.address, hanako.phone]) expect(err).not.toContain(secret)
}

describe('wrong use ends with 2 and one line', () => {
  test.each([
    ['an unknown verb', ['explode']],
    ['a name that every object has', ['constructor']],
    ['an unknown option', ['cases', '--colour']],
    ['an option of another verb', ['verify', '--out', 'x']],
    ['an option without its value', ['cases', '--as']],
    ['a value for a mark', ['verify', '--json=yes']],
    ['nobody named', ['cases']],
    ['a state that there is none of', ['cases', '--as', 'sato', '--state', 'clsoed']],
    ['no case', ['case', '--as', 'sato']],
    ['a number with a wrong check digit', ['case', '26000011', '--as', 'sato']],
    ['a letter without its number', ['letter', 'x', 'l1', '--as', 'sato', '--out', 'a.pdf']],
    ['a letter without a file', ['letter', '26000017', 'l1', '--as', 'sato']],
    ['no verb to perform', ['perform', '--as', 'sato']],
    ['an unknown verb to perform', ['perform', 'explode', '--as', 'sato']],
    ['what the desk does itself', ['perform', 'receiveLine', '26000017', '--as', 'sato']],
    ['a body that is not there', ['perform', 'addNote', '26000017', '--as', 'sato', '--body', '/nowhere/x.json']],
    ['reckoning without a day', ['reckon', '--operator', 'ims']],
    ['reckoning from no day', ['reckon', '--operator', 'ims', '--arrived', '2026-02-30']],
    ['no tracking number', ['tracking']],
    ['operators, and nothing to do', ['operators']],
    ['no file to check', ['operators', 'check']],
    ['a form without a file', ['operators', 'form', 'ims', 'request-disclosure']],
    ['a member without a role', ['staff', 'add', 'ota', '--name', '太田']],
    ['staff, but what', ['staff', 'remove', 'sato']],
    ['mail, but what', ['mail', 'flush']],
    ['no bank file', ['statement']],
    ['two bank files', ['statement', 'a.csv', 'b.csv']],
    ['nothing to import', ['import', '--as', 'sato']],
    ['a calendar of no era', ['import', 'a.csv', '--as', 'sato', '--date-mode', 'showa']],
    ['a month that is none', ['month', '2026-13', '--as', 'sato']],
    ['no product', ['export', '--from', '2026-11-01', '--to', '2026-11-30', '--as', 'sato', '--out', 'x']],
    [
      'a period that ends before it begins',
      ['export', 'yayoi', '--from', '2026-11-30', '--to', '2026-11-01', '--as', 'sato', '--out', 'x'],
    ],
    ['a package without a file', ['package', '26000017', '--as', 'sato']],
    ['a walk without a folder', ['walk']],
  ])('%s', async (_, args) => {
    for (const shell of [run, bare.run]) {
      const { code, out, err } = await shell(args)
      expect([code, out]).toEqual([2, ''])
      oneLine(err)
    }
  })

  test('and makes no desk where there is none', () => {
    expect(existsSync(join(bare.dataDir, 'kaiji.db'))).toBe(false)
  })

  test('a body that is no JSON', async () => {
    const { code, err } = await run(['perform', 'addNote', number, '--as', 'sato', '--body', '-'], '{"memo": "山田')
    expect(code).toBe(2)
    oneLine(err)
  })
})

describe('what cannot be done ends with 1 and one line', () => {
  test.each([
    ['a desk that is not there yet', ['cases', '--as', 'sato']],
    ['a check of nothing', ['verify']],
    ['mail of nobody', ['mail', 'list']],
  ])('%s', async (_, args) => {
    const { code, out, err } = await bare.run(args)
    expect([code, out]).toEqual([1, ''])
    oneLine(err)
    expect(readdirSync(bare.dataDir)).toEqual([])
  })

  test.each([
    ['a member that is not there', () => ['cases', '--as', 'yamada']],
    ['an operator that is not there', () => ['operators', 'show', 'nowhere']],
    ['an operator that has no such form', () => ['operators', 'form', 'ims', 'nothing', '--out', 'x.pdf']],
    ['a day before any terms', () => ['reckon', '--operator', 'ims', '--arrived', '1990-01-01']],
    ['a tracking number too short', () => ['tracking', '123']],
    ['a case that is not there', () => ['case', caseNumber(2026, 99_999), '--as', 'sato']],
    ['a case of another operator', () => ['case', number, '--as', 'tanaka']],
    ['a letter that is not there', () => ['letter', number, 'l9', '--as', 'sato', '--out', join(dataDir, 'l9.pdf')]],
    ['an operator file that is not there', () => ['operators', 'check', '/nowhere/ims.yaml']],
    ['a bank file that is not there', () => ['statement', '/nowhere/a.csv']],
    ['mail without a server', () => ['mail', 'send']],
    ['books for who serves one operator', () => ['month', '2026-11', '--as', 'tanaka']],
    ['a verb not permitted now', () => ['perform', 'close', number, '--as', 'sato']],
    ['a verb of another role', () => ['perform', 'erase', number, '--as', 'sato']],
    ['a body that lacks everything', () => ['perform', 'receivePaper', number, '--as', 'sato']],
    ['a member twice', () => ['staff', 'add', 'sato', '--name', '佐藤', '--role', 'reception']],
    ['a role that there is none of', () => ['staff', 'add', 'ota', '--name', '太田', '--role', 'boss']],
  ])('%s', async (_, args) => {
    const { code, out, err } = await run(args())
    expect([code, out]).toEqual([1, ''])
    oneLine(err)
  })

  test('a folder that is not there, to write into, is named', async () => {
    await perform('writeLetter', number, { form: 'reception-slip' })
    const out = join(dataDir, 'nowhere', 'l1.pdf')
    const written = await run(['letter', number, 'l1', '--as', 'sato', '--out', out])
    expect(written).toEqual({ code: 1, out: '', err: `「${out}」を開けないか、書けません（ENOENT）。\n` })
    mkdirSync(join(dataDir, 'folder'))
    const onFolder = await run(['letter', number, 'l1', '--as', 'sato', '--out', join(dataDir, 'folder')])
    expect([onFolder.code, onFolder.err]).toEqual([1, expect.stringContaining('EISDIR')])
  })

  test('a case of another operator and one that is not there are told alike', async () => {
    const nowhere = caseNumber(2026, 99_999)
    const [theirs, none] = [
      await run(['case', number, '--as', 'tanaka']),
      await run(['case', nowhere, '--as', 'tanaka']),
    ]
    expect(theirs.err.replace(number, '')).toBe(none.err.replace(nowhere, ''))
  })

  test('a wrong tracking number, also for programs, which get the right digit', async () => {
    const told = await run(['tracking', '13112383853', '--json'])
    expect(told.code).toBe(1)
    expect(JSON.parse(told.out)).toMatchObject({ valid: false, expected: 2 })
    oneLine(told.err)
  })
})

describe('what can be done', () => {
  test('a number may be written as on paper', async () => {
    const written = `${number.slice(0, 2)}-${number.slice(2, 7)}-${number.slice(7)}`
    expect(await perform('addNote', written, { memo: '電話あり' })).toMatchObject({ code: 0, out: `${number}\n` })
    expect((await run(['case', written, '--as', 'sato'])).out).toContain(number)
  })

  test('the same key twice is one note', async () => {
    const note = () =>
      run(['perform', 'addNote', number, '--as', 'sato', '--once', 'k1', '--body', '-'], '{"memo":"一度"}')
    const count = async () => JSON.parse((await run(['case', number, '--as', 'sato', '--json'])).out).history.length
    await note()
    const after = await count()
    expect(await note()).toMatchObject({ code: 0 })
    expect(await count()).toBe(after)
  })

  test('the list tells number, operator, name and the next step; programs get the same', async () => {
    const told = await run(['cases', '--as', 'sato', '--state', 'all'])
    expect(told.out).toMatch(new RegExp(`^${number}　ims　${hanako.family} ${hanako.given}　.+`))
    expect(JSON.parse((await run(['cases', '--as', 'sato', '--json'])).out)).toMatchObject({ total: 1 })
    expect((await run(['cases', '--as', 'sato', '--state', 'closed'])).out).toBe('該当する案件はありません。\n')
    expect((await run(['cases', '--as', 'tanaka'])).out).toBe('該当する案件はありません。\n')
  })

  test('help says what there is, and is what comes without a word', async () => {
    const [help, none] = [await run(['help']), await run([])]
    expect([help.code, none.out]).toEqual([0, help.out])
    for (const verb of ['serve', 'walk', 'perform', 'verify', 'import', 'month', 'export'])
      expect(help.out).toContain(`kaiji ${verb}`)
  })

  test('mails that wait are listed without whom they go to', async () => {
    const none = await run(['mail', 'list'])
    expect(none).toMatchObject({ code: 0, out: 'メールはありません。\n' })
  })

  test('a blank form of an operator is written', async () => {
    const out = join(dataDir, 'blank.pdf')
    const ids = (await run(['operators', 'form', 'ims', 'nothing', '--out', out])).err.match(/用紙は (\S+?)、/)
    expect((await run(['operators', 'form', 'ims', ids?.[1] ?? '', '--out', out])).code).toBe(0)
    expect(existsSync(out)).toBe(true)
  })
})
