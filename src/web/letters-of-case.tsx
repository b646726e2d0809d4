import type { Case } from '../domain/case.ts'
import { letterWords } from '../words/letters.ts'
import { inHouse } from './letters-waiting.ts'
import { Badge, Day } from './marks.tsx'
import { paths } from './paths.ts'
import { printPaths } from './print/print-paths.ts'

/** Letters of a case, each a PDF; what was discarded is said, not hidden. */
export const CaseLetters = ({ number, kase }: { number: string; kase: Case }) =>
  kase.letters.length === 0 ? null : (
    <section class="panel">
      <h2>文書</h2>
      <ul class="list">
        {kase.letters.map(letter => (
          <li>
            {letter.discarded ? (
              <s>{letterWords[letter.form]}</s>
            ) : kase.closing.erasedOn === undefined ? (
              <>
                <a href={paths.letter(number, letter.id)}>{letterWords[letter.form]}（PDF）</a>
                {!inHouse.includes(letter.form) && (
                  <>
                    {' '}
                    <a href={printPaths.envelope(number, letter.id)}>封筒</a>{' '}
                    <a href={printPaths.envelope(number, letter.id, '角2')}>封筒（角形2号）</a>
                  </>
                )}
              </>
            ) : (
              letterWords[letter.form]
            )}
            {letter.outdated && !letter.discarded && <Badge tone="late">作り直しが必要</Badge>}
            <span class="sub">
              <Day on={letter.draftedOn} /> 作成・
              {letter.discarded ? '破棄' : letter.printed === 0 ? '未印刷' : `印刷 ${letter.printed}回`}
              {letter.enclosures.length > 0 && `・同封 ${letter.enclosures.map(form => letterWords[form]).join('、')}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
