import { useAnswer } from '@renderer/bridge/use-answer';
import { BulkDialog } from '@renderer/screens/kit/bulk-dialog';
import type { CustomerRow } from '@shared/domain/limits/customer';
import { isToPush, pushDrafts } from '@shared/domain/limits/push';
import { limitWords } from '@shared/domain/limits/usage';
import { t } from '@shared/language/t';
import { heldText } from './limit-text';

/** Stages what was agreed where the service has something else; whom it concerns is named, and what somebody changed by hand is said. */
export function PushDialog({ onClose }: { readonly onClose: () => void }) {
  const customers = useAnswer('customers', {}, '');
  if (customers === undefined) return null;
  const drafts = pushDrafts(customers);
  const others = customers.flatMap((customer) => customer.pushes.filter(isToPush));
  const byHand = others.filter(({ state }) => state === 'by-hand').length;
  return (
    <BulkDialog
      title={t('Push limits to the service')}
      verb={
        drafts.length === 0
          ? t('Nothing to stage')
          : t('Stage {count, plural, one {# change} other {# changes}}', { count: drafts.length })
      }
      drafts={drafts}
      names={customers.flatMap(({ name, pushes }) => pushes.filter(isToPush).map(() => name))}
      affected={customers.flatMap(lines)}
      done={(count) =>
        t('Staged. Limits of {count, plural, one {# customer} other {# customers}}', { count })
      }
      onClose={onClose}
    >
      <p>
        {drafts.length === 0
          ? t(
              'The service has what was agreed, of everything that it has a field for: seats of a new organization.',
            )
          : t(
              'The service has another number of seats for new organizations at {count, plural, one {# customer} other {# customers}} than was agreed{byHand, plural, =0 {} other {; at # somebody changed it by hand since it was pushed}}. What is staged is reviewed before it is sent.',
              { count: drafts.length, byHand },
            )}
      </p>
    </BulkDialog>
  );
}

const lines = ({ name, pushes }: CustomerRow): readonly string[] =>
  pushes
    .filter(isToPush)
    .map(
      ({ limit, held, wanted, state }) =>
        `${name}: ${limitWords[limit].many} ${heldText(held)} → ${heldText(wanted)}${state === 'by-hand' ? `, ${t('changed by hand')}` : ''}`,
    );
