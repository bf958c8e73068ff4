import { Button, Skeleton } from '@mantine/core';
import { useCapability } from '@renderer/state/capabilities';
import { useShows } from '@renderer/state/shown';
import { go } from '@renderer/state/use-route';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { FailureState } from '@renderer/ui/layout/failure-state';
import type { Intent } from '@shared/domain/intent';
import type { Application } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { KeyRound } from 'lucide-react';
import type { ReactNode } from 'react';
import classes from './application-room.module.css';
import { type OwnApplication, useOwnApplication } from './use-own-application';

export interface RoomParts extends Pick<OwnApplication, 'groups'> {
  readonly record: Application;
  readonly openIntents: readonly Intent[];
}

interface ApplicationRoomProps {
  /** What would be here. */
  readonly title: string;
  readonly children: (parts: RoomParts) => ReactNode;
}

/** A room of the application's config. Where the workspace has no token for it, or one that does not open it, it says so and what helps. */
export function ApplicationRoom({ title, children }: ApplicationRoomProps) {
  useShows({ kind: 'settings' });
  const capability = useCapability('platform');
  const { record, openIntents, groups, failure } = useOwnApplication();
  const lack = capability.state === 'available' ? null : `${capability.reason} ${capability.next}`;
  const toSettings = <Button onClick={() => go('settings')}>{t('Open Settings')}</Button>;
  if (failure) return <FailureState title={t('{title} cannot be shown', { title })} failure={failure} />;
  if (record === undefined) return <Skeleton m={16} height={12} width={240} />;
  if (record === null) {
    return lack === null ? (
      <EmptyState icon={KeyRound} title={title} text={t('Not copied yet: the next sync brings it.')} />
    ) : (
      <EmptyState
        icon={KeyRound}
        title={t('{title}: a Platform token opens it', { title })}
        text={lack}
        actions={toSettings}
      />
    );
  }
  return (
    <>
      {lack !== null && (
        <div className={classes.lack} role="status">
          <span>
            {lack} {t('What was copied before stands here, and cannot be changed.')}
          </span>
          {toSettings}
        </div>
      )}
      <fieldset className={classes.room} disabled={lack !== null} aria-label={title}>
        {children({ record, openIntents, groups })}
      </fieldset>
    </>
  );
}
