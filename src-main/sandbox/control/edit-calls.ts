import type { Edit } from './edit';

/** A call that an edit comes to. */
export type EditCall = { readonly method: string; readonly path: string; readonly body?: unknown };

type Set = Readonly<Record<string, unknown>>;

/** One PATCH for the fields and one for the metadata, leaving out what is empty. */
const patches = (path: string, set: Set): readonly EditCall[] => {
  const { public_metadata, private_metadata, unsafe_metadata, ...fields } = set;
  const metadata = {
    ...(public_metadata === undefined ? {} : { public_metadata }),
    ...(private_metadata === undefined ? {} : { private_metadata }),
    ...(unsafe_metadata === undefined ? {} : { unsafe_metadata }),
  };
  return [
    ...(Object.keys(fields).length > 0 ? [{ method: 'PATCH', path, body: fields }] : []),
    ...(Object.keys(metadata).length > 0
      ? [{ method: 'PATCH', path: `${path}/metadata`, body: metadata }]
      : []),
  ];
};

/** Turns an edit into the calls of the Backend API that make it, in order. */
export const editCalls = (edit: Exclude<Edit, { readonly accept: unknown }>): readonly EditCall[] => {
  if ('call' in edit) return [edit.call];
  if ('organization' in edit) return patches(`/organizations/${edit.organization}`, edit.set);
  if ('user' in edit) return patches(`/users/${edit.user}`, edit.set);
  if ('role' in edit) return [{ method: 'PATCH', path: `/organization_roles/${edit.role}`, body: edit.set }];
  const { organization_id: organization, user_id: user } = edit.membership;
  return patches(`/organizations/${organization}/memberships/${user}`, edit.set);
};
