import type { ComponentChildren } from 'preact'

export interface Column {
  readonly label: string
  /** numbers stand right */
  readonly right?: boolean
  /** takes the room that the others leave */
  readonly wide?: boolean
  /** What stands in it, for a width that is the same in every list below another; assets/tables.css. */
  readonly fit?:
    | 'number'
    | 'person'
    | 'operator'
    | 'kinds'
    | 'role'
    | 'due'
    | 'left'
    | 'tick'
    | 'day'
    | 'deed'
    | 'state'
    | 'post'
    | 'way'
    | 'code'
}

const classOf = ({ right, wide, fit }: Column): string | undefined =>
  [right && 'right', wide && 'wide', fit && `fit-${fit}`].filter(Boolean).join(' ') || undefined

/** Sticky head, one line per row, the whole row is the link of its first cell. */
export const Table = ({
  caption,
  columns,
  children,
}: {
  caption: string
  columns: readonly Column[]
  children: ComponentChildren
}) => (
  <div class="table">
    <table class={columns.some(column => column.fit) ? 'even' : undefined}>
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map(column => (
            <th scope="col" class={classOf(column)}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
)

/** A row that leads somewhere: put `<RowLink>` into its first cell. */
export const Row = ({ children }: { children: ComponentChildren }) => <tr class="row">{children}</tr>

export const RowLink = ({ href, children }: { href: string; children: ComponentChildren }) => (
  <a class="row-link" href={href}>
    {children}
  </a>
)
