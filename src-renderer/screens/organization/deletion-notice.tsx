import { withdraw } from '@renderer/state/withdraw';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { markOfIntent } from '@renderer/ui/marks/mark-kind';
import { StateMark } from '@renderer/ui/marks/state-mark';
import type { Intent } from '@shared/domain/intent';
import type { Organization } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import classes from './deletion-notice.module.css';

interface DeletionNoticeProps {
  readonly record: Organization;
  readonly openIntents: readonly Intent[];
}

/** Over everything else while the organization is staged for deletion, or while it is only staged itself. */
export function DeletionNotice({ record, openIntents }: DeletionNoticeProps) {
  const whole = openIntents.find(({ action }) => action.verb !== 'update');
  const kind = whole && markOfIntent(whole.state);
  if (!whole || !kind) return null;
  const deletion = whole.action.verb === 'delete';
  return (
    <p className={classes.notice} role="status">
      <StateMark kind={kind} />
      {deletion
        ? t(
            'The deletion of this organization is staged. It is still on the service; nothing else of it can be edited.',
          )
        : t(
            'This organization is staged and not on the service yet. What you stage here follows its creation.',
          )}
      <LinkButton
        onClick={() =>
          void withdraw(
            [whole],
            deletion
              ? t('deletion of {name}', { name: record.name })
              : t('creation of {name}', { name: record.name }),
          )
        }
      >
        {deletion ? t('Keep the organization') : t('Take it back')}
      </LinkButton>
    </p>
  );
}
