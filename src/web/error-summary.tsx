import { type FormState, fieldId } from './controls.tsx'

/** On top of a form that was not accepted: everything that was wrong, each leading to its field. */
export const ErrorSummary = ({ form }: { form: FormState }) =>
  form.issues.length === 0 && form.problem === undefined ? null : (
    <div class="summary" role="alert" tabIndex={-1} data-summary>
      <h2>
        <span aria-hidden="true">▲</span> {form.problem ?? '入力を確かめてください'}
      </h2>
      {form.issues.length > 0 && (
        <ul>
          {form.issues.map(issue => (
            <li>
              <a href={`#${fieldId(issue.path)}`}>
                {issue.label}：{issue.sentence}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
