import { failure, type Result, success } from '@shared/contract/failure';
import type { BaselineGiven } from '@shared/contract/fleet';
import { configPrefix } from '@shared/domain/config-field';
import { createJudge, type Judge } from '@shared/domain/fleet/judge-application';
import type { RecordId } from '@shared/domain/ids';
import { heldTogether } from '@shared/domain/unknown-settings';
import { gather } from '@shared/gather';
import { t } from '@shared/language/t';
import type { Measured } from './measure';

/** What is measured when somebody asks: by which judge, and which applications and settings (with `config.`) are left out. */
export interface MeasuredBy {
  readonly judge: Judge;
  readonly leftOut: ReadonlySet<string>;
}

/**
 * One baseline in the place of those that are kept, where it is given; exceptions and groups stay. What it leaves out or gives
 * variables to must be there: a misspelt name would be sent to like every other. Pure.
 */
export function measuredBy(
  { applications, paths, judge, books, facts }: Measured,
  { baseline, variables, ignore }: BaselineGiven,
): Result<MeasuredBy> {
  const byName = new Map<string, RecordId[]>();
  for (const { id, name } of applications) gather(byName, name, id);
  const ids = new Map<string, RecordId>(applications.map(({ id }) => [id, id]));
  for (const [name, [id, ...more]] of byName)
    if (id && more.length === 0 && !ids.has(name)) ids.set(name, id);
  const settings = new Set(baseline?.settings.map(({ path }) => path) ?? paths);
  const settingAt = (text: string): string | undefined =>
    [text, `${configPrefix}${text}`].find((path) => settings.has(path));

  const strange = [
    ...ignore.filter((text) => !ids.has(text) && settingAt(text) === undefined),
    ...Object.keys(variables).filter((text) => !ids.has(text)),
  ];
  if (strange.length > 0) {
    const told = strange.map((text) =>
      byName.has(text)
        ? t('"{text}" (the name of {count, number})', { text, count: byName.get(text)?.length ?? 0 })
        : `"${text}"`,
    );
    return failure(
      'not-found',
      t(
        'What is left out, or has variables, must be an application (its id, or a name that no other has), or a setting of the baseline: {told} is neither. Nothing was measured.',
        { told: told.join(', ') },
      ),
      t('Correct it, or take it out.'),
    );
  }
  const together = heldTogether(baseline?.settings.map(({ path }) => path) ?? [], [...facts.settings.keys()]);
  if (together.length > 0)
    return failure(
      'invalid-input',
      t('{faults}. Nothing was measured.', { faults: together.join('. ') }),
      t('Correct it, or take it out.'),
    );
  const leftOut = new Set(ignore.map((text) => ids.get(text) ?? settingAt(text) ?? text));
  if (baseline === undefined) return success({ judge, leftOut });
  const written = { at: 0, by: '', why: '' };
  const own = Object.entries(variables).map(([text, values]) => ({
    ...written,
    id: ids.get(text) ?? text,
    value: { values },
  }));
  const instead = {
    ...books,
    baselines: [{ ...written, id: 'given', value: baseline }],
    variables: [...books.variables, ...own],
  };
  return success({ judge: createJudge(instead, facts), leftOut });
}
