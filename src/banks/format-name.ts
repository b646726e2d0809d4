import { knownLayouts } from './csv-layouts.ts'

const names: Readonly<Record<string, string>> = {
  'zengin-03': '全銀 入出金取引明細（200桁）',
  'zengin-01': '全銀 振込入金通知（200桁）',
  'zengin-03-csv': '全銀 入出金取引明細（カンマ区切り、三井住友Web21など）',
  'zengin-01-csv': '全銀 振込入金通知（カンマ区切り）',
  'mufg-bizstation': '三菱UFJ BizSTATION 入出金明細',
  'mufg-bizstation-all': '三菱UFJ BizSTATION 全明細',
  'mufg-direct': '三菱UFJダイレクト',
  'smbc-direct': '三井住友 SMBCダイレクト',
  anser: 'ANSER 13列（みずほビジネスWEB・地方銀行）',
  'yucho-direct': 'ゆうちょダイレクト',
  'camt.052': 'ISO 20022 camt.052',
  'camt.053': 'ISO 20022 camt.053',
  'camt.054': 'ISO 20022 camt.054',
  mapped: '列を指定したCSV',
  unknown: '不明',
}

/** A format's Japanese name for screens. */
export const formatName = (format: string): string =>
  names[format] ?? knownLayouts.find(layout => layout.format === format)?.bankName ?? format
