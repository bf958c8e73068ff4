import type { EntityName } from '@shared/domain/entity';
import { sameHeld } from '@shared/domain/normalised';
import { sameTaken } from '@shared/domain/reconcile/same-taken';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import { apiPath } from '../api-call';
import type { PageRequest } from '../identity-port';
import { spelledAs, textOf } from '../text-of';
import type { Adapter } from './adapter';
import { recordReader } from './record-reader';
import { decodeListed, decodePage, offsetPage, resource } from './resource';

/** Lists that have no order of their own to ask for. They are counted where the service heeds `paginated`. */
const counted = ({ limit, offset }: PageRequest): string => `paginated=true&limit=${limit}&offset=${offset}`;

/** A list whose records are read, made and deleted, and told apart by one field (`mark`). */
function listed<E extends EntityName>(
  entity: E,
  path: string,
  mark: keyof RemoteRecord<E> & string,
  page = counted,
) {
  const reader = recordReader(entity, { properties: {}, read: () => ({}) });
  const { onePath, decodeOne, decodeAnswer, create, remove } = resource(entity, path, reader);
  const readPage = decodePage(reader, true);
  const isLike = (value: string) => (record: RemoteRecord<E>) =>
    sameHeld('email', String(record[mark]), value) || sameTaken(entity, mark, String(record[mark]), value);
  const walked = {
    pagePath: (asked: PageRequest) => [path, page(asked)].filter((part) => part !== '').join('?'),
    decodePage: readPage,
    decodeOne,
    decodeAnswer,
    create,
    remove,
    find: (values) => ({ isLike: isLike(textOf(values, mark)) }),
  } satisfies Adapter<E>;
  /** Found by the list's own `query`, which takes ids and marks. */
  const queried = {
    ...walked,
    onePath: ({ id }: StoredRecord<E>) => path + apiPath`?query=${id}&paginated=true`,
    decodeOne: decodeListed<E>(readPage),
    find: (values) => ({
      paths: spelledAs(textOf(values, mark)).map(
        (text) => path + apiPath`?query=${text}&order_by=${'-created_at'}&limit=${100}&paginated=true`,
      ),
      isLike: isLike(textOf(values, mark)),
    }),
  } satisfies Adapter<E>;
  return { walked, queried, onePath };
}

export const allowlistIdentifier: Adapter<'allowlistIdentifier'> = listed(
  'allowlistIdentifier',
  '/allowlist_identifiers',
  'identifier',
).walked;

/** It comes whole, whatever is asked for. */
export const blocklistIdentifier: Adapter<'blocklistIdentifier'> = listed(
  'blocklistIdentifier',
  '/blocklist_identifiers',
  'identifier',
  () => '',
).walked;

const urls = listed('redirectUrl', '/redirect_urls', 'url');
export const redirectUrl: Adapter<'redirectUrl'> = { ...urls.walked, onePath: urls.onePath };

const ordered = (page: PageRequest): string => `paginated=true&${offsetPage(page)}`;

/** Revoked ones are not listed any more: revoking deletes. */
export const instanceInvitation: Adapter<'instanceInvitation'> = {
  ...listed('instanceInvitation', '/invitations', 'email', ordered).queried,
  remove: ({ id }) => ({ method: 'POST', path: apiPath`/invitations/${id}/revoke`, json: {} }),
};

const waitlist = '/waitlist_entries';

export const waitlistEntry: Adapter<'waitlistEntry'> = {
  ...listed('waitlistEntry', waitlist, 'email', offsetPage).queried,
  /** Each act is an address of its own, by its name. */
  perform: ({ id }, operation) => {
    const call = { method: 'POST', path: waitlist + apiPath`/${id}/${operation}`, json: {} } as const;
    return { shown: `POST ${call.path}`, of: () => [call], answersRecord: true };
  },
};
