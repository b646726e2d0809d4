import { ruleOf } from '../../domain/case.ts'
import type { Actor } from '../../domain/rule.ts'
import { Badge } from '../marks.tsx'
import { paths } from '../paths.ts'
import { mayAny } from '../visit.ts'

/** Beside a letter that cannot be printed, packed or labelled as it is: why, and the way to a new one. */
export const OutdatedMark = ({ number, by }: { number: string; by: Actor }) => (
  <span class="sub">
    <Badge tone="late">作り直しが必要</Badge> 宛名か同封の文書が変わる前のものです。
    {mayAny(by, ruleOf('discardLetter').by) && <a href={paths.act(number, 'discardLetter')}>取り消して作り直す</a>}
  </span>
)
