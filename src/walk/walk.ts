import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../config.ts'
import type { Case } from '../domain/case.ts'
import { suitPossibleFrom } from '../domain/clock.ts'
import { type PlainDate, todayIn } from '../domain/day.ts'
import { knownOperators, openHouse } from '../house.ts'
import { sampleCast } from './cast.ts'
import { perform } from './script.ts'
import { scriptsIn } from './scripts.ts'

/** One case walked from arrival to delivered answer, as `npm run walk -- --json` gives it. */
export interface Walked {
  readonly operator: string
  readonly caseNumber: string
  readonly arrivedOn: string
  readonly fee: {
    readonly published: number
    readonly taxIncluded: boolean
    readonly rate: number
    readonly asked: number
  } | null
  readonly paidBy: string | null
  readonly suitPossibleFrom: string
  readonly outcome: string
  readonly letters: readonly { readonly form: string; readonly file: string }[]
  readonly posting: {
    readonly service: string
    readonly options: readonly string[]
    readonly trackingNumber: string | null
    readonly deliveredOn: string | null
  }
}

/** Takes one sample request per operator, arriving today, through a fresh desk; every PDF goes to `folder`. */
export const walk = async (folder: string, base: PlainDate = todayIn(new Date().toISOString())): Promise<Walked[]> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kaiji-walk-'))
  let clock = `${base}T00:00:00.000Z`
  const house = await openHouse(readConfig({ DATA_DIR: dataDir }), { now: () => clock, operators: knownOperators() })
  try {
    mkdirSync(folder, { recursive: true })
    const stage = { desk: house.desk, cast: sampleCast, setClock: (iso: string) => (clock = iso) }
    const walked: Walked[] = []
    for (const script of scriptsIn('walk')) {
      const number = await perform(stage, script, base)
      const found = await house.desk.kase(number, sampleCast.admin)
      if (found === null) throw new Error(`case ${number} is not there`)
      const letters = []
      for (const { id, form } of found.kase.letters) {
        const file = `${script.operator}-${number}-${id}-${form}.pdf`
        const pdf = await house.desk.pdf(number, id, sampleCast.admin)
        if (pdf === null) throw new Error(`letter ${id} of ${number} is not there`)
        writeFileSync(join(folder, file), pdf)
        letters.push({ form, file })
      }
      walked.push({ ...told(found.kase), letters })
    }
    return walked
  } finally {
    await house.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const told = (kase: Case): Omit<Walked, 'letters'> => {
  const { operator, arrivedOn } = kase.intake
  const reply = kase.postings.findLast(posting => posting.reply)
  const [due] = kase.fee.dues
  if (arrivedOn === undefined || reply === undefined) throw new Error(`case ${kase.number} was not answered`)
  return {
    operator,
    caseNumber: kase.number ?? '',
    arrivedOn,
    fee:
      due === undefined
        ? null
        : { published: due.published, taxIncluded: due.basis === 'gross', rate: due.rate, asked: due.asked },
    paidBy: kase.fee.receipts.find(receipt => receipt.applied > 0)?.means ?? null,
    suitPossibleFrom: suitPossibleFrom(arrivedOn),
    outcome: kase.decisions.at(-1)?.outcome ?? '',
    posting: {
      service: reply.service,
      options: reply.options,
      trackingNumber: reply.trackingNumber ?? null,
      deliveredOn: reply.deliveredOn ?? null,
    },
  }
}
