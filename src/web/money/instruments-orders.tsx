import { randomUUID } from 'node:crypto'
import { dyingOrders, orderText, worthOf } from '../../domain/money/order-book.ts'
import { formatYen, yen } from '../../domain/yen.ts'
import { instrumentFields, orderWarnings } from '../../words/instruments.ts'
import { SelectField } from '../choices.tsx'
import { LineField } from '../lines.tsx'
import { Button, Empty } from '../marks.tsx'
import { Csrf } from '../page.tsx'
import { textsAt } from '../read-body.ts'
import { Table } from '../table.tsx'
import { instrumentPaths } from './instrument-paths.ts'
import { DoneOn } from './instruments-fields.tsx'
import { OrderLine } from './instruments-order-row.tsx'
import { OrderSearch } from './instruments-order-search.tsx'
import { type InstrumentsView, ordersShown } from './instruments-view.ts'

/** 為替帳: what dies first stands first; several are ticked and cashed at once. */
export const OrdersSection = ({ view }: { view: InstrumentsView }) => {
  const { visit, today, may } = view
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
      <OrderSearch view={view} />
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
                <OrderLine order={order} view={view} ticked={chosen.has(orderText(order))} />
              ))}
            </Table>
          </div>
          {may && held.length > 0 && <Cashing view={view} />}
        </form>
      )}
    </section>
  )
}

const Cashing = ({ view }: { view: InstrumentsView }) => {
  const form = view.formOf('cashOrders')
  return (
    <div class="panel cashing">
      <DoneOn view={view} act="cashOrders" label="換金した日" />
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
