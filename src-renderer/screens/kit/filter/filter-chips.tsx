import { ActionIcon } from '@mantine/core';
import { setParams } from '@renderer/state/use-route';
import type { EntityName } from '@shared/domain/entity';
import type { Condition } from '@shared/domain/filter/condition';
import { filterText } from '@shared/domain/filter/filter-text';
import { t } from '@shared/language/t';
import { X } from 'lucide-react';
import classes from './filter-chips.module.css';
import type { FilterField } from './filter-fields';
import { conditionWords } from './filter-words';

interface FilterChipsProps {
  readonly entity: EntityName;
  readonly fields: readonly FilterField[];
  readonly where: readonly Condition[];
  /** Why the text of the address is no filter. */
  readonly fault: string | null;
  /** What no row can be, of the conditions that hold. */
  readonly slip: string | null;
}

/** What a table is filtered by as sentences, each with a way to take it away. */
export function FilterChips({ entity, fields, where, fault, slip }: FilterChipsProps) {
  if (where.length === 0 && fault === null && slip === null) return null;
  const without = (place: number): string =>
    filterText(
      entity,
      where.filter((_, at) => at !== place),
    );
  const chips = where.map((condition) => conditionWords(entity, fields, condition));
  return (
    <ul className={classes.chips} aria-label={t('Conditions that hold')}>
      {fault !== null && (
        <Chip
          text={t('This filter cannot be read, and is left out. {fault}', { fault })}
          onRemove={() => setParams({ where: '' })}
        />
      )}
      {slip !== null && (
        <li className={classes.slip}>
          <span role="alert">{slip}</span>
        </li>
      )}
      {chips.map((text, place) => (
        <Chip
          // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same, and none keeps anything
          key={place}
          text={text}
          onRemove={() => setParams({ where: without(place) })}
        />
      ))}
    </ul>
  );
}

function Chip({ text, onRemove }: { readonly text: string; readonly onRemove: () => void }) {
  return (
    <li className={classes.chip}>
      <span className={classes.text}>{text}</span>
      <ActionIcon
        size={18}
        aria-label={t('Remove filter: {text}', { text })}
        title={t('Remove filter')}
        onClick={onRemove}
      >
        <X size={11} aria-hidden />
      </ActionIcon>
    </li>
  );
}
