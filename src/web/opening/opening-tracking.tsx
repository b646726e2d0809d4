import { formatTrackingNumber } from '../../domain/tracking-number.ts'
import { Badge } from '../marks.tsx'
import type { Outlook } from './opening-outlook.ts'

/** Under the field of the number: what the reader read. */
export const TrackingRead = ({ outlook: { tracking } }: { outlook: Outlook }) => (
  <div id="opening-tracking" class="read" aria-live="polite">
    {tracking && (
      <>
        <span class="digits">{formatTrackingNumber(tracking.number)}</span>{' '}
        {tracking.valid ? (
          <Badge tone="good">検査数字が合っています</Badge>
        ) : (
          <Badge tone="soon">検査数字が合いません</Badge>
        )}
      </>
    )}
  </div>
)
