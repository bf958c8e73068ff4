import { Button } from '@mantine/core';
import { useReasonsForNone } from '@renderer/state/capabilities';
import { useUnlisted } from '@renderer/state/left-out-context';
import { useStatus } from '@renderer/state/status-context';
import { go, useRoute } from '@renderer/state/use-route';
import { capitalized } from '@renderer/ui/format/capitalized';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { FailureState } from '@renderer/ui/layout/failure-state';
import type { EntityName } from '@shared/domain/entity';
import { t } from '@shared/language/t';
import { type LucideIcon, SearchX } from 'lucide-react';
import type { ReactNode } from 'react';

/** What a table says where it has no rows. */
export interface WhenEmpty {
  readonly icon: LucideIcon;
  /** `organizations`. */
  readonly many: string;
  /** What makes the first one, as a sentence. */
  readonly teach: string;
  /** Parameters of the route that filter. */
  readonly filters: readonly string[];
  readonly action?: ReactNode;
}

interface TableEmptyProps {
  /** What its rows are on the service. */
  readonly entity: EntityName;
  readonly empty: WhenEmpty;
  readonly onClearFilters: () => void;
}

/** Why a table has no rows: nothing of it with this service, not listed by it, filtered away, not copied yet, or none there. */
export function TableEmpty({ entity, empty, onClearFilters }: TableEmptyProps) {
  const { icon, many, teach, filters, action } = empty;
  const filtered = useRoute(({ route }) => filters.some((name) => route.params[name]));
  const freshness = useStatus()?.freshness;
  const unlisted = useUnlisted(entity);
  const none = useReasonsForNone({ shows: [entity] });
  if (none !== null) return <EmptyState icon={icon} title={t('No {many}', { many })} text={none} />;
  if (unlisted) {
    return (
      <FailureState
        title={t('{many} are not listed', { many: capitalized(many) })}
        failure={unlisted}
        actions={<Button onClick={() => go('sync')}>{t('Show sync')}</Button>}
      />
    );
  }
  if (filtered) {
    return (
      <EmptyState
        icon={SearchX}
        title={t('No {many} match', { many })}
        text={t('Nothing here fits all filters and the text together.')}
        actions={<Button onClick={onClearFilters}>{t('Clear filters')}</Button>}
      />
    );
  }
  if (!freshness || freshness.asOf === 0) {
    return (
      <EmptyState
        icon={icon}
        title={t('No {many} copied yet', { many })}
        text={
          freshness === undefined || freshness.kind === 'syncing'
            ? t('They appear here as the first sync brings them.')
            : t('The first sync is not complete. They appear here once it goes on and brings them.')
        }
      />
    );
  }
  return <EmptyState icon={icon} title={t('No {many}', { many })} text={teach} actions={action} />;
}
