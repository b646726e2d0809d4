import { describe, expect, it } from 'vitest'
import { composeMail, type MailFacts, mailKinds } from '../../src/desk/mail-texts.ts'
import { caseNumber } from '../../src/domain/case-number.ts'
import { day } from '../../src/domain/day.ts'

const facts: MailFacts = {
  number: caseNumber(2026, 1),
  operatorName: 'さくらインターネット株式会社',
  deskName: 'カスタマーセンター',
  deskEmail: 'support@example.jp',
  name: '𠮷野 花子',
  link: 'https://desk.example.jp/cases/26000010',
  dueOn: day('2026-12-01'),
}
const written = /受付番号 26-00001-\d/

describe.each(mailKinds)('%s', kind => {
  const { subject, body } = composeMail(kind, facts)

  it('names the case in one line of subject', () => {
    expect(subject).toMatch(written)
    expect(subject).not.toMatch(/[\r\n]/)
    expect(body).toMatch(written)
  })

  it('leaves no hole where a fact is not given', () => {
    const { number, operatorName, deskName } = facts
    const bare = composeMail(kind, { number, operatorName, deskName })
    expect(bare.subject + bare.body).not.toMatch(/undefined|null|NaN|\n\n\n/)
    expect(bare.body).toMatch(/[^\n]\n$/)
  })
})

describe('a mail to a requester', () => {
  it.each(['form_sent', 'request_received'] as const)(
    '%s greets by name and says whom to ask, not what was asked',
    kind => {
      const { subject, body } = composeMail(kind, facts)
      expect(body.startsWith('𠮷野 花子 様\n\nさくらインターネット株式会社 カスタマーセンターです。\n')).toBe(true)
      expect(body).toContain('support@example.jp')
      expect(subject).not.toContain('花子')
      expect(subject + body).not.toMatch(/開示|訂正|利用停止|desk\.example/)
    },
  )

  it('says how the form comes', () => {
    expect(composeMail('form_sent', { ...facts, attached: true }).body).toContain('このメールに添えて')
    expect(composeMail('form_sent', facts).body).toContain('郵便でお送りしました')
  })
})

describe('a mail to staff', () => {
  it.each(['approval_waiting', 'clock_short'] as const)(
    '%s holds the number, the day and a link, nothing of the person',
    kind => {
      const { subject, body } = composeMail(kind, facts)
      expect(body).toContain('2026年12月1日')
      expect(body).toContain(facts.link)
      expect(subject + body).not.toMatch(/花子|さくら|カスタマー|support/)
    },
  )
})
