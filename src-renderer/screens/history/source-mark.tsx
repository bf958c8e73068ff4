import type { HistoryEntry } from '@shared/domain/history-entry';
import { Cloud, Laptop } from 'lucide-react';
import classes from './entry-row.module.css';

/** Whether the change was applied from here, or seen on the service: made there by somebody else. */
export function SourceMark({ source }: { readonly source: HistoryEntry['source'] }) {
  const here = source === 'local';
  const Icon = here ? Laptop : Cloud;
  return (
    <span
      className={classes.source}
      data-source={source}
      title={here ? 'Applied from Tenantry' : 'Made on the service by somebody else, seen by a sync'}
    >
      <Icon size={12} aria-hidden />
      {here ? 'From here' : 'On the service'}
    </span>
  );
}
