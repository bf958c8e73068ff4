import { Select, Textarea, TextInput } from '@mantine/core';
import { useOperation } from '@renderer/bridge/use-operation';
import type { ShownRows } from '@renderer/screens/kit/record-toolbar';
import { GrantSelect } from '@renderer/screens/shared/grant-select';
import { RecordSelect } from '@renderer/screens/shared/record-select';
import { SignerField } from '@renderer/screens/shared/signer-field';
import { usePreferences } from '@renderer/state/use-preferences';
import { go } from '@renderer/state/use-route';
import { useScope } from '@renderer/state/use-scope';
import { NameField } from '@renderer/ui/controls/name-field';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import { type Campaign, OwnAccess } from '@shared/domain/reviews/review';
import { t } from '@shared/language/t';
import { useState } from 'react';
import { ByWhomUntil, useByWhomUntil } from './by-whom-until';
import classes from './review-dialogs.module.css';

type Own = NonNullable<Campaign['ownAccess']> | 'counts';

interface NewReviewDialogProps {
  /** Rows of the table that it is made from. */
  readonly shown?: ShownRows;
  readonly onClose: () => void;
}

/** A new review: of what, by whom, until when. */
export function NewReviewDialog({ shown, onClose }: NewReviewDialogProps) {
  const by = usePreferences(({ signer }) => signer);
  const { run, busy, failure } = useOperation('createReview');
  const [name, setName] = useState('');
  const [grant, setGrant] = useState({ permission: '', role: '' });
  const [place, setPlace] = useState(useScope());
  const [conditions, setConditions] = useState(shown?.where ?? '');
  const byWhom = useByWhomUntil();
  const [note, setNote] = useState('');
  const [own, setOwn] = useState<Own>('counts');
  const isAny = grant.permission === '' && grant.role === '' && place === null && conditions.trim() === '';
  const make = async (): Promise<void> => {
    const made = await run({
      name,
      scope: {
        ...(grant.role !== '' && { roleKey: grant.role }),
        ...(grant.permission !== '' && { permissionKey: grant.permission }),
        ...(place !== null && { organizationId: place }),
        where: conditions,
      },
      ...byWhom.asked,
      note,
      ...(own !== 'counts' && { ownAccess: own }),
      by,
    });
    if (!made.ok) return;
    go('reviews', { params: { review: made.value.id, only: 'open' } });
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      wide
      title={t('New access review')}
      verb={t('Freeze and begin')}
      busy={busy}
      disabled={name.trim() === '' || by.trim() === '' || isAny || byWhom.past}
      failure={failure ?? null}
      onClose={onClose}
      onConfirm={() => void make()}
    >
      <div className={classes.form}>
        <p className={classes.text}>
          {t(
            'Freezes every membership that fits all of these, as the service has it in this copy: what changes later changes nothing of the review.',
          )}
        </p>
        <NameField placeholder={t('Admins, fourth quarter')} value={name} onChange={setName} />
        <div className={classes.pair}>
          <GrantSelect {...grant} withRoles onChange={setGrant} />
          <RecordSelect
            entity="organization"
            label={t('Organization')}
            required={false}
            known
            value={place}
            onChange={setPlace}
          />
        </div>
        <TextInput
          label={t('Conditions')}
          description={
            shown?.text
              ? t('On memberships; what is searched for (“{text}”) is no condition, and not a part of it', {
                  text: shown.text,
                })
              : t('On memberships, such as createdAt not in last 90d; as filters and saved views write them')
          }
          value={conditions}
          onChange={(event) => setConditions(event.currentTarget.value)}
        />
        <ByWhomUntil of={byWhom} />
        <Select
          label={t('What they decide about their own access')}
          data={[
            { value: 'counts', label: t('Counts, and is marked') },
            { value: 'second', label: t('Stays open until a second reviewer decided') },
            { value: 'refused', label: t('Is refused') },
          ]}
          allowDeselect={false}
          value={own}
          onChange={(chosen) => setOwn(OwnAccess.safeParse(chosen).data ?? 'counts')}
        />
        <Textarea
          label={t('Note for the reviewers')}
          autosize
          minRows={2}
          maxLength={2_000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <SignerField says={t('Stands in the review, as who made it')} first={false} />
      </div>
    </ConfirmDialog>
  );
}
