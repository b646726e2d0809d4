import type { ComponentChildren } from 'preact'

export interface Column {
  readonly label: string
  /** numbers stand right */
  readonly right?: boolean
  /** rendered width in percent */
  readonly wide?: boolean
}

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
    <table>
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map(column => (
            <th scope="col" class={column.right ? 'right' : column.wide ? 'wide' : undefined}>
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
