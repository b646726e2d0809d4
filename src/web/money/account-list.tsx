import type { FastifyReply } from 'fastify'
import { keepsBooks } from '../../desk/money/bank-accounts.ts'
import { accountNumberText, calendarWords } from '../../words/statements.ts'
import { Badge, Empty, LinkButton } from '../marks.tsx'
import { operatorNames } from '../operator-names.ts'
import { Page } from '../page.tsx'
import { Done } from '../settings-marks.tsx'
import { Row, RowLink, Table } from '../table.tsx'
import type { Visit } from '../visit.ts'
import { MoneyBar } from './money-bar.tsx'
import { statementPaths } from './statement-paths.ts'

const done = {
  added: '口座を登録しました。',
  changed: '口座を変更しました。',
  retired: '口座の使用を止めました。取り込んだ明細はそのまま残ります。',
  back: '口座の使用を再開しました。',
}

/** Every account that the person serves, used or not. */
export const accountList = async (visit: Visit): Promise<FastifyReply> => {
  const [rows, names] = await Promise.all([
    visit.desk.accounts.list(visit.by, { retired: true }),
    operatorNames(visit.desk),
  ])
  const may = keepsBooks(visit.by)
  return visit.reply.html(
    <Page
      visit={visit}
      title="口座"
      at="money"
      {...(may && {
        action: (
          <LinkButton href={statementPaths.newAccount()} primary>
            口座を登録する
          </LinkButton>
        ),
      })}
    >
      <MoneyBar at="accounts" />
      <Done visit={visit} words={done} />
      {rows.length === 0 ? (
        <Empty>
          口座がまだありません。
          {may
            ? '口座を登録するか、明細のファイルを取り込んでください。'
            : '経理の担当者が登録すると、ここに並びます。'}
        </Empty>
      ) : (
        <Table
          caption="口座"
          columns={[
            { label: '呼び名' },
            { label: '番号' },
            { label: '銀行・支店・種目・口座番号' },
            { label: '事業者', wide: true },
            { label: '日付の年' },
            { label: '状態' },
          ]}
        >
          {rows.map(account => (
            <Row>
              <td>
                <RowLink href={statementPaths.account(account.id)}>{account.label}</RowLink>
              </td>
              <td class="digits">{account.id}</td>
              <td class="digits">{accountNumberText(account)}</td>
              <td class="wrap">{account.operators.map(id => names.get(id) ?? id).join('、')}</td>
              <td>{account.dateMode === null ? '—' : calendarWords[account.dateMode]}</td>
              <td>{account.active ? <Badge tone="good">使用中</Badge> : <Badge>停止中</Badge>}</td>
            </Row>
          ))}
        </Table>
      )}
    </Page>,
  )
}
