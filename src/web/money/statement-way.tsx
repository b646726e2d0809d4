import type { Look } from '../../desk/money/statements.ts'
import { paths } from '../paths.ts'
import { statementPaths } from './statement-paths.ts'

type Busy = Extract<Look, { state: 'reading' | 'storing' }>

const mb = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)}MB`

const sentenceOf = (look: Busy): string =>
  look.state === 'reading'
    ? `${mb(look.way.bytes)}／${mb(look.size)}、${look.way.records.toLocaleString('en-US')}件を読みました。`
    : `${look.written.toLocaleString('en-US')}件を取り込みました。`

/** For the page's script: how far it is; 'read' when the page should be opened anew. */
export const wayOf = (look: Look) =>
  look.state === 'read'
    ? { state: 'read' as const }
    : {
        state: look.state,
        sentence: sentenceOf(look),
        ...(look.state === 'reading' && { part: Math.min(1, look.way.bytes / Math.max(1, look.size)) }),
      }

/** While a large file is read. The script asks every second; without it the link does. */
export const WayScreen = ({ id, look }: { id: string; look: Busy }) => {
  const { part } = wayOf(look) as { part?: number }
  return (
    <section class="sheet way" data-way={statementPaths.way(id)}>
      <h2>{look.state === 'reading' ? '読み取っています' : '取り込んでいます'}</h2>
      <progress {...(part !== undefined && { value: part })} max={1}>
        {part === undefined ? '' : `${Math.round(part * 100)}%`}
      </progress>
      <p role="status" class="digits">
        {sentenceOf(look)}
      </p>
      <p class="help">この画面を閉じても続きます。ファイルは1日のあいだ残ります。</p>
      <p>
        <a href={statementPaths.tray(id)}>表示を更新する</a>
      </p>
      <script type="module" src={paths.asset('statements.js')} />
    </section>
  )
}
