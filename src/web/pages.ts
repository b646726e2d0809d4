import type { FastifyInstance } from 'fastify'
import { accountPages } from './account.tsx'
import { actPages } from './act.tsx'
import { calendarPages } from './calendar.tsx'
import { casePages } from './case.tsx'
import { casesPages } from './cases.tsx'
import { filePages } from './files.tsx'
import { findPages } from './find.ts'
import { formRequestPages } from './form-request.tsx'
import { healthPages } from './health.ts'
import { letterPages } from './letter-pdf.tsx'
import { mailPages } from './mails.tsx'
import { manualPages } from './manual.tsx'
import { maskingPages } from './masking.tsx'
import { accountsPages } from './money/accounts.tsx'
import { bookkeepingPages } from './money/bookkeeping.tsx'
import { debitPages } from './money/debits.tsx'
import { instrumentPages } from './money/instruments.tsx'
import { moneyPages } from './money/money.tsx'
import { moneyLinePages } from './money/money-line.tsx'
import { moneyLineActPages } from './money/money-line-acts.tsx'
import { monthPages } from './money/months.tsx'
import { exportPages } from './money/months-exports.tsx'
import { reconcilePages } from './money/reconcile.tsx'
import { statementsPages } from './money/statements.tsx'
import { suspensePages } from './money/suspense.tsx'
import { openingPages } from './opening/opening.tsx'
import { operatorPages } from './operator.tsx'
import { operatorsPages } from './operators.tsx'
import { packagePages } from './package.tsx'
import type { WebParts } from './parts.ts'
import { postcodePages } from './postcodes.ts'
import { counterPages } from './print/counter.tsx'
import { labelPages } from './print/labels.tsx'
import { packingPages } from './print/packing.tsx'
import { packingSecondPages } from './print/packing-second.tsx'
import { packingStationPages } from './print/packing-station.tsx'
import { postingsPages } from './print/postings.tsx'
import { postingBookPages } from './print/postings-book.tsx'
import { envelopePages } from './print/print-envelope.tsx'
import { printQueuePages } from './print/print-queue.tsx'
import { reckoningPages } from './reckoning.tsx'
import { registerPages } from './register.tsx'
import { scanPages } from './scans/scans.tsx'
import { schedulePages } from './schedule.tsx'
import { settingsPages } from './settings.tsx'
import { signInPages } from './sign-in.tsx'
import { staffPages } from './staff.tsx'
import { staffMemberPages } from './staff-member.tsx'
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
