import type { EntityName } from '@shared/domain/entity';
import { rulesOf } from '@shared/domain/rules/rules-of';
import { t } from '@shared/language/t';

/** What becomes of one pasted value. `there`: it stands already; `twice`: it was pasted before; `odd`: it is none, `why` says so. */
export interface PastedLine {
  readonly value: string;
  readonly outcome: 'new' | 'there' | 'twice' | 'odd';
  readonly why: string;
}

/** The values in a text, parted by lines, commas, semicolons or blanks, each as the entity's rules see it. Pure. */
export function readPaste(
  entity: EntityName,
  text: string,
  standing: ReadonlySet<string>,
): readonly PastedLine[] {
  const { mark } = rulesOf(entity);
  const met = new Set<string>();
  return pastedValues(entity, text).map((value): PastedLine => {
    const why = mark?.fault(value) ?? '';
    if (why !== '') return { value, outcome: 'odd', why };
    if (met.has(value)) return { value, outcome: 'twice', why: t('Pasted twice') };
    met.add(value);
    if (standing.has(value)) return { value, outcome: 'there', why: t('Already there') };
    return { value, outcome: 'new', why: t('New') };
  });
}

/** The values as records would hold them. */
export function pastedValues(entity: EntityName, text: string): readonly string[] {
  const { mark } = rulesOf(entity);
  return text
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map((part) => mark?.spelt(part) ?? part);
}
