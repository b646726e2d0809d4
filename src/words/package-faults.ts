import type { PackageFault, Where } from '../disclosure/fault.ts'

const whereWords: Record<Where, string> = {
  text: '読み取れる文字',
  string: '文書の情報や注釈',
  stream: '内部のデータ',
}

/** Why no package was made, with what to do. Names the word: for the screen of the clerk only. */
export const packageFaultSentence = (fault: PackageFault): string => {
  switch (fault.fault) {
    case 'word_left':
      return `黒塗りした「${fault.word}」が、${fault.page === 0 ? '開示資料' : `開示資料の${fault.page}ページ目`}の${whereWords[fault.where]}に残っています。そこも黒塗りするか、残してよい言葉に加えてください。開示資料は作っていません。`
    case 'not_black':
      return `開示資料の${fault.page}ページ目の黒塗りが塗られていません。枠を引き直してください。開示資料は作っていません。`
    case 'text_left':
      return `開示資料の${fault.page}ページ目で、黒塗りの下に文字が残っています。開示資料は作っていません。管理者に知らせてください。`
    case 'box_outside':
      return `開示資料の${fault.page}ページ目の黒塗りの枠が、紙の外にあります。枠を引き直してください。`
    case 'page_gone':
      return `選んだファイルに${fault.page}ページ目はありません。ページを選び直してください。`
    case 'file_gone':
      return '選んだファイルがなくなっています。資料を選び直してください。'
    case 'unreadable':
      return '選んだファイルが読めません。読み取り直したものを加えてください。'
    case 'changed':
      return '開示資料がないか、作ったときと違っています。作り直してください。'
    case 'not_finished':
      return '途中で止まったため、開示資料は作っていません。もう一度お試しください。続くときは、付けるページを減らすか、読み取り直したファイルを選んでください。'
    case 'leftover':
      return '開示資料に、注釈や添付など余分なものが残っています。開示資料は作っていません。そのページを画像にしてください。'
  }
}
