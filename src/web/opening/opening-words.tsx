import type { ComponentChildren } from 'preact'
import { choiceLabel } from '../../words/choices.ts'
import { fieldLabel } from '../../words/fields.ts'
import type { FormState } from '../controls.tsx'
import type { Outlook } from './opening-outlook.ts'

export interface StepProps {
  form: FormState
  outlook: Outlook
}

/** Label without the help that would stand five times on this page. */
export const words = (name: string) => ({ label: fieldLabel('logRequest', name).label })
export const options = (name: string, values: readonly string[]) =>
  values.map(value => ({ value, label: choiceLabel(name, value) }))

/** What is seldom needed; open once it holds something. */
export const More = ({ title, open, children }: { title: string; open: boolean; children: ComponentChildren }) => (
  <details open={open}>
    <summary>{title}</summary>
    {children}
  </details>
)
