import type { RefusalCode } from '../domain/refusal.ts'
import type { RefusalSentence } from './refusals.ts'

const leftWhere = {
  text: '読み取れる文字',
  metadata: '文書の情報',
  annotation: '注釈',
  attachment: '添付されたファイル',
  stream: '内部のデータ',
} as const

export const packageRefusals = {
  reply_missing: '資料を付けられる回答書がありません。先に開示の回答書を作ってください。',
  schedule_withholds: '別紙に開示しない項目があります。一部を開示する決定にするか、別紙を直してください。',
  package_missing: '開示資料がまだありません。資料を選び、開示資料を作ってください。',
  package_too_long: ({ most = 1000 }) => `資料が多すぎます。${most}ページまでにしてください。`,
  package_unsafe: ({ fault, page, where, nth }) => {
    const place = page === undefined || page === 0 ? '' : `${page}ページ目の`
    switch (fault) {
      case 'word_left':
        return `黒塗りした言葉（${nth}番目）が、開示資料の${place}${
          leftWhere[where as keyof typeof leftWhere] ?? 'データ'
        }に残っています。そこも黒塗りするか、残してよい言葉に加えてください。`
      case 'not_black':
        return `${place}黒塗りが塗られていません。開示資料は作られていません。枠を引き直してください。`
      case 'text_left':
        return `${place}黒塗りの下に文字が残っています。開示資料は作られていません。管理者に知らせてください。`
      case 'box_outside':
        return `${place}黒塗りの枠が紙の外にあります。枠を引き直してください。`
      case 'file_gone':
        return '選んだファイルがなくなっています。資料を選び直してください。'
      case 'page_gone':
        return `選んだファイルに${page}ページ目はありません。資料を選び直してください。`
      case 'changed':
        return '保存した開示資料が、作ったときと違っています。作り直してください。'
      default:
        return '開示資料に、注釈や添付など余分なものが残っています。開示資料は作られていません。ページを画像にしてください。'
    }
  },
} as const satisfies Partial<Record<RefusalCode, RefusalSentence>>
