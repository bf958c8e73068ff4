import { usePreferences } from '@renderer/state/use-preferences';
import type { HistoryEntry } from '@shared/domain/history-entry';
import { t } from '@shared/language/t';
import { Cloud, Laptop } from 'lucide-react';
import classes from './entry-row.module.css';

interface SourceMarkProps {
  readonly source: HistoryEntry['source'];
  /** The colleague whose signed change set it was; nobody else's where that is left out. */
  readonly by?: string | undefined;
}

/** Whether the change was applied from here, and whose it was, or seen on the service: made there by somebody else. */
export function SourceMark({ source, by = '' }: SourceMarkProps) {
  const signer = usePreferences((preferences) => preferences.signer.trim());
  const here = source === 'local';
  const Icon = here ? Laptop : Cloud;
  const name = by || signer;
  return (
    <span
      className={classes.source}
      data-source={source}
      title={
        here
          ? by !== ''
            ? t('Applied from Tenantry, from a change set that {by} signed', { by })
            : signer !== ''
              ? t('Applied from Tenantry here, where {signer} works', { signer })
              : t('Applied from Tenantry')
          : t('Made on the service by somebody else, seen by a sync')
      }
    >
      <Icon size={12} aria-hidden />
      {here ? (name === '' ? t('From here') : t('By {by}', { by: name })) : t('On the service')}
    </span>
  );
}
