import { Button, Popover } from '@mantine/core';
import { useAnswer } from '@renderer/bridge/use-answer';
import { setParams } from '@renderer/state/use-route';
import type { EntityName } from '@shared/domain/entity';
import type { Condition } from '@shared/domain/filter/condition';
import { filterText } from '@shared/domain/filter/filter-text';
import { t } from '@shared/language/t';
import { ListFilter } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import classes from './filter-builder.module.css';
import { conditionsOf, type DraftGroup, draftOf, newRow } from './filter-draft';
import type { FilterField } from './filter-fields';
import { FilterGroup } from './filter-group';
import { opsOf } from './filter-ops';

interface FilterBuilderProps {
  readonly entity: EntityName;
  readonly fields: readonly FilterField[];
  /** What the table is filtered by now. */
  readonly where: readonly Condition[];
}

/** Makes conditions of any fields, joined as one likes; they stand in the route as text (`where`). */
export function FilterBuilder({ entity, fields, where }: FilterBuilderProps) {
  const [opened, setOpened] = useState(false);
  const [edited, setEdited] = useState<{ readonly of: string; readonly draft: DraftGroup } | null>(null);
  const [told, setTold] = useState(false);
  const of = filterText(entity, where);
  // What was being made is kept while the popover is closed, until the table is filtered otherwise.
  const draft = edited?.of === of ? edited.draft : begun(entity, fields, where);
  const { where: made, faults } = conditionsOf(entity, fields, draft);
  const change = (next: DraftGroup): void => setEdited({ of, draft: next });
  const show = (open: boolean): void => {
    if (open && edited?.of !== of) change(draft);
    setTold(false);
    setOpened(open);
  };
  const filter = (event: FormEvent): void => {
    event.preventDefault();
    if (faults.size > 0) {
      setTold(true);
      return;
    }
    setParams({ where: filterText(entity, made) });
    setEdited(null);
    setOpened(false);
  };
  return (
    <Popover
      opened={opened}
      onChange={show}
      position="bottom-start"
      width={600}
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <Button
          variant={where.length > 0 ? 'light' : 'default'}
          leftSection={<ListFilter size={13} aria-hidden />}
          aria-label={t('More filters')}
          title={t('Conditions on any field')}
          data-iconic="first"
          onClick={() => show(!opened)}
        >
          {t('Filter')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown onKeyDown={(event) => event.stopPropagation()}>
        <form className={classes.form} onSubmit={filter}>
          <div className={classes.scroll}>
            <Group
              entity={entity}
              fields={fields}
              draft={draft}
              faults={told ? faults : noFaults}
              onChange={change}
            />
          </div>
          <div className={classes.actions}>
            <Button
              variant="subtle"
              onClick={() => {
                setParams({ where: '' });
                setEdited(null);
                setOpened(false);
              }}
            >
              {t('Clear')}
            </Button>
            <Button type="submit">{t('Show rows')}</Button>
          </div>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

const noFaults: ReadonlyMap<number, string> = new Map();

/** The conditions that hold, or a first one to be filled in. */
function begun(entity: EntityName, fields: readonly FilterField[], where: readonly Condition[]): DraftGroup {
  const draft = draftOf(entity, fields, where);
  const [first] = fields;
  if (draft.items.length > 0 || first === undefined) return draft;
  return { ...draft, items: [newRow(first, opsOf[first.how][0]?.asks ?? 'eq')] };
}

interface GroupProps {
  readonly entity: EntityName;
  readonly fields: readonly FilterField[];
  readonly draft: DraftGroup;
  readonly faults: ReadonlyMap<number, string>;
  readonly onChange: (draft: DraftGroup) => void;
}

/** Shown only while it is open: what metadata holds is asked for then. */
function Group({ entity, fields, draft, faults, onChange }: GroupProps) {
  const paths = useAnswer('metadataPaths', { entity }, '') ?? [];
  return (
    <FilterGroup
      entity={entity}
      fields={fields}
      paths={paths.map(({ path }) => path)}
      group={draft}
      level={0}
      faults={faults}
      onChange={onChange}
    />
  );
}
