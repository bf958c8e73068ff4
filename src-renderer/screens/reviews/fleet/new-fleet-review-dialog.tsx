import { Select, Textarea, TextInput } from '@mantine/core';
import { engine } from '@renderer/bridge/engine';
import { useBook } from '@renderer/bridge/use-book';
import { useSending } from '@renderer/bridge/use-sending';
import { useNeedsPassphrase } from '@renderer/screens/shared/copies-passphrase';
import { SignerField } from '@renderer/screens/shared/signer-field';
import { usePreferences } from '@renderer/state/use-preferences';
import { go } from '@renderer/state/use-route';
import { NameField } from '@renderer/ui/controls/name-field';
import { SecretInput } from '@renderer/ui/controls/secret-input';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import { freezeParts } from '@shared/contract/ask-parts';
import { t } from '@shared/language/t';
import { useState } from 'react';
import { ByWhomUntil, useByWhomUntil } from '../by-whom-until';
import classes from '../review-dialogs.module.css';
import { readCopies } from './read-copies';

interface NewFleetReviewDialogProps {
  /** Ids; none: a group, or all. */
  readonly applicationIds?: readonly string[];
  readonly onClose: () => void;
}

/** A new review over several applications: of which, of what, by whom, until when. */
export function NewFleetReviewDialog({ applicationIds = [], onClose }: NewFleetReviewDialogProps) {
  const by = usePreferences(({ signer }) => signer);
  const locked = useNeedsPassphrase();
  const groups = useBook('applicationGroup') ?? [];
  const [name, setName] = useState('');
  const [group, setGroup] = useState('');
  const [role, setRole] = useState('');
  const [permission, setPermission] = useState('');
  const [where, setWhere] = useState('');
  const byWhom = useByWhomUntil();
  const [note, setNote] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const { busy, failure, send } = useSending();
  const isAny = [role, permission, where].every((one) => one.trim() === '');
  const make = async (): Promise<void> => {
    const scope = {
      ...(role.trim() !== '' && { roleKey: role.trim() }),
      ...(permission.trim() !== '' && { permissionKey: permission.trim() }),
      where,
    };
    const asked = {
      ...{ name, scope, note, by },
      ...byWhom.asked,
    };
    const made = await send(async () => {
      const begun = await engine.call('beginFleetReview', {
        asked,
        applicationIds: [...applicationIds],
        group,
      });
      if (!begun.ok) return begun;
      const copies = await readCopies(passphrase);
      if (!copies.ok) return copies;
      const parts = await freezeParts(begun.value, copies.value);
      return engine.call('freezeFleetReview', { id: begun.value.id, parts });
    });
    if (!made.ok) return;
    go('reviews', { params: { review: made.value.id } });
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      wide
      title={
        applicationIds.length === 0
          ? t('New access review')
          : t('New access review of {count, plural, one {# application} other {# applications}}', {
              count: applicationIds.length,
            })
      }
      verb={t('Freeze and begin')}
      busy={busy}
      disabled={
        name.trim() === '' || by.trim() === '' || isAny || byWhom.past || (locked && passphrase === '')
      }
      failure={failure}
      onClose={onClose}
      onConfirm={() => void make()}
    >
      <div className={classes.form}>
        <p className={classes.text}>
          {t(
            'Each copy is opened with its own key, one after the other, and freezes what fits all of these there. An application without a copy is told, and the review is never complete then.',
          )}
        </p>
        <NameField placeholder={t('Admins, fourth quarter')} value={name} onChange={setName} />
        {applicationIds.length === 0 && (
          <Select
            label={t('Applications')}
            data={[
              { value: '', label: t('All') },
              ...groups.map(({ id, value }) => ({ value: id, label: value.name })),
            ]}
            allowDeselect={false}
            value={group}
            onChange={(chosen) => setGroup(chosen ?? '')}
          />
        )}
        <div className={classes.pair}>
          <TextInput
            label={t('Role')}
            description={t('Its key, such as org:admin')}
            value={role}
            onChange={(event) => setRole(event.currentTarget.value)}
          />
          <TextInput
            label={t('Permission')}
            description={t('Its key, whichever role gives it')}
            value={permission}
            onChange={(event) => setPermission(event.currentTarget.value)}
          />
        </div>
        <TextInput
          label={t('Conditions')}
          description={t(
            'On memberships, such as createdAt not in last 90d; as filters and saved views write them',
          )}
          value={where}
          onChange={(event) => setWhere(event.currentTarget.value)}
        />
        <ByWhomUntil of={byWhom} />
        <Textarea
          label={t('Note for the reviewers')}
          autosize
          minRows={2}
          maxLength={2_000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {locked && (
          <SecretInput
            label={t('Passphrase')}
            what={t('the passphrase')}
            value={passphrase}
            onChange={setPassphrase}
          />
        )}
        <SignerField says={t('Stands in the review, as who made it')} first={false} />
      </div>
    </ConfirmDialog>
  );
}
