import { darkLook } from '@renderer/ui/brand/brand-look';
import type { PreviewKind } from '@renderer/ui/brand/brand-preview';
import { ContrastBadge } from '@renderer/ui/brand/contrast-badge';
import { StateMark } from '@renderer/ui/marks/state-mark';
import { configPrefix } from '@shared/domain/config-field';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { applicationLook } from './application-look';
import { worstPair } from './contrast-table';
import classes from './fleet-brand-card.module.css';
import { PreviewCells } from './preview-matrix';

/** Whether something is staged of an application's branding, or of its name. */
export const isBrandStaged = ({ server }: StoredRecord<'application'>): boolean =>
  Object.keys(server).some((path) => path === 'name' || path.startsWith(`${configPrefix}branding`));

interface FleetBrandCardProps {
  readonly record: StoredRecord<'application'>;
  readonly kinds: readonly PreviewKind[];
}

/** A customer's pages in small, as they are once staged changes are applied, and how its worst pair of colours is read. */
export function FleetBrandCard({ record, kinds }: FleetBrandCardProps) {
  const look = applicationLook(record, '');
  return (
    <div className={classes.card}>
      <div className={classes.head}>
        <span className={classes.name}>{record.name}</span>
        {isBrandStaged(record) && <StateMark kind="staged" compact />}
        <span className={classes.verdict}>
          {t('Light')} <ContrastBadge {...worstPair(look)} />
        </span>
        <span className={classes.verdict}>
          {t('Dark')} <ContrastBadge {...worstPair(darkLook(look))} />
        </span>
      </div>
      {kinds.map((kind) => (
        <div key={kind} className={classes.pages}>
          <PreviewCells look={look} kind={kind} small />
        </div>
      ))}
    </div>
  );
}
