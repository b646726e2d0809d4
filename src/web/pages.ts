import type { FastifyInstance } from 'fastify'
import { actPages } from './act.tsx'
import { casePages } from './case.tsx'
import { casesPages } from './cases.tsx'
import { filePages } from './files.tsx'
import { findPages } from './find.ts'
import { formRequestPages } from './form-request.tsx'
import { healthPages } from './health.ts'
import { letterPages } from './letter-pdf.ts'
import { openingPages } from './opening.tsx'
import type { WebParts } from './parts.ts'
import { postcodePages } from './postcodes.ts'
import { reckoningPages } from './reckoning.tsx'
import { signInPages } from './sign-in.tsx'
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
  findPages,
  postcodePages,
]
