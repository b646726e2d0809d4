import { ENVELOPE_SHEET } from '../domain/page-code.ts'
import { itemName } from './item-names.ts'
import { letterWords } from './letters.ts'

const names: Readonly<Record<string, string>> = { ...letterWords, attachment: '添付の資料' }

/** A page as its code names it: 26000014-L3-0-1/2 or 26000014-L3-3.2-1/2, with or without check digits. `form` where it is known. */
export const pageInWords = (code: string, form?: string | number): string => {
  const [, number = '', letter = '', sheet = '', page = ''] =
    /^(\d{8})-(L\d+)-(\d+)(?:\.\d+)?-(\d+\/\d+)/.exec(code) ?? []
  if (number === '') return 'この書類'
  return `${numberInWords(number)}の${sheetInWords(letter.toLowerCase(), Number(sheet), String(form ?? ''))}（${page}面）`
}

/** 文書1「訂正等請求書」 */
export const sheetInWords = (letter: string, sheet: number, form: string): string => {
  const known = sheet === ENVELOPE_SHEET ? 'envelope-face' : form
  const name = Object.hasOwn(names, known) ? names[known] : ''
  const what = name === '' && sheet !== 0 ? `同封の${sheet}番目` : name
  return `${itemName(letter)}${what === '' ? '' : `「${what}」`}`
}

/** 26-00001-0, the way it stands on paper */
const numberInWords = (number: string): string => `${number.slice(0, 2)}-${number.slice(2, 7)}-${number.slice(7)}`

const faults: Readonly<Record<string, string>> = {
  other_case: '別の方の書類です。取り除いてください。',
  other_letter: 'この封筒に入れる文書ではありません。取り除いてください。',
  other_face: '別の封筒の宛名面です。正しい封筒に取り替えてください。',
  outdated_page:
    'この面は作り直す前の版です。黒塗りする前の内容が載っていることがあります。取り除いて、新しい版を印刷し直してください。',
  unknown_page: 'この文書の今の印刷にない面です。前の印刷や別の用紙が混じっていないか確かめ、取り除いてください。',
  twice: '同じ紙が2枚入っていないか確かめ、余分なものを取り除いてください。',
}

/** The same for the big sign, read from where the papers lie. */
const signs: Readonly<Record<string, string>> = {
  unreadable: '読み取れません',
  no_case: '案件の書類ではありません',
  other_case: '別の方の書類です',
  other_letter: 'この封筒の文書ではありません',
  other_face: '別の封筒です',
  outdated_page: 'この面は作り直す前の版です',
  unknown_page: '今の印刷にない面です',
  twice: '2回読み取りました',
}
export const scanSign = (what: string): string =>
  Object.hasOwn(signs, what) ? (signs[what] ?? '') : '違うものが入っています'

/** What is wrong with one scan; `which`: the code, or for one of no case how manieth scan it was. */
export const scanSentence = (what: string, which: string | number, form?: string | number): string => {
  if (what === 'unreadable')
    return `${which}番目に読み取ったものは、この窓口の番号ではないか、読み誤りです。取り除くか、読み直してください。`
  if (what === 'no_case')
    return `${which}番目に読み取ったものは、案件の書類ではありません（まとめ印刷の表紙、差出票、記入前の用紙など）。封筒から取り除いてください。`
  const where = typeof which === 'string' ? pageInWords(which, form) : 'この封筒のものでない書類'
  const verb = what === 'twice' ? '2回読み取られました' : '入っています'
  return `${where}が${verb}。${Object.hasOwn(faults, what) ? faults[what] : '取り除いてください。'}`
}

/** Of a code that opens no envelope. */
export const stationSentence = (what: 'unreadable' | 'no_case'): string =>
  what === 'unreadable'
    ? 'この窓口の番号ではないか、読み誤りです。もう一度読み取ってください。'
    : '案件の書類ではありません（まとめ印刷の表紙、差出票、記入前の用紙など）。封筒に入れないでください。'

export const missingSentence = (which: string, form?: string | number, left = 1): string =>
  `${pageInWords(which, form)}がまだありません。${left > 1 ? `ほかに${left - 1}面、足りません。` : ''}読み取ってください。`
