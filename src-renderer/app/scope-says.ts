import type { Shown } from '@renderer/state/shown';
import { capitalized } from '@renderer/ui/format/capitalized';
import type { ScreenData } from '@shared/contract/screens';
import { type EntityName, entityWords } from '@shared/domain/entity';
import { scopedBy } from '@shared/domain/scoped-by';
import { t } from '@shared/language/t';

const narrowed = t('Rows, counts, searches and exports are narrowed to it.');

/** What the scope comes to for what is shown: a list that belongs to the whole instance cannot be narrowed, and says so. */
export function scopeSays(
  { shows: [first], scoped }: Pick<ScreenData, 'shows' | 'scoped'>,
  shown: Shown | null,
  scope: string,
): string {
  if (shown?.kind === 'list') return ofList(shown.entity);
  if (shown?.kind === 'settings') return t('What is set here holds for the whole instance.');
  if (shown?.kind === 'page')
    return shown.organizationId === scope
      ? narrowed
      : t('This page is of another organization, and not narrowed.');
  if (scoped !== undefined) return scoped;
  return first === undefined ? t('This screen shows everything, whatever the scope is.') : ofList(first);
}

function ofList(entity: EntityName): string {
  return scopedBy(entity) === null
    ? t('{many} belong to the whole instance: this screen shows all of them.', {
        many: capitalized(entityWords[entity].many),
      })
    : narrowed;
}
