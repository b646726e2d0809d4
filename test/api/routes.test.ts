import fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApi } from '../../src/api/openapi.ts'
import { apiRoutes } from '../../src/api/routes.ts'
import { type WebIn, webIn } from '../web/web-in.ts'

let web: WebIn
const routes: string[] = []
beforeAll(async () => {
  web = await webIn()
  const app = fastify()
  app.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) if (each !== 'HEAD') routes.push(`${each} ${url.replace(/^\/api/, '')}`)
  })
  apiRoutes(web.parts)(app)
  await app.ready()
  await app.close()
})
afterAll(() => web.gone())

const described = Object.entries(openApi('/api').paths as Record<string, object>).flatMap(([path, operations]) =>
  Object.keys(operations).map(method => `${method.toUpperCase()} ${path}`),
)
/** A route stands for what is described when each of its parts does; `:verb` stands for every act. */
const covers = (route: string, operation: string): boolean =>
  new RegExp(`^${route.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`).test(operation)

test('what the API takes and what its description says are the same', () => {
  const untold = routes.filter(route => !described.some(operation => covers(route, operation)))
  expect(untold).toEqual(['GET /openapi.json'])
  expect(described.filter(operation => !routes.some(route => covers(route, operation)))).toEqual([])
})
