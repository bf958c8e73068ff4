import { ActionIcon, Button, Menu, TextInput } from '@mantine/core';
import { useDraft } from '@renderer/drafts/use-draft';
import { inputOf } from '@renderer/fields/field-input';
import { stageAct } from '@renderer/screens/kit/act-menu';
import { useManaged } from '@renderer/screens/shared/use-managed';
import { useEditLack, useEditLacks } from '@renderer/state/read-only';
import { serverValue } from '@renderer/state/server-value';
import { stageField } from '@renderer/state/stage-field';
import { useWorkspaceId } from '@renderer/state/use-workspace-id';
import { withdraw } from '@renderer/state/withdraw';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { InspectorSection } from '@renderer/ui/layout/inspector-section';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { StateMark } from '@renderer/ui/marks/state-mark';
import type { Failure } from '@shared/contract/failure';
import { takes } from '@shared/domain/capabilities';
import type { Intent } from '@shared/domain/intent';
import type { User } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { EllipsisVertical, Plus } from 'lucide-react';
import { useState } from 'react';
import classes from './person-contacts.module.css';

const kinds = {
  email: { all: 'emails', title: t('Email addresses'), one: t('email address'), act: 'Email' },
  phone: { all: 'phones', title: t('Phone numbers'), one: t('phone number'), act: 'Phone' },
} as const;

interface ContactsProps {
  readonly record: User;
  readonly openIntents: readonly Intent[];
  readonly kind: keyof typeof kinds;
}

/** The open change that concerns one address or number, if any. */
const concerning = (openIntents: readonly Intent[], kind: string, value: string): readonly Intent[] =>
  openIntents.filter(
    ({ action }) =>
      (action.verb === 'perform' && action.values[kind] === value) ||
      (action.verb === 'update' && action.field === kind && action.value === value),
  );

/** Addresses or numbers of a person: which is the primary one, which are proven, and what is staged of them. */
export function PersonContacts({ record, openIntents, kind }: ContactsProps) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const { all, title, one, act } = kinds[kind];
  const lackOf = useEditLacks();
  const managed = useManaged(record);
  const primary = managed ?? lackOf(takes('update', 'user', kind));
  const verifying = lackOf(takes('perform', 'user', `verify${act}`));
  const removing = managed ?? lackOf(takes('perform', 'user', `remove${act}`));
  const served = serverValue(record, all);
  const before = Array.isArray(served) ? served.map(String) : [];
  const gone = before.filter((value) => !record[all].includes(value));
  const perform = async (verb: 'verify' | 'remove', value: string): Promise<void> => {
    const done = verb === 'verify' ? t('Verify {value}', { value }) : t('Remove {value}', { value });
    setFailure(
      await stageAct(
        { entity: 'user', record },
        `${verb}${act}`,
        { [kind]: value },
        `${done}: ${record.name}`,
      ),
    );
  };
  const makePrimary = async (value: string): Promise<void> => {
    const base = serverValue(record, kind);
    const told = t('Primary {one} of {name}: {base} → {value}', {
      one,
      name: record.name,
      base: base ? String(base) : t('none'),
      value,
    });
    setFailure(await stageField({ entity: 'user', id: record.id, field: kind, base, value, title: told }));
  };
  return (
    <InspectorSection title={title} count={record[all].length}>
      <ul className={classes.list}>
        {[...record[all], ...gone].map((value) => {
          const own = concerning(openIntents, kind, value);
          const removed = gone.includes(value);
          const unproven = record.unverified.includes(value);
          return (
            <li key={value} className={classes.item} data-staged={own.length > 0 || undefined}>
              <span className={classes.words}>
                {removed ? <del className={classes.gone}>{value}</del> : <span>{value}</span>}
                <span className={classes.notes}>
                  {value === record[kind] && t('Primary')}
                  {unproven && !removed && <StateMark kind="unverified" word={t('Not verified')} />}
                  {!before.includes(value) && t('New, staged')}
                  {removed && t('Removal staged')}
                </span>
              </span>
              {own.length > 0 && (
                <LinkButton
                  onClick={() => void withdraw(own, t('{value} of {name}', { value, name: record.name }))}
                >
                  {t('Undo')}
                </LinkButton>
              )}
              {!removed && (
                <Menu>
                  <Menu.Target>
                    <ActionIcon aria-label={t('What to do with {value}', { value })}>
                      <EllipsisVertical size={14} aria-hidden />
                    </ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item
                      disabled={value === record[kind] || unproven || primary !== null}
                      title={primary ?? undefined}
                      onClick={() => void makePrimary(value)}
                    >
                      {t('Make it the primary one')}
                    </Menu.Item>
                    <Menu.Item
                      disabled={!unproven || verifying !== null}
                      title={verifying ?? undefined}
                      onClick={() => void perform('verify', value)}
                    >
                      {t('Verify')}
                    </Menu.Item>
                    <Menu.Item
                      color="red"
                      disabled={removing !== null}
                      title={removing ?? undefined}
                      onClick={() => void perform('remove', value)}
                    >
                      {t('Remove')}
                    </Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              )}
            </li>
          );
        })}
      </ul>
      {failure && <InlineFailure failure={failure} />}
      {managed === null && <AddContact record={record} kind={kind} />}
    </InspectorSection>
  );
}

/** A further one. What is typed survives a crash. */
function AddContact({ record, kind }: Pick<ContactsProps, 'record' | 'kind'>) {
  const { one, act } = kinds[kind];
  const lack = useEditLack([takes('perform', 'user', `add${act}`)]);
  const draft = useDraft(`${useWorkspaceId()}/user/${record.id}/${kind}/new`);
  const [failure, setFailure] = useState<Failure | null>(null);
  const value = draft.value ?? '';
  const submit = async (): Promise<void> => {
    const values = { [kind]: value.trim() };
    const title = t('Add {value}: {name}', { value: value.trim(), name: record.name });
    const rejected = await stageAct({ entity: 'user', record }, `add${act}`, values, title);
    setFailure(rejected);
    if (rejected === null) draft.discard();
  };
  return (
    <form
      className={classes.add}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextInput
        disabled={lack !== null}
        title={lack ?? undefined}
        aria-label={t('New {one}', { one })}
        placeholder={kind === 'email' ? 'name@company.com' : (inputOf('phone').hint ?? '')}
        spellCheck={false}
        value={value}
        onChange={(event) => draft.change(event.currentTarget.value, null)}
      />
      <Button
        type="submit"
        variant="default"
        aria-label={t('Add the {one}', { one })}
        disabled={value.trim() === '' || lack !== null}
        leftSection={<Plus size={13} aria-hidden />}
      >
        {t('Add')}
      </Button>
      {failure && <InlineFailure failure={failure} />}
    </form>
  );
}
