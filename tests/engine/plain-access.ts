import type { Sandbox } from '@main/sandbox/start-sandbox';

interface Listed {
  readonly id: string;
  readonly key?: string;
  readonly banned?: boolean;
  readonly deprovisioned?: boolean;
  readonly permissions?: readonly { readonly key: string }[];
  readonly role?: string;
  readonly public_user_data?: { readonly user_id: string };
}

/** Every `person organization permission` that holds, by plain reads over HTTP: none of the product's code. */
export async function plainAccess({ url, secretKey }: Sandbox): Promise<ReadonlySet<string>> {
  const read = async (path: string): Promise<readonly Listed[]> => {
    const rows: Listed[] = [];
    for (let offset = 0; ; offset += 100) {
      const mark = path.includes('?') ? '&' : '?';
      const answer = await fetch(`${url}/v1${path}${mark}limit=100&offset=${offset}`, {
        headers: { authorization: `Bearer ${secretKey}` },
      });
      const body = (await answer.json()) as Listed[] | { data: Listed[] };
      const page = Array.isArray(body) ? body : body.data;
      rows.push(...page);
      if (page.length < 100) return rows;
    }
  };
  const roles = new Map(
    (await read('/organization_roles')).map(({ key, permissions = [] }) => [
      key,
      permissions.map((one) => one.key),
    ]),
  );
  const shut = new Set(
    (await read('/users')).filter((user) => user.banned || user.deprovisioned).map(({ id }) => id),
  );
  const held = new Set<string>();
  for (const { id } of await read('/organizations'))
    for (const { role, public_user_data: person } of await read(`/organizations/${id}/memberships`))
      if (person !== undefined && !shut.has(person.user_id))
        for (const key of roles.get(role) ?? []) held.add(`${person.user_id} ${id} ${key}`);
  return held;
}
