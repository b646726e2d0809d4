import { paths } from './paths.ts'

/** Entries of the rail and their keys: `g`, then the letter. */
export const rail = [
  { at: 'today', label: '今日の仕事', href: paths.today, key: 'g t' },
  { at: 'opening', label: '開封台', href: paths.opening(), key: 'g k' },
  { at: 'cases', label: '案件', href: paths.cases(), key: 'g c' },
  { at: 'money', label: '入金', href: paths.money(), key: 'g n' },
  { at: 'postings', label: '印刷・発送', href: paths.postings(), key: 'g p' },
  { at: 'register', label: '受付簿', href: paths.register(), key: 'g r' },
  { at: 'settings', label: '設定', href: paths.settings, key: '' },
] as const
export type Place = (typeof rail)[number]['at']

export const Rail = ({ at }: { at?: Place }) => (
  <nav class="rail" aria-label="主なページ">
    <a class="brand" href={paths.today}>
      開示デスク
    </a>
    <ul>
      {rail.map(each => (
        <li>
          <a
            href={each.href}
            {...(each.at === at && { 'aria-current': 'page' as const })}
            {...(each.key && { 'data-go': each.key.slice(-1) })}
          >
            <span>{each.label}</span>
            {each.key && (
              <span class="key" aria-hidden="true">
                {each.key}
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
    <p class="rail-foot">
      <a href={paths.manual}>使い方</a>
      <span>
        <kbd>?</kbd> キーの一覧
      </span>
    </p>
  </nav>
)
