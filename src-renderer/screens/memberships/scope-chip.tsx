import { useRecord } from '@renderer/bridge/use-record';
import { setParams } from '@renderer/state/use-route';
import { HeaderSlot } from '@renderer/ui/layout/header-slot';
import { t } from '@shared/language/t';
import { X } from 'lucide-react';
import classes from './scope-chip.module.css';

/** Which organization the screen is narrowed to, and the way out of it. */
export function ScopeChip({ organizationId }: { readonly organizationId: string | null }) {
  const { record } = useRecord('organization', organizationId);
  return (
    <HeaderSlot place="scope">
      {organizationId !== null && (
        <button
          type="button"
          className={classes.chip}
          aria-label={t('Scope: {name}. Show all organizations', { name: record?.name ?? organizationId })}
          onClick={() => setParams({ org: '' })}
        >
          {record?.name ?? organizationId}
          <X size={12} aria-hidden />
        </button>
      )}
    </HeaderSlot>
  );
}
