import { createFields } from '@renderer/fields/create-fields';
import { inputOf } from '@renderer/fields/field-input';
import { isTyped, untouched } from '@renderer/fields/read-inputs';
import { useWorkspaceId } from '@renderer/state/use-workspace-id';
import { type EntityName, entityWords } from '@shared/domain/entity';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import type { Field } from '@shared/domain/kinds/field';
import { t } from '@shared/language/t';
import { type ReactNode, useMemo } from 'react';
import { CreateInputs } from './create-inputs';
import { StageDialog } from './stage-dialog';
import { useForm } from './use-form';
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

/** So many fields are seen at once in a low window; more stand in two columns. */
const mostInOneColumn = 6;

/** Stages a new record of any kind, by the fields of its model. What is typed survives a crash. */
export function CreateDialog(props: CreateDialogProps) {
  const { entity, opened, onClose, given = {}, without = [], suggest } = props;
  const { one } = entityWords[entity];
  const known = [...Object.keys(given), ...without].join();
  const fields = useMemo(() => createFields(entity, known.split(',')), [entity, known]);
  const form = useForm(`${useWorkspaceId()}/${entity}/new`, fields, suggest);
  const staging = useStaging();
  const secrets = fields.filter(([, { kind }]) => inputOf(kind).by === 'secret').map(([name]) => name);
  const wide = fields.filter(([, { rare }]) => !rare).length > mostInOneColumn;
  const { ready: isReady = true } = props;
  const { texts, chosen } = form;
  const told = (name: string, field: Field): JsonValue | undefined =>
    isTyped(field) ? texts[name] : (chosen[name] ?? (field.kind === 'choice' ? untouched(field) : undefined));
  const said = { ...given, ...Object.fromEntries(fields.map(([name, field]) => [name, told(name, field)])) };
  const asked = fields.filter(([, { fits }]) => fits?.(said) ?? true);
  const ready =
    isReady &&
    asked.every(
      ([name, field]) => field.create !== 'must' || isTyped(field) || (told(name, field) ?? '') !== '',
    );

  const submit = async (): Promise<void> => {
    const read = form.read(asked);
    if (read === null) return;
    const values = { ...given, ...read };
    const called = String(values.name ?? '');
    const outcome = await staging.stage({
      drafts: [{ entity, action: { verb: 'create', values } }],
      names: [called || one],
      done: () =>
        called === '' ? t('Staged. New {one}', { one }) : t('Staged. New {one} {called}', { one, called }),
    });
    if (!outcome || outcome.rejected.length > 0) return;
    form.discard();
    onClose();
  };

  return (
    <StageDialog
      opened={opened}
      title={props.title ?? t('New {one}', { one })}
      verb={props.verb ?? t('Stage creation')}
      ready={ready}
      {...(wide && { wide })}
      staging={staging}
      onSubmit={submit}
      onClose={() => {
        form.forget(secrets);
        onClose();
      }}
    >
      {props.head}
      <CreateInputs {...form} fields={asked} first={props.head === undefined} wide={wide} />
      {props.preview?.(chosen)}
    </StageDialog>
  );
}
