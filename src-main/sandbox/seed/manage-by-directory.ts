import { createRandom } from '../database/random';
import type { FromDirectory } from '../database/rows';
import type { SeedContext } from './seed-context';

type Member = { readonly user: string; readonly directory: string };

/**
 * Hands people to the directories that give roles by group: of each organization that has one, every third of those
 * who are in no other, are no admins there and have a role that a group gives. One in twelve of them was taken out again.
 */
export const manageByDirectory = ({ db, instance, application, stream }: SeedContext): void => {
  const random = createRandom(`${stream}/managed-people`);
  const members = db.all<Member>(
    `SELECT m.user_id AS user, d.id AS directory FROM small_records d
     JOIN small_records c ON c.instance = d.instance AND c.id = d.data ->> '$.enterprise_connection_id'
     JOIN memberships m ON m.instance = d.instance AND m.organization_id = c.data ->> '$.organization_id'
     JOIN json_each(d.data, '$.mappings') g ON g.value ->> '$.role_id' = m.role_id
     JOIN roles r ON r.instance = m.instance AND r.id = m.role_id
     WHERE d.instance = ? AND d.kind = 'directory' AND r.key <> ?
       AND (SELECT count(*) FROM memberships o WHERE o.instance = m.instance AND o.user_id = m.user_id) = 1
     ORDER BY d.created_at, d.id, m.user_id`,
    [instance, application.creatorRole],
  );
  for (const [index, { user, directory }] of members.entries()) {
    if (index % 3 !== 0) continue;
    const from: FromDirectory = {
      id: directory,
      externalId: `idp-${String(random.int(0, 99_999_999)).padStart(8, '0')}`,
      out: index % 36 === 33,
    };
    db.run('UPDATE users SET directory = ? WHERE instance = ? AND id = ?', [
      JSON.stringify(from),
      instance,
      user,
    ]);
  }
};
