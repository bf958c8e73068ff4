import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { entryId } from '@renderer/screens/baseline/baseline-values';
import { GrantSelect } from '@renderer/screens/shared/grant-select';
import { useKeep } from '@renderer/screens/shared/use-keep';
import { NameField } from '@renderer/ui/controls/name-field';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import type { Assertion } from '@shared/domain/access/assertion';
import { t } from '@shared/language/t';
import { useState } from 'react';
import classes from './access-screen.module.css';

const kinds = [
  { value: 'every', label: t('Every organization has at least so many who hold it') },
  { value: 'outside', label: t('Nobody outside an email domain holds it') },
  { value: 'factor', label: t('Nobody without a second factor holds it') },
] as const;
type Kind = (typeof kinds)[number]['value'];

/** A new assertion about access. */
export function AssertionDialog({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Kind>('every');
  const [atLeast, setAtLeast] = useState<number | string>(2);
  const [domain, setDomain] = useState('');
  const [holding, setHolding] = useState('');
  const { busy, failures, keep } = useKeep();
  const lacking =
    name.trim() === '' ||
    holding === '' ||
    (kind === 'outside' && domain.trim() === '') ||
    (kind === 'every' && !(Number(atLeast) >= 1));
  const submit = async (): Promise<void> => {
    const own = { name: name.trim(), holding };
    const value: Assertion =
      kind === 'every'
        ? { ...own, every: 'organization', atLeast: Number(atLeast) }
        : {
            ...own,
            nobody: kind === 'outside' ? { emailDomainNot: domain.trim() } : { withoutSecondFactor: true },
          };
    const put = [{ id: entryId(name), value, base: null }];
    if (await keep({ book: 'accessAssertion', put }, t('Assertion kept: {name}', { name: value.name })))
      onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={t('New assertion')}
      verb={t('Keep the assertion')}
      busy={busy}
      disabled={lacking}
      failure={failures[0] ?? null}
      onClose={onClose}
      onConfirm={() => void submit()}
    >
      <div className={classes.form}>
        <NameField placeholder={t('Two admins everywhere')} value={name} onChange={setName} />
        <NativeSelect
          label={t('What must be true')}
          data={[...kinds]}
          value={kind}
          onChange={(event) =>
            setKind(kinds.find(({ value }) => value === event.currentTarget.value)?.value ?? 'every')
          }
        />
        {kind === 'every' && (
          <NumberInput
            label={t('At least')}
            min={1}
            allowDecimal={false}
            value={atLeast}
            onChange={setAtLeast}
          />
        )}
        {kind === 'outside' && (
          <TextInput
            label={t('Email domain')}
            placeholder="acme.com"
            value={domain}
            onChange={(event) => setDomain(event.currentTarget.value)}
          />
        )}
        <GrantSelect permission={holding} onChange={(chosen) => setHolding(chosen.permission)} />
      </div>
    </ConfirmDialog>
  );
}
