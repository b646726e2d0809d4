import fastify, { type LightMyRequestResponse } from 'fastify'
import { apiRoutes } from '../../src/api/routes.ts'
import { type Cast, webIn } from '../web/web-in.ts'

/** The API on a real desk, with one token for each of the cast. */
export const apiIn = async () => {
  const web = await webIn()
  const app = fastify()
  apiRoutes(web.parts)(app)
  await app.ready()
  const tokens = new Map<Cast, string>()
  const as = async (who: Cast) => {
    const made = tokens.get(who) ?? (await web.parts.tokens.make('test', web.actor(who)))?.token ?? ''
    tokens.set(who, made)
    const headers = { authorization: `Bearer ${made}` }
    return {
      token: made,
      get: (url: string): Promise<LightMyRequestResponse> => app.inject({ url: `/api${url}`, headers }),
      post: (url: string, body: object, key?: string): Promise<LightMyRequestResponse> =>
        app.inject({
          method: 'POST',
          url: `/api${url}`,
          headers: { ...headers, ...(key && { 'idempotency-key': key }) },
          payload: body,
        }),
    }
  }
  const gone = async () => {
    await app.close()
    await web.gone()
  }
  return { web, app, as, gone }
}
