import { RecordId } from '@shared/domain/ids';
import { wire } from '@shared/domain/kinds/wire';
import { fieldAt } from '@shared/domain/records/fields-of';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { z } from 'zod';
import { apiPath } from '../api-call';
import { decodeRecords } from '../decode-records';
import type { Adapter } from './adapter';
import { recordReader } from './record-reader';
import { decodeRecord, wireOf } from './resource';

const reader = recordReader('template', {
  properties: { id: z.unknown(), template_type: wire.key, slug: wire.key },
  read: ({ template_type: type, slug }) => ({
    id: RecordId.parse(`${type}/${slug}`),
    applicationId: '',
    applicationName: '',
  }),
});

const path = (type: string): string => apiPath`/templates/${type}`;
const whole = (type: string): string => `${path(type)}?paginated=true&limit=500`;
const own = ({ type, slug }: StoredRecord<'template'>): string => path(type) + apiPath`/${slug}`;

const List = z
  .object({ data: z.array(z.unknown()) })
  .or(z.array(z.unknown()).transform((data) => ({ data })));

/** What a write names, whatever it changes: the spec does not say that what is left out stays. */
const Written = z.object({
  name: z.string(),
  subject: z.string().nullish(),
  markup: z.string().nullish(),
  body: z.string(),
  from_email_name: z.string().nullish(),
  reply_to_email_name: z.string().nullish(),
});

export const template: Adapter<'template'> = {
  // Few of each type: both lists come whole, as one page.
  pagePath: () => whole('email'),
  alongside: [whole('sms')],
  decodePage: (bodies) => {
    const lists = z.array(List).safeParse(bodies).data;
    if (lists === undefined) return undefined;
    const all = lists.flatMap(({ data }) => data);
    return { ...decodeRecords(all, reader.schema, (wired) => reader.read(wired)), total: all.length };
  },
  onePath: own,
  decodeOne: decodeRecord(reader),
  decodeAnswer: decodeRecord(reader),
  update: (record, field, value) => {
    const at = own(record);
    const property = wireOf(fieldAt('template', field));
    if (property === undefined) return null;
    return {
      shown: `PUT ${at}`,
      reads: at,
      answersRecord: true,
      of: (read) => {
        const held = Written.safeParse(read).data;
        if (held === undefined) return undefined;
        const { name, body } = held;
        const named = record.type === 'sms' ? { name, body } : held;
        // What is not set is not said: the service takes texts only.
        const set = Object.entries({ ...named, [property]: value }).filter(([, said]) => said != null);
        return [{ method: 'PUT', path: at, json: Object.fromEntries(set) }];
      },
    };
  },
  perform: (record, operation) => {
    const toggles = operation === 'toggleDelivery';
    const at = `${own(record)}/${toggles ? 'toggle_delivery' : 'revert'}`;
    const delivered = record.server.deliveredByClerk ?? record.deliveredByClerk;
    // Said outright: sent twice it comes to the same.
    const json = toggles ? { delivered_by_clerk: delivered !== true } : {};
    return { shown: `POST ${at}`, of: () => [{ method: 'POST', path: at, json }], answersRecord: true };
  },
};
