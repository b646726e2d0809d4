/** What a browser would send of a page whose fields were left as they are: text, hidden fields and ticked choices. */
export const filledForm = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.slice(html.indexOf('<main')).matchAll(/<input [^>]*>/g)].flatMap(([input]) => {
      const of = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? ''
      const choice = ['radio', 'checkbox'].includes(of('type'))
      return of('name') === '' || (choice && !/ checked/.test(input)) ? [] : [[of('name'), of('value')]]
    }),
  )
