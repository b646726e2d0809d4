import { type FormState, fieldId } from '../controls.tsx'

/** A field that stands in a table or in a line has no label above it; its message stands below, tied to it all the same. */
export const wrongAt = (form: FormState, path: string) =>
  form.issues.some(issue => issue.path === path)
    ? { 'aria-invalid': true as const, 'aria-describedby': `${fieldId(path)}-issue` }
    : {}

export const Wrong = ({ form, path }: { form: FormState; path: string }) => {
  const issue = form.issues.find(each => each.path === path)
  return issue ? (
    <p class="issue" id={`${fieldId(path)}-issue`}>
      <span aria-hidden="true">▲</span> {issue.sentence}
    </p>
  ) : null
}
