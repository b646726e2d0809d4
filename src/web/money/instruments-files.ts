import type { FastifyReply } from 'fastify'
import { csvFile } from '../../domain/csv-cell.ts'
import { moveWords, orderStateWords, stampsInWords } from '../../words/instruments.ts'
import type { Visit } from '../visit.ts'
import { type InstrumentsView, instrumentsView } from './instruments-view.ts'

type Rows = readonly (readonly string[])[]

/** Whole books as files for a spreadsheet; amounts as plain integers. */
const books: Readonly<Record<'orders' | 'stamps' | 'cash', (view: InstrumentsView) => Rows>> = {
  orders: ({ book, names, visit }) => [
    [
      '有効期限',
      '額面',
      '証書番号',
      '発行日',
      '受付番号',
      '入金',
      '枚目',
      '事業者',
      '受け取った日',
      '状態',
      '日付',
      '換金した郵便局',
    ],
    ...book.orders
      .filter(order => !visit.query.operator || order.operator === visit.query.operator)
      .map(order => [
        order.lastDay,
        String(order.face),
        order.number ?? '',
        order.issuedOn,
        order.caseNumber,
        order.receipt,
        String(order.nth),
        names.get(order.operator ?? '') ?? '',
        order.receivedOn,
        orderStateWords[order.state],
        order.endedOn ?? '',
        order.where ?? '',
      ]),
  ],
  stamps: ({ pool, nameOf }) => [
    ['記録', '日付', '摘要', '受付番号', '受入', '払出', '増減', '記録した人'],
    ...pool.stamps.moves.map(move => [
      String(move.seq),
      move.on,
      moveWords(move, nameOf),
      move.caseNumber ?? '',
      stampsInWords(move.in),
      stampsInWords(move.out),
      String(move.amount),
      nameOf(move.by),
    ]),
  ],
  cash: ({ pool, nameOf }) => [
    ['記録', '日付', '摘要', '受付番号', '増減', '残高', '記録した人'],
    ...pool.cash.moves.map(move => [
      String(move.seq),
      move.on,
      moveWords(move, nameOf),
      move.caseNumber ?? '',
      String(move.amount),
      String(move.balance),
      nameOf(move.by),
    ]),
  ],
}

export const instrumentFile =
  (which: keyof typeof books) =>
  async (visit: Visit): Promise<FastifyReply> =>
    visit.reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${which}.csv"`)
      .send(csvFile(books[which](await instrumentsView(visit))))
