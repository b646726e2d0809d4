import { formatCaseNumber, parseCaseNumber } from '../domain/case-number.ts'
import type { PlainDate } from '../domain/day.ts'

export const mailKinds = ['form_sent', 'request_received', 'approval_waiting', 'clock_short'] as const
export type MailKind = (typeof mailKinds)[number]

/** `name`, operator and desk are for requesters' mails; mails to staff carry the case number, a link and a day, nothing personal. */
export interface MailFacts {
  readonly number: string
  readonly operatorName: string
  readonly deskName: string
  readonly deskEmail?: string
  readonly name?: string
  readonly link?: string
  readonly dueOn?: PlainDate
  /** the forms are attached; otherwise they went by post */
  readonly attached?: boolean
}

/** A mail crosses strangers' machines: neither what was asked nor about what stands in it. Lines end with LF. */
export const composeMail = (kind: MailKind, facts: MailFacts): { subject: string; body: string } => {
  const { subject, paragraphs } = texts[kind]({ ...facts, number: written(facts.number) })
  return { subject, body: `${paragraphs.filter(each => each !== '').join('\n\n')}\n` }
}

interface Text {
  readonly subject: string
  readonly paragraphs: readonly string[]
}

const texts: Record<MailKind, (facts: MailFacts) => Text> = {
  form_sent: facts => ({
    subject: `【${facts.operatorName}】請求書の用紙をお送りします（受付番号 ${facts.number}）`,
    paragraphs: [
      greeting(facts),
      `このたびお申し出のありました請求書の用紙を、${facts.attached === true ? 'このメールに添えてお送りします' : '郵便でお送りしました'}。`,
      `用紙にご記入のうえ、同封又は用紙に記載の必要書類をそろえて、用紙に記載の宛先へ郵便でお送りください。書類が当窓口に届いた日に、ご請求を受け付けます。`,
      cautions(facts),
      signature(facts),
    ],
  }),
  request_received: facts => ({
    subject: `【${facts.operatorName}】ご請求の書類を受け取りました（受付番号 ${facts.number}）`,
    paragraphs: [
      greeting(facts),
      'ご請求の書類を受け取りました。',
      'これから、書類がそろっているかどうか、また、ご本人（代理人による場合は代理人）からのご請求であることを確認します。書類の不足や手数料のお支払いなど、お願いすることがあるときは、あらためてご連絡します。',
      cautions(facts),
      signature(facts),
    ],
  }),
  approval_waiting: facts => ({
    subject: `【開示デスク】決裁をお待ちしています（受付番号 ${facts.number}）`,
    paragraphs: [
      `受付番号 ${facts.number} の決定案が、決裁を待っています。`,
      due('期日', facts),
      openIt(facts),
      toStaff,
    ],
  }),
  clock_short: facts => ({
    subject: `【開示デスク】期日が近づいています（受付番号 ${facts.number}）`,
    paragraphs: [`受付番号 ${facts.number} の期日が近づいています。`, due('次の期日', facts), openIt(facts), toStaff],
  }),
}

const greeting = ({ name, operatorName, deskName }: MailFacts) =>
  `${name === undefined ? '' : `${name} 様\n\n`}${operatorName} ${deskName}です。`

const cautions = ({ number }: MailFacts) =>
  [
    `お問い合わせの際は、受付番号 ${number} をお知らせください。`,
    'このメールへの返信に、本人確認書類や個人情報を添えないでください。',
    'お心当たりのない場合は、お手数ですが下記の窓口までお知らせください。',
  ].join('\n')

const signature = ({ operatorName, deskName, deskEmail }: MailFacts) =>
  ['――――――――――', operatorName, deskName, ...(deskEmail === undefined ? [] : [deskEmail])].join('\n')

const due = (what: string, { dueOn }: MailFacts) => (dueOn === undefined ? '' : `${what}：${japaneseDay(dueOn)}`)
const openIt = ({ link }: MailFacts) => (link === undefined ? '' : `案件を開く：\n${link}`)
const toStaff = 'このメールは開示デスクが自動で送りました。案件の内容は、サインインしてご覧ください。'

const japaneseDay = (day: PlainDate) =>
  `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

const written = (number: string) => {
  const read = parseCaseNumber(number)
  return read === null ? number : formatCaseNumber(read)
}
