import type { NamedField } from '@renderer/fields/read-inputs';
import type { Failure } from '@shared/contract/failure';
import type { JsonValue } from '@shared/domain/json';
import { t } from '@shared/language/t';
import { useState } from 'react';
import { CreateInput } from './create-input';
import classes from './create-inputs.module.css';

interface CreateInputsProps {
  readonly fields: readonly NamedField[];
  readonly texts: Readonly<Record<string, string>>;
  readonly chosen: Readonly<Record<string, JsonValue | undefined>>;
  /** What is wrong with what is typed, by field. */
  readonly faults: Readonly<Record<string, Failure>>;
  /** The first of them has the focus at once. */
  readonly first: boolean;
  /** Two beside each other. */
  readonly wide?: boolean;
  readonly onType: (name: string, text: string) => void;
  readonly onChoose: (name: string, value: JsonValue | undefined) => void;
}

/** Fields of a record to be made, those that are seldom said under *More*: it opens by itself where something stands there. */
export function CreateInputs({ fields, first, wide = false, ...props }: CreateInputsProps) {
  const { texts, chosen, faults, onType, onChoose } = props;
  const [opened, setOpened] = useState(false);
  const usual = fields.filter(([, field]) => !field.rare);
  const rare = fields.filter(([, field]) => field.rare);
  const filled = rare.some(([name]) => (texts[name] ?? '') !== '' || chosen[name] !== undefined);
  const faulty = fields.find(([name]) => faults[name] !== undefined)?.[0];
  const input = ([name, field]: NamedField, place: number) => (
    <CreateInput
      key={name}
      field={field}
      text={texts[name] ?? ''}
      value={chosen[name]}
      fault={faults[name]}
      focused={name === faulty}
      first={first && place === 0}
      onType={(text) => onType(name, text)}
      onChoose={(value) => onChoose(name, value)}
    />
  );
  return (
    <>
      {usual.length > 0 && (
        <div className={classes.fields} data-wide={wide || undefined}>
          {usual.map(input)}
        </div>
      )}
      {rare.length > 0 && (
        <details
          className={classes.more}
          open={opened || filled}
          onToggle={(event) => setOpened(event.currentTarget.open)}
        >
          <summary>{t('More')}</summary>
          <div className={classes.rare}>{rare.map((each) => input(each, 1))}</div>
        </details>
      )}
    </>
  );
}
