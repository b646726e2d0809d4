import type { FastifyInstance } from 'fastify'
import { monthsPaths } from './money/months-paths.ts'
import { Page } from './page.tsx'
import type { WebParts } from './parts.ts'
import { paths } from './paths.ts'
import { isAdmin } from './settings-marks.tsx'
import { get } from './visit.ts'

const links = [
  { href: paths.operators, label: '事業者', text: '取扱規程の内容と出典、今日の手数料、注意。', admin: false },
  {
    href: paths.calendar(),
    label: '休業日',
    text: '会社の休業日と、休みでも窓口を開く日。社内の期限に使います。',
    admin: false,
  },
  {
    href: monthsPaths.bookkeeping(),
    label: '会計連携',
    text: '会計ソフトの勘定科目、税区分、外字の代わりの文字。',
    admin: false,
    everything: true,
  },
  { href: paths.mails(), label: 'メール', text: '送信を待つもの、送れなかったもの、送ったもの。', admin: false },
  { href: paths.staff, label: '職員', text: '役割、担当する事業者、パスワード。', admin: true },
  { href: paths.account(), label: '自分の設定', text: 'パスワードの変更、APIの鍵、サインアウト。', admin: false },
] as const

export const settingsPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/settings', async visit =>
    visit.reply.html(
      <Page visit={visit} title="設定" at="settings">
        <ul class="doors">
          {links
            .filter(link => !link.admin || isAdmin(visit.by))
            .filter(link => !('everything' in link) || visit.by.operators === 'all')
            .map(({ href, label, text }) => (
              <li class="panel">
                <h2>
                  <a href={href}>{label}</a>
                </h2>
                <p class="sub">{text}</p>
              </li>
            ))}
        </ul>
      </Page>,
    ),
  )
}
