import { moneyAnchor } from '../../words/manual.ts'
import { paths } from '../paths.ts'
import { moneyPaths } from './money-paths.ts'

/** Sub-pages of 入金, in the order in which money goes through them. */
export const moneyPlaces = {
  fees: { label: '手数料', href: moneyPaths.fees },
  reconcile: { label: '消込', href: moneyPaths.reconcile() },
  statements: { label: '明細', href: moneyPaths.statements() },
  suspense: { label: '仮受金', href: moneyPaths.suspense() },
  debits: { label: '出金', href: moneyPaths.debits() },
  instruments: { label: '為替と切手', href: moneyPaths.instruments() },
  months: { label: '月次締め', href: moneyPaths.months() },
  accounts: { label: '口座', href: moneyPaths.accounts },
} as const
export type MoneyPlace = keyof typeof moneyPlaces

/** Stands under the title of each of them: `<MoneyBar at="reconcile" />`. The last link leads to the page's own part of the manual. */
export const MoneyBar = ({ at }: { at?: MoneyPlace }) => (
  <nav class="jumps money-bar" aria-label="入金のページ">
    {Object.entries(moneyPlaces).map(([place, { label, href }]) => (
      <a href={href} {...(place === at && { 'aria-current': 'page' as const })}>
        {label}
      </a>
    ))}
    {at && (
      <a class="to-manual" href={`${paths.manual}#${moneyAnchor(at)}`}>
        使い方
      </a>
    )}
  </nav>
)
