import type { FastifyReply } from 'fastify'
import type { Packages } from '../desk/packages.ts'
import type { Actor } from '../domain/rule.ts'
import { packageFaultSentence } from '../words/package-faults.ts'
import { problem, refused } from './answers.ts'

type No = Extract<Awaited<ReturnType<Packages['make']>>, { ok: false }>

/** Assembles and proves the package from the choice that stands, as the page does. */
export const makePackage = async (packages: Packages, number: string, reply: FastifyReply, by: Actor) => {
  const made = await packages.make(number, by)
  return made.ok ? reply.send({ number, file: made.file }) : no(reply, made)
}

/** A locked copy of it; the password is in this answer and nowhere else. */
export const lockPackage = async (packages: Packages, number: string, reply: FastifyReply, by: Actor) => {
  const locked = await packages.lock(number, by)
  return locked.ok ? reply.send({ number, file: locked.file, password: locked.password }) : no(reply, locked)
}

export const readPackage = async (packages: Packages, number: string, reply: FastifyReply, by: Actor) => {
  const pdf = await packages.read(number, by)
  return pdf === null
    ? reply.code(404).send(problem('not_found'))
    : reply.type('application/pdf').header('content-disposition', 'attachment').send(pdf)
}

const no = (reply: FastifyReply, answer: No) =>
  'fault' in answer
    ? reply.code(422).send({ ...answer.fault, sentence: packageFaultSentence(answer.fault) })
    : refused(reply, answer.refusal)
