import type { FastifyInstance } from 'fastify'
import { accountPages } from './account.tsx'
import { accountsPages } from './accounts.tsx'
import { actPages } from './act.tsx'
import { bookkeepingPages } from './bookkeeping.tsx'
import { calendarPages } from './calendar.tsx'
import { casePages } from './case.tsx'
import { casesPages } from './cases.tsx'
import { counterPages } from './counter.tsx'
import { debitPages } from './debits.tsx'
import { filePages } from './files.tsx'
import { findPages } from './find.ts'
import { formRequestPages } from './form-request.tsx'
import { healthPages } from './health.ts'
import { instrumentPages } from './instruments.tsx'
import { labelPages } from './labels.tsx'
import { letterPages } from './letter-pdf.tsx'
import { mailPages } from './mails.tsx'
import { manualPages } from './manual.tsx'
import { maskingPages } from './masking.tsx'
import { moneyPages } from './money.tsx'
import { moneyLinePages } from './money-line.tsx'
import { moneyLineActPages } from './money-line-acts.tsx'
import { monthPages } from './months.tsx'
import { exportPages } from './months-exports.tsx'
import { openingPages } from './opening.tsx'
import { operatorPages } from './operator.tsx'
import { operatorsPages } from './operators.tsx'
import { packagePages } from './package.tsx'
import { packingPages } from './packing.tsx'
import { packingSecondPages } from './packing-second.tsx'
import { packingStationPages } from './packing-station.tsx'
import type { WebParts } from './parts.ts'
import { postcodePages } from './postcodes.ts'
import { postingsPages } from './postings.tsx'
import { postingBookPages } from './postings-book.tsx'
import { envelopePages } from './print-envelope.tsx'
import { printQueuePages } from './print-queue.tsx'
import { reckoningPages } from './reckoning.tsx'
import { reconcilePages } from './reconcile.tsx'
import { registerPages } from './register.tsx'
import { scanPages } from './scans.tsx'
import { schedulePages } from './schedule.tsx'
import { settingsPages } from './settings.tsx'
import { signInPages } from './sign-in.tsx'
import { staffPages } from './staff.tsx'
import { staffMemberPages } from './staff-member.tsx'
import { statementsPages } from './statements.tsx'
import { suspensePages } from './suspense.tsx'
import { todayPages } from './today.tsx'

/** Every page of the product, registered by hand. */
export const pages: readonly ((app: FastifyInstance, parts: WebParts) => void)[] = [
  healthPages,
  signInPages,
  todayPages,
  openingPages,
  formRequestPages,
  casesPages,
  casePages,
  reckoningPages,
  actPages,
  letterPages,
  filePages,
  schedulePages,
  packagePages,
  maskingPages,
  findPages,
  postcodePages,
  accountPages,
  calendarPages,
  mailPages,
  manualPages,
  moneyPages,
  instrumentPages,
  monthPages,
  exportPages,
  bookkeepingPages,
  reconcilePages,
  moneyLinePages,
  moneyLineActPages,
  debitPages,
  suspensePages,
  operatorPages,
  operatorsPages,
  packingStationPages,
  packingSecondPages,
  packingPages,
  postingsPages,
  postingBookPages,
  printQueuePages,
  counterPages,
  labelPages,
  envelopePages,
  registerPages,
  scanPages,
  settingsPages,
  staffPages,
  staffMemberPages,
  accountsPages,
  statementsPages,
]
