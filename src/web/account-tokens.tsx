import type { TokenRow } from '../desk/tokens.ts'
import { Moment } from './history.tsx'
import { Badge, Empty } from './marks.tsx'
import { OneButton } from './settings-marks.tsx'
import { Table } from './table.tsx'
import type { Visit } from './visit.ts'

/** Keys of the API by name; the keys themselves are stored nowhere. */
export const TokenList = ({
  visit,
  tokens,
  revoke,
}: {
  visit: Visit
  tokens: readonly TokenRow[]
  revoke: (token: string) => string
}) =>
  tokens.length === 0 ? (
    <Empty>APIの鍵はありません。</Empty>
  ) : (
    <Table caption="APIの鍵" columns={[{ label: '用途', wide: true }, { label: '作成' }, { label: '状態' }]}>
      {tokens.map(token => (
        <tr>
          <td class="wide" title={token.name}>
            {token.name}
          </td>
          <td>
            <Moment at={token.createdAt} />
          </td>
          <td>
            {token.revokedAt === null ? (
              <OneButton visit={visit} to={revoke(token.id)}>
                取り消す
              </OneButton>
            ) : (
              <Badge>取消し済み</Badge>
            )}
          </td>
        </tr>
      ))}
    </Table>
  )

const MOST = 100

/** A new key between the POST that made it and the page that shows it, once: in memory, never in a URL or the store. */
export class NewKeys {
  private readonly keys = new Map<string, string>()

  put(sessionId: string, key: string): void {
    this.keys.set(sessionId, key)
    const [oldest] = this.keys.keys()
    if (this.keys.size > MOST && oldest !== undefined) this.keys.delete(oldest)
  }

  take(sessionId: string): string | null {
    const key = this.keys.get(sessionId) ?? null
    this.keys.delete(sessionId)
    return key
  }
}
