import { isDeepStrictEqual } from 'node:util'
import type { DeskAddress, Policy } from '../domain/operator.ts'
import { type Origin, originWords, type TermName, termLabels, termLines, termNames } from '../words/policy-terms.ts'
import { Badge } from './marks.tsx'
import { Table } from './table.tsx'

/** The terms of a policy, each beside the sentence that it came from. */
export const DeskCard = ({ desk }: { desk: DeskAddress }) => (
  <section class="panel">
    <h3>
      {desk.name}
      {desk.serves && <span class="sub">{desk.serves}</span>}
    </h3>
    <p>
      {desk.organisation} {desk.responsible}
    </p>
    <p>
      〒{desk.postcode.slice(0, 3)}-{desk.postcode.slice(3)} {desk.address.join(' ')}
    </p>
    <p class="digits">
      {[desk.telephone, desk.fax && `FAX ${desk.fax}`, desk.email, desk.url].filter(Boolean).join('・') || '—'}
    </p>
    {desk.hours && <p>{desk.hours}</p>}
    <Quote {...desk} />
  </section>
)

export const Terms = ({ policy, before }: { policy: Policy; before: Policy | undefined }) => (
  <Table
    caption="取扱規程の内容と出典"
    columns={[{ label: '項目' }, { label: '内容', wide: true }, { label: '出典', wide: true }]}
  >
    {termNames.map(name => (
      <tr class="term">
        <th scope="row">
          {termLabels[name]}
          {before && !isDeepStrictEqual(before[name].value, policy[name].value) && (
            <Badge tone="soon">前の規程から変更</Badge>
          )}
        </th>
        <td>
          <Lines name={name} policy={policy} />
        </td>
        <td>
          <Quote {...policy[name]} />
        </td>
      </tr>
    ))}
  </Table>
)

const Lines = ({ name, policy }: { name: TermName; policy: Policy }) => {
  const lines = termLines(name, policy[name].value)
  return lines.length === 1 ? (
    <span>{lines[0]}</span>
  ) : (
    <ul class="plain-list">
      {lines.map(line => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

/** Where a term comes from; a link is made of nothing that a file says. */
const Quote = ({
  from,
  quote,
  section,
}: {
  from: Origin
  quote?: string | undefined
  section?: string | undefined
}) => (
  <div class="source">
    <Badge tone={from === 'policy' || from === 'procedure' ? 'good' : 'calm'}>{originWords[from]}</Badge>
    {quote && <blockquote>{quote}</blockquote>}
    {section && <cite class="sub">{section}</cite>}
  </div>
)
