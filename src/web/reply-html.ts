import type { FastifyInstance, FastifyReply } from 'fastify'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

declare module 'fastify' {
  interface FastifyReply {
    html(page: VNode): FastifyReply
  }
}

/** `reply.html(<Page …/>)`: the only way from JSX to bytes. Everything is escaped by Preact. */
export const decorateHtml = (app: FastifyInstance): void => {
  app.decorateReply('html', function (this: FastifyReply, page: VNode) {
    return this.type('text/html; charset=utf-8').send(`<!doctype html>\n${renderToString(page)}`)
  })
}
