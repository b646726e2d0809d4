import type { Case } from '../domain/case.ts'
import { owesMasking } from '../domain/identity.ts'
import { asWords, paperWords, whoseWords } from '../words/papers.ts'
import { Badge, Day } from './marks.tsx'

/** Identity papers: what, whose, where they lie, what became of them. Never their numbers. */
export const CasePapers = ({ kase }: { kase: Case }) =>
  kase.identity.papers.length === 0 ? null : (
    <section class="panel">
      <h2>本人確認書類</h2>
      <ul class="list">
        {kase.identity.papers.map(paper => (
          <li>
            <b>{paperWords[paper.kind]}</b>（{whoseWords[paper.whose]}・{asWords[paper.as]}）{' '}
            {owesMasking(paper) && <Badge tone="late">黒塗り待ち</Badge>}
            <span class="sub">
              {paper.fate ? (
                <>
                  <Day on={paper.fate.on} /> {paper.fate.how === 'returned' ? '返却' : '廃棄'}
                </>
              ) : (
                <>
                  <Day on={paper.receivedOn} /> 受領・保管場所 {paper.place}
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
