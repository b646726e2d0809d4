import { z } from 'zod'

/**
 * Papers that prove who asks. `group` is what operators count (顔写真付き1点、ないもの2点); `mask` is what must be blacked out
 * before or on arrival (保険者番号等: 告知要求制限 since 2020-10-01; 個人番号: 番号法); `abolishedOn` is the first day it proves nothing.
 * Source: reference/law.md §4.
 */
export const maskTargets = [
  'my_number',
  'insurer_number',
  'insured_number',
  'qr_code',
  'registered_domicile',
  'pension_number',
  'organ_donation',
  'family',
] as const
export type MaskTarget = (typeof maskTargets)[number]

interface PaperKind {
  readonly group: 'photo' | 'plain' | 'certificate' | 'authority'
  readonly mask: readonly MaskTarget[]
  readonly abolishedOn?: string
  /** issued on a day and judged by age, not by an expiry date */
  readonly dated?: true
}

export const paperKinds = {
  driver_license: { group: 'photo', mask: ['registered_domicile', 'organ_donation'] },
  my_number_card: { group: 'photo', mask: ['my_number', 'organ_donation'] },
  passport: { group: 'photo', mask: ['registered_domicile'] },
  residence_card: { group: 'photo', mask: [] },
  special_permanent_resident: { group: 'photo', mask: [] },
  disability_certificate: { group: 'photo', mask: [] },
  basic_resident_card: { group: 'photo', mask: [], abolishedOn: '2026-01-01' },
  health_insurance_card: {
    group: 'plain',
    mask: ['insurer_number', 'insured_number', 'qr_code', 'organ_donation'],
    abolishedOn: '2025-12-02',
  },
  qualification_certificate: { group: 'plain', mask: ['insurer_number', 'insured_number', 'qr_code'] },
  pension_book: { group: 'plain', mask: ['pension_number'] },
  student_card: { group: 'plain', mask: [] },
  utility_bill: { group: 'plain', mask: [], dated: true },
  residence_record: { group: 'certificate', mask: ['my_number', 'registered_domicile', 'family'], dated: true },
  seal_certificate: { group: 'certificate', mask: [], dated: true },
  family_register: { group: 'authority', mask: ['registered_domicile', 'family'], dated: true },
  guardianship_registration: { group: 'authority', mask: [], dated: true },
  power_of_attorney: { group: 'authority', mask: [], dated: true },
  bar_registration: { group: 'authority', mask: [] },
  death_register: { group: 'authority', mask: ['registered_domicile'], dated: true },
} as const satisfies Record<string, PaperKind>

export type PaperKindName = keyof typeof paperKinds
export const paperKindNames = Object.keys(paperKinds) as [PaperKindName, ...PaperKindName[]]

export const paperFacts = (kind: PaperKindName): PaperKind => paperKinds[kind]

/** What an operator takes: rules are data. A set of papers is enough when one of `anyOf` is met in full. */
export const paperRule = z.strictObject({
  accepts: z.array(
    z.strictObject({
      paper: z.enum(paperKindNames),
      as: z.enum(['original', 'copy', 'either']).default('copy'),
      maxAgeMonths: z.int().positive().optional(),
    }),
  ),
  anyOf: z
    .array(
      z.array(
        z.strictObject({
          group: z.enum(['photo', 'plain', 'certificate', 'authority', 'any']),
          count: z.int().positive(),
        }),
      ),
    )
    .min(1),
})
export type PaperRule = z.output<typeof paperRule>
