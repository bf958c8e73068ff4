import { plural } from '@renderer/ui/format/plural';
import type { AccessGroup, BlastRadius } from '@shared/contract/plan';
import { t } from '@shared/language/t';
import { Minus, Plus } from 'lucide-react';
import classes from './access-list.module.css';

/** Who gains and who loses what: one line for all with the same fate, names and permissions under it. */
export function AccessList({ radius }: { readonly radius: Pick<BlastRadius, 'groups' | 'people'> }) {
  const { groups, people } = radius;
  if (groups.length === 0) return <p className={classes.none}>{t('Nobody gains or loses a permission.')}</p>;
  return (
    <>
      <p className={classes.total}>{totalOf(people)}</p>
      <ul className={classes.list}>
        {groups.map((group) => (
          <li key={`${group.change} ${group.permissions.join()}`}>
            <details className={classes.group} data-change={group.change}>
              <summary className={classes.summary}>
                {group.change === 'loses' ? <Minus size={12} aria-hidden /> : <Plus size={12} aria-hidden />}
                <span>{headOf(group)}</span>
              </summary>
              <p className={classes.permissions}>{group.permissions.join(', ')}</p>
              <ul className={classes.places}>
                {group.places.map((place) => (
                  <li key={place.organizationId}>
                    <span className={classes.place}>{place.organizationName}</span> {place.names.join(', ')}
                    {place.people > place.names.length &&
                      t(' and {count, number} more', { count: place.people - place.names.length })}
                  </li>
                ))}
                {group.organizations > group.places.length && (
                  <li>and {plural(group.organizations - group.places.length, 'more organization')}</li>
                )}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}

/** `1 person loses permissions, 3 people gain some.` Everybody counts once, in however many organizations they are. */
function totalOf({ gain, lose }: BlastRadius['people']): string {
  const losing =
    lose === 0 ? '' : t('{lose, plural, one {# person loses} other {# people lose}} permissions', { lose });
  const gaining =
    gain === 0 ? '' : t('{gain, plural, one {# person gains} other {# people gain}} permissions', { gain });
  return `${[losing, gaining].filter((part) => part !== '').join(', ')}.`;
}

function headOf({ change, permissions, places, people, organizations, everywhere }: AccessGroup): string {
  const [first] = places;
  const [name] = first?.names ?? [];
  const who = people === 1 && name !== undefined ? name : plural(people, 'person', 'people');
  const verb = people === 1 ? change : change === 'gains' ? 'gain' : 'lose';
  const [permission] = permissions;
  const what = permissions.length === 1 ? permission : plural(permissions.length, 'permission');
  const one = organizations === 1 ? first?.organizationName : plural(organizations, 'organization');
  return `${who} ${verb} ${what} in ${everywhere ? t('every organization of theirs') : one}`;
}
