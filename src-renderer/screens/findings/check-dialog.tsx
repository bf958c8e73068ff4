import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { entryId } from '@renderer/screens/baseline/baseline-values';
import { useKeep } from '@renderer/screens/shared/use-keep';
import { useEntities } from '@renderer/state/use-entities';
import { NameField } from '@renderer/ui/controls/name-field';
import { capitalized } from '@renderer/ui/format/capitalized';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import { EntityName, entityWords } from '@shared/domain/entity';
import { parseFilter } from '@shared/domain/filter/parse-filter';
import { Severity, severities } from '@shared/domain/severity';
import { t } from '@shared/language/t';
import { useState } from 'react';
import classes from './finding-inspector.module.css';
import { severityLooks } from './finding-looks';

interface CheckDialogProps {
  /** What a table was filtered by when it led here: `entity`, `where` and `text`. */
  readonly given: Readonly<Record<string, string>>;
  readonly onClose: () => void;
}

/** A check of the admin's own: what a filter finds is a finding of this severity. */
export function CheckDialog({ given, onClose }: CheckDialogProps) {
  const entities = useEntities();
  const [title, setTitle] = useState('');
  const [severity, setSeverity] = useState<Severity>('warning');
  const [why, setWhy] = useState('');
  const [entity, setEntity] = useState<EntityName>(
    EntityName.safeParse(given.entity).data ?? (entities.includes('user') ? 'user' : (entities[0] ?? 'user')),
  );
  const [where, setWhere] = useState(given.where ?? '');
  const text = given.text ?? '';
  const { busy, failures, keep } = useKeep();
  const read = parseFilter(entity, where);
  const wrong = read.ok || where === '' ? null : `${read.error.message} ${read.error.next}`;
  const lacking = [title, why].some((each) => each.trim() === '') || (where.trim() === '' && text === '');
  const submit = async (): Promise<void> => {
    const value = { title: title.trim(), severity, why: why.trim(), entity, where: where.trim(), text };
    const put = [{ id: entryId(title), value, base: null }];
    if (await keep({ book: 'findingCheck', put }, t('Check kept: {title}', { title: value.title })))
      onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={t('New check')}
      verb={t('Keep the check')}
      wide
      busy={busy}
      disabled={lacking || wrong !== null}
      failure={failures[0] ?? null}
      onClose={onClose}
      onConfirm={() => void submit()}
    >
      <div className={classes.form}>
        <NameField placeholder={t('Contractors who may manage members')} value={title} onChange={setTitle} />
        <NativeSelect
          label={t('Severity')}
          data={severities.map((each) => ({ value: each, label: severityLooks[each].word }))}
          value={severity}
          onChange={(event) => setSeverity(Severity.parse(event.currentTarget.value))}
        />
        <Textarea
          label={t('Why it matters')}
          description={t('A sentence, for whoever reads the finding')}
          required
          autosize
          minRows={2}
          maxLength={500}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('What is looked at')}
          data={entities.map((each) => ({ value: each, label: capitalized(entityWords[each].many) }))}
          value={entity}
          onChange={(event) => setEntity(EntityName.parse(event.currentTarget.value))}
        />
        <TextInput
          label={t('Found is what fulfils')}
          description={t('Conditions, such as banned=true or lastSignInAt not in last 90d')}
          spellCheck={false}
          value={where}
          error={wrong}
          onChange={(event) => setWhere(event.currentTarget.value)}
        />
        {text !== '' && <p className={classes.text}>{t('And what the search “{text}” finds.', { text })}</p>}
      </div>
    </ConfirmDialog>
  );
}
