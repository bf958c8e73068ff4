import { useDrafts } from '@renderer/drafts/use-drafts';
import { createFields } from '@renderer/fields/create-fields';
import { inputOf, parseField } from '@renderer/fields/field-input';
import { useWorkspaceId } from '@renderer/state/use-workspace-id';
import { type EntityName, entityWords } from '@shared/domain/entity';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import { t } from '@shared/language/t';
import { type ReactNode, useMemo, useState } from 'react';
import { CreateInput } from './create-input';
import { StageDialog } from './stage-dialog';
import { useStaging } from './use-staging';

interface CreateDialogProps {
  readonly entity: EntityName;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title?: string;
  readonly verb?: string;
  /** Values that stand already: they are not asked for. */
  readonly given?: JsonObject;
  /** Fields that this instance does not have. */
  readonly without?: readonly string[];
  /** False while something is to be chosen that is no field. */
  readonly ready?: boolean;
  /** Above the fields. */
  readonly head?: ReactNode;
  /** Under the fields: what comes of what is chosen there. */
  readonly preview?: (chosen: Readonly<Record<string, JsonValue | undefined>>) => ReactNode;
  /** What a field holds until somebody types there, from what is typed elsewhere. */
  readonly suggest?: (typed: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;
}

/** Stages a new record of any kind, by the fields of its model. What is typed survives a crash. */
export function CreateDialog(props: CreateDialogProps) {
  const { entity, opened, onClose, given = {}, without = [], suggest } = props;
  const { one } = entityWords[entity];
  const known = [...Object.keys(given), ...without].join();
  const fields = useMemo(() => createFields(entity, known.split(',')), [entity, known]);
  const lines = useMemo(
    () => fields.filter(([, { kind }]) => inputOf(kind).by === 'line').map(([name]) => name),
    [fields],
  );
  const secrets = fields.filter(([, { kind }]) => inputOf(kind).by === 'secret').map(([name]) => name);
  const typed = useDrafts(`${useWorkspaceId()}/${entity}/new`, lines);
  const [chosen, setChosen] = useState<Readonly<Record<string, JsonValue | undefined>>>({});
  const staging = useStaging();
  const close = (): void => {
    setChosen((last) => Object.fromEntries(Object.entries(last).filter(([name]) => !secrets.includes(name))));
    onClose();
  };
  const texts = { ...suggest?.(typed.values), ...typed.values };
  const { ready: isReady = true } = props;
  const ready =
    isReady &&
    fields.every(
      ([name, { create }]) => create !== 'must' || lines.includes(name) || chosen[name] !== undefined,
    );

  const submit = async (): Promise<void> => {
    const values: Record<string, JsonValue> = { ...given };
    for (const [name, { create, kind }] of fields) {
      const value = chosen[name];
      if (!lines.includes(name)) {
        if (value !== undefined) values[name] = value;
        continue;
      }
      if (!texts[name] && create !== 'must' && !inputOf(kind).emptySays) continue;
      const parsed = parseField(entity, name, texts[name] ?? '');
      if (!parsed.ok) return staging.fail(parsed.error);
      values[name] = parsed.value;
    }
    const called = String(values.name ?? '');
    const outcome = await staging.stage({
      drafts: [{ entity, action: { verb: 'create', values } }],
      names: [called || one],
      done: () =>
        called === '' ? t('Staged. New {one}', { one }) : t('Staged. New {one} {called}', { one, called }),
    });
    if (!outcome || outcome.rejected.length > 0) return;
    typed.discard(lines);
    setChosen({});
    onClose();
  };

  return (
    <StageDialog
      opened={opened}
      title={props.title ?? t('New {one}', { one })}
      verb={props.verb ?? t('Stage creation')}
      ready={ready}
      staging={staging}
      onSubmit={submit}
      onClose={close}
    >
      {props.head}
      {fields.map(([name, field], place) => (
        <CreateInput
          key={name}
          field={field}
          text={texts[name] ?? ''}
          value={chosen[name]}
          first={place === 0 && props.head === undefined}
          onType={(text) => typed.change(name, text, null)}
          onChoose={(value) => setChosen((last) => ({ ...last, [name]: value }))}
        />
      ))}
      {props.preview?.(chosen)}
    </StageDialog>
  );
}
