import { go } from '@renderer/state/use-route';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { capitalized } from '@renderer/ui/format/capitalized';
import { Panel } from '@renderer/ui/layout/panel';
import { changedDays, type Overview } from '@shared/contract/overview';
import { type EntityName, entityWords } from '@shared/domain/entity';
import { t } from '@shared/language/t';
import { changedByEntity } from './changed-by-entity';
import { LatestEntries } from './latest-entries';
import classes from './panel-list.module.css';

/** What was seen to change lately, kind by kind, and how much of it was sent from here; each leads to its entries. */
export function ChangedPanel({ overview }: { readonly overview: Overview | undefined }) {
  if (overview === undefined) return null;
  const lines = changedByEntity(overview.changed);
  const show = (entity?: EntityName): void =>
    go('history', { params: { when: 'week', ...(entity && { entity }) } });
  return (
    <Panel
      title={t('Changed in {changedDays, number} days', { changedDays })}
      note={overview.changedAtLeast ? t('at least') : undefined}
      action={lines.length > 0 && <LinkButton onClick={() => show()}>{t('History')}</LinkButton>}
    >
      {lines.length === 0 && (
        <p className={classes.none}>{t('Nothing was seen to change, here or on the service.')}</p>
      )}
      <ul className={classes.list} aria-label={t('What changed')}>
        {lines.map(({ entity, created, updated, deleted, local }) => (
          <li key={entity}>
            <button type="button" className={classes.row} onClick={() => show(entity)}>
              <span className={classes.what}>{capitalized(entityWords[entity].many)}</span>
              <span className={classes.detail}>
                {[
                  created > 0 && t('{count, number} new', { count: created }),
                  updated > 0 && t('{count, number} changed', { count: updated }),
                  deleted > 0 && t('{count, number} gone', { count: deleted }),
                  local > 0 && t('{count, number} of it from here', { count: local }),
                ]
                  .filter((part) => part !== false)
                  .join(', ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {lines.length > 0 && <LatestEntries />}
    </Panel>
  );
}
