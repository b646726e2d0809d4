import type { Case, Verb } from '../domain/case.ts'
import { longDay } from '../domain/era.ts'
import { formatTrackingNumber } from '../domain/tracking-number.ts'
import { choiceLabel } from '../words/choices.ts'
import { itemName } from '../words/item-names.ts'
import { letterWords } from '../words/letters.ts'
import type { Option } from './controls.tsx'

/** Letters and postings of a case that a verb can point at, in words. */
export const lettersIn = (kase: Case, verb: Verb): Option[] => {
  const out = kase.postings.filter(posting => posting.returnedOn === undefined).flatMap(posting => posting.letters)
  return kase.letters
    .filter(letter => !letter.discarded && (verb === 'printLetter' || !out.includes(letter.id)))
    .map(letter => ({
      value: letter.id,
      label: letterWords[letter.form],
      help: letter.printed === 0 ? '未印刷' : `印刷 ${letter.printed}回`,
    }))
}

export const postingsIn = (kase: Case, verb: Verb): Option[] => {
  const names = new Map(kase.letters.map(letter => [letter.id, letterWords[letter.form]]))
  return kase.postings
    .filter(posting =>
      verb === 'receiveCertificate' || verb === 'askForCertificate'
        ? posting.deliveredOn !== undefined && posting.certificateOn === undefined
        : posting.deliveredOn === undefined && posting.returnedOn === undefined,
    )
    .map(posting => ({
      value: posting.id,
      label: `${longDay(posting.postedOn)} ${choiceLabel('service', posting.service)}`,
      help: [
        posting.letters.map(id => names.get(id) ?? itemName(id)).join('、'),
        posting.trackingNumber && `お問い合わせ番号 ${formatTrackingNumber(posting.trackingNumber)}`,
      ]
        .filter(Boolean)
        .join('・'),
    }))
}
