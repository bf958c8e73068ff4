import { formatCount } from '@renderer/ui/format-count';
import { plural } from '@renderer/ui/plural';
import type { BlastRadius } from '@shared/contract/plan';
import { Minus, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { type AccessGroup, accessGroups } from './access-groups';
import classes from './access-list.module.css';

const shown = 12;

/** Who gains and who loses what: one line for all with the same fate, names and permissions under it. */
export function AccessList({ access }: { readonly access: BlastRadius['access'] }) {
  const groups = useMemo(() => accessGroups(access), [access]);
  if (groups.length === 0) return <p className={classes.none}>Nobody gains or loses a permission.</p>;
  return (
    <ul className={classes.list}>
      {groups.map((group) => (
        <li key={group.id}>
          <details className={classes.group} data-change={group.change}>
            <summary className={classes.summary}>
              {group.change === 'loses' ? <Minus size={12} aria-hidden /> : <Plus size={12} aria-hidden />}
              <span>{headOf(group)}</span>
            </summary>
            <p className={classes.permissions}>{group.permissions.join(', ')}</p>
            <ul className={classes.places}>
              {group.places.slice(0, shown).map(({ organizationId, organizationName, people, more }) => (
                <li key={`${organizationId} ${people[0] ?? ''}`}>
                  <span className={classes.place}>{organizationName}</span>{' '}
                  {people.slice(0, shown).join(', ')}
                  {people.length - Math.min(people.length, shown) + more > 0 &&
                    ` and ${formatCount(people.length - Math.min(people.length, shown) + more)} more`}
                </li>
              ))}
              {group.places.length > shown && (
                <li>and {plural(group.places.length - shown, 'more organization')}</li>
              )}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
}

function headOf({ change, permissions, places, people, mixed }: AccessGroup): string {
  const [first] = places;
  const who = people === 1 && first?.people[0] ? first.people[0] : plural(people, 'person', 'people');
  const verb = people === 1 ? change : change === 'gains' ? 'gain' : 'lose';
  const [permission] = permissions;
  const count = plural(permissions.length, 'permission');
  const what = permissions.length === 1 ? permission : mixed ? `up to ${count}` : count;
  const where = places.length === 1 ? first?.organizationName : plural(places.length, 'organization');
  return `${who} ${verb} ${what} in ${where === 'Every organization' ? 'every organization' : where}`;
}
