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
                    <span className={classes.place}>{place.organizationName}</span> {namesIn(place)}
                  </li>
                ))}
                {group.organizations > group.places.length && (
                  <li>
                    {t('and {count, plural, one {# more organization} other {# more organizations}}', {
                      count: group.organizations - group.places.length,
                    })}
                  </li>
                )}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}

function namesIn({ names, people }: AccessGroup['places'][number]): string {
  const told = names.join(', ');
  const count = people - names.length;
  return count > 0 ? t('{names} and {count, number} more', { names: told, count }) : told;
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
  const who =
    people === 1 && name !== undefined
      ? name
      : t('{people, plural, one {# person} other {# people}}', { people });
  const [permission] = permissions;
  const what =
    permissions.length === 1 && permission !== undefined
      ? permission
      : t('{count, plural, one {# permission} other {# permissions}}', { count: permissions.length });
  const where = everywhere
    ? t('every organization of theirs')
    : organizations === 1 && first !== undefined
      ? first.organizationName
      : t('{count, plural, one {# organization} other {# organizations}}', { count: organizations });
  return change === 'gains'
    ? t('{people, plural, one {{who} gains {what} in {where}} other {{who} gain {what} in {where}}}', {
        people,
        who,
        what,
        where,
      })
    : t('{people, plural, one {{who} loses {what} in {where}} other {{who} lose {what} in {where}}}', {
        people,
        who,
        what,
        where,
      });
}
