import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/day.ts'
import type { Policy } from '../../src/domain/operator.ts'
import { envelopeValues } from '../../src/letters/envelope.ts'
import type { LetterFacts } from '../../src/letters/facts.ts'
import { approved, drafted, hanako, logged, paid, proved, searched, written } from '../domain/given.ts'
import { fixtureOperator, fixturePolicy } from '../operators.ts'
import { runsOf, squeeze } from './pdf.ts'
import { definitionOf, print } from './sheets.ts'

type Reply = Partial<Policy['reply']['value']>
const story = logged('ims').tell(proved, paid(), searched, drafted(), approved, written)

/** The face of the answer's envelope where the terms promise to send it so; without a decision: of any other letter. */
const faceOf = (reply: Reply, answer = true) => {
  const policy = fixturePolicy('ims')
  const value = { ...policy.reply.value, options: [], chosenByPerson: false, ...reply }
  const facts: LetterFacts = {
    kase: story.kase,
    letter: { id: 'l1', ...(answer && { decision: 'd1' }) },
    policy: { ...policy, reply: { ...policy.reply, value } },
    operator: fixtureOperator('ims'),
    subject: hanako as LetterFacts['subject'],
    agent: null,
    texts: () => null,
    reckoning: null,
    steps: [],
    clerk: '',
    today: day('2026-11-22'),
  }
  return envelopeValues(facts)
}

describe('the red words of a face', () => {
  it.each<[Reply, string[]]>([
    [
      { service: 'general_registered', options: ['delivery_certificate', 'addressee_only', 'no_forwarding'] },
      ['本人限定受取', '配達証明', '親展', '転送不要'],
    ],
    [{ service: 'general_registered' }, ['書留', '親展']],
    [{ service: 'simple_registered' }, ['簡易書留', '親展']],
    [{ service: 'specified_record', options: ['express'] }, ['速達', '特定記録', '親展']],
    [{ service: 'ordinary' }, ['親展']],
    [{ service: 'simple_registered', chosenByPerson: true }, ['親展']],
  ])('are what the service asks for: %j', (reply, marks) => {
    expect(faceOf(reply).marks).toEqual(marks)
  })

  it('are 親展 alone on a letter that answers nothing', () => {
    const face = faceOf({ service: 'simple_registered', options: ['express'] }, false)
    expect([face.marks, face.expressLine]).toEqual([['親展'], undefined])
  })
})

describe.each(['envelope-face', 'envelope-face-large'])('%s', id => {
  it('has the red line of 速達 above the postcode at the right, and only then', async () => {
    const at = async (reply: Reply) => (await runsOf(await print(definitionOf(id), faceOf(reply)))).flat()
    const runs = await at({ service: 'simple_registered', options: ['express'] })
    const line = runs.find(run => run.text.includes('━')) ?? expect.fail('no line')
    const postcode = runs.find(run => run.text.includes('〒')) ?? expect.fail('no postcode')
    expect(line.y).toBeGreaterThan(postcode.y)
    expect(line.x).toBeGreaterThan(postcode.x + postcode.width)
    expect(squeeze((await at({ service: 'simple_registered' })).map(run => run.text).join(''))).not.toContain('━')
  })

  it('says nothing outside of what lies inside', async () => {
    const runs = (await runsOf(await print(definitionOf(id), faceOf({})))).flat()
    expect(runs.map(run => run.text).join('')).not.toMatch(/個人|開示|請求|回答/)
  })
})
