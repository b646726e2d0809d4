import { randomUUID } from 'node:crypto'
import { longDay } from '../../domain/era.ts'
import { dyingOrders, type OrderRow, orderText, worthOf } from '../../domain/money/order-book.ts'
import { formatYen, yen } from '../../domain/yen.ts'
import { instrumentFields, orderStateWords, orderWarnings } from '../../words/instruments.ts'
import { SelectField } from '../choices.tsx'
import { DayField, LineField } from '../lines.tsx'
import { Badge, Button, Empty, numberText } from '../marks.tsx'
import { Csrf } from '../page.tsx'
import { paths } from '../paths.ts'
import { textsAt } from '../read-body.ts'
import { ShortDay } from '../settings-marks.tsx'
import { Row, RowLink, Table } from '../table.tsx'
import { instrumentPaths } from './instrument-paths.ts'
import { LastDay } from './instruments-marks.tsx'
import { type InstrumentsView, ordersShown, orderViews } from './instruments-view.ts'
import { moneyPaths } from './money-paths.ts'

/** 為替帳: what dies first stands first; several are ticked and cashed at once. */
export const OrdersSection = ({ view }: { view: InstrumentsView }) => {
  const { visit, today, names, may } = view
  const shown = ordersShown(view)
  const held = shown.filter(order => order.state === 'held')
  const form = view.formOf('cashOrders')
  const chosen = new Set(textsAt(form.values, 'cashOrders.orders'))
  const warned = dyingOrders(held, today)
  return (
    <section class="group" id="orders">
      <h2>
        為替帳（定額小為替）{' '}
        <span class="count">
          手もとに{held.length}枚・{formatYen(yen(worthOf(held)))}
        </span>
      </h2>
      {orderWarnings(warned, today).map(({ sentence, late }) => (
        <p class={late ? 'notice late' : 'notice'}>
          <span aria-hidden="true">{late ? '■' : '▲'}</span> {sentence}
        </p>
      ))}
      <Search view={view} />
      {shown.length === 0 ? (
        <Empty>
          {visit.query.q
            ? 'この番号の定額小為替はありません。証書番号か受付番号を確かめてください。'
            : '手もとの定額小為替はありません。入金の方法を「定額小為替」として記録すると、ここに並びます。'}
        </Empty>
      ) : (
        <form method="post" action={instrumentPaths.act('cashOrders')} data-once>
          <Csrf visit={visit} />
          <input type="hidden" name="_once" value={randomUUID()} />
          <div id="f-cashOrders-orders">
            <Table
              caption="為替帳"
              columns={[
                ...(may ? [{ label: '選ぶ' }] : []),
                { label: '有効期限' },
                { label: '額面', right: true },
                { label: '証書番号' },
                { label: '発行日' },
                { label: '受付番号' },
                { label: '事業者' },
                { label: '状態', wide: true },
              ]}
            >
              {shown.map(order => (
                <Row>
                  {may && (
                    <td>
                      {order.state === 'held' && order.lastDay >= today && (
                        <input
                          type="checkbox"
                          name="cashOrders.orders"
                          value={orderText(order)}
                          aria-label={`${longDay(order.lastDay)}までの${order.face}円を選ぶ`}
                          checked={chosen.has(orderText(order))}
                        />
                      )}
                    </td>
                  )}
                  <td>
                    <LastDay order={order} today={today} />
                  </td>
                  <td class="right">{formatYen(yen(order.face))}</td>
                  <td class="digits">{order.number ?? <span class="none">—</span>}</td>
                  <td>
                    <ShortDay on={order.issuedOn} today={today} />
                  </td>
                  <td class="digits">
                    <RowLink href={paths.case(order.caseNumber)}>{numberText(order.caseNumber)}</RowLink>
                  </td>
                  <td class="narrow" title={names.get(order.operator ?? '')}>
                    {names.get(order.operator ?? '') ?? '—'}
                  </td>
                  <td class="wide">
                    <State order={order} view={view} />
                  </td>
                </Row>
              ))}
            </Table>
          </div>
          {may && held.length > 0 && <Cashing view={view} />}
        </form>
      )}
    </section>
  )
}

const Search = ({ view: { visit, operator } }: { view: InstrumentsView }) => (
  <form class="filters" method="get" action={moneyPaths.instruments()}>
    {visit.query.operator && <input type="hidden" name="operator" value={operator} />}
    <label>
      証書番号・受付番号（読み取り機でも入力できます）
      <input name="q" class="w12 digits" value={visit.query.q ?? ''} autocomplete="off" />
    </label>
    <label>
      表示
      <select name="view">
        {Object.entries(orderViews).map(([code, label]) => (
          <option value={code} selected={code === visit.query.view}>
            {label}
          </option>
        ))}
      </select>
    </label>
    <button class="button quiet" type="submit">
      探す
    </button>
  </form>
)

const State = ({ order, view: { today, accounts } }: { order: OrderRow; view: InstrumentsView }) => {
  if (order.state === 'held')
    return order.lastDay < today ? <Badge tone="late">返却してください</Badge> : <Badge>{orderStateWords.held}</Badge>
  const into = order.into === 'cash' ? '現金' : accounts.find(({ id }) => id === order.into)?.label
  return (
    <>
      <Badge tone={order.state === 'cashed' ? 'good' : 'calm'}>{orderStateWords[order.state]}</Badge>{' '}
      <ShortDay on={order.endedOn} today={today} /> {[order.where, into && `${into}へ`].filter(Boolean).join('、')}
    </>
  )
}

const Cashing = ({ view }: { view: InstrumentsView }) => {
  const form = view.formOf('cashOrders')
  return (
    <div class="panel cashing">
      <DayField
        form={form}
        name="cashOrders.on"
        label="換金した日"
        required
        width={8}
        value={view.today.replaceAll('-', '/')}
      />
      <LineField form={form} name="cashOrders.where" label={instrumentFields.where} required width={12} />
      <SelectField
        form={form}
        name="cashOrders.into"
        label={instrumentFields.into}
        required
        value="cash"
        options={[
          { value: 'cash', label: '現金（手もと）' },
          ...view.accounts.filter(({ active }) => active).map(({ id, label }) => ({ value: id, label })),
        ]}
      />
      <Button primary>選んだ為替を換金する</Button>
    </div>
  )
}
