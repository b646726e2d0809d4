import type { Actor } from '../domain/rule.ts'

/** The filter by operator, for people who serve several. */
export const OperatorSelect = ({
  names,
  by,
  chosen,
}: {
  names: ReadonlyMap<string, string>
  by: Actor
  chosen: string | undefined
}) => {
  const served = [...names].filter(([id]) => by.operators === 'all' || by.operators.includes(id))
  return served.length < 2 ? null : (
    <label>
      事業者
      <select name="operator">
        <option value="">すべて</option>
        {served.map(([id, name]) => (
          <option value={id} selected={id === chosen}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
