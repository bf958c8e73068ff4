import {
  type EventBulk,
  type MangoQuery,
  type RxDocumentData,
  type RxStorageChangeEvent,
  type RxStorageDefaultCheckpoint,
  type RxStorageInstance,
  randomToken,
} from 'rxdb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changed, MEMBER_SCHEMA, type Member, member, prepared, withAttachment } from './member';
import { people, selections } from './selections';
import type { StorageUnderTest } from './storage-under-test';

type Instance = RxStorageInstance<Member, unknown, never, RxStorageDefaultCheckpoint>;
type Bulk = EventBulk<RxStorageChangeEvent<RxDocumentData<Member>>, RxStorageDefaultCheckpoint>;

/** Every promise of RxStorageInstance, method by method; each storage runs it in a test file of its own. */
export function describeRxStorage(subject: StorageUnderTest): void {
  describe(`RxStorageInstance on ${subject.name}`, () => {
    let databaseName: string;
    let instance: Instance;

    const open = (): Promise<Instance> =>
      subject.open().createStorageInstance<Member>({
        databaseInstanceToken: randomToken(10),
        databaseName,
        collectionName: 'members',
        schema: MEMBER_SCHEMA,
        options: {} as never,
        multiInstance: false,
        devMode: false,
      }) as Promise<Instance>;
    const insert = async (...documents: RxDocumentData<Member>[]): Promise<void> => {
      const { error } = await instance.bulkWrite(
        documents.map((document) => ({ document })),
        'insert',
      );
      expect(error).toEqual([]);
    };
    const ids = async (query: MangoQuery<Member>): Promise<readonly string[]> =>
      (await instance.query(prepared(query))).documents.map((document) => document.id);
    const heard = (): Bulk[] => {
      const bulks: Bulk[] = [];
      instance.changeStream().subscribe((bulk) => bulks.push(bulk as Bulk));
      return bulks;
    };

    beforeEach(async () => {
      databaseName = `contract${randomToken(8)}`;
      instance = await open();
    });
    afterEach(async () => {
      await instance.close().catch(() => undefined);
      await subject.clean();
    });

    describe('bulkWrite', () => {
      it('stores what it is given, with every field and meta field', async () => {
        const document = member('a', { note: null, tags: ['x', 'y'], address: { city: 'Köln' } });
        await insert(document);
        expect(await instance.findDocumentsById(['a'], false)).toEqual([document]);
      });

      it('answers an insert over an existing document with a conflict that carries the stored one', async () => {
        const first = member('a');
        await insert(first);
        const { error } = await instance.bulkWrite([{ document: member('a', { name: 'other' }) }], 'again');
        expect(error).toMatchObject([{ status: 409, documentId: 'a', isError: true }]);
        expect(error[0] && 'documentInDb' in error[0] && error[0].documentInDb).toEqual(first);
        expect(await instance.findDocumentsById(['a'], false)).toEqual([first]);
      });

      it('answers an update over an outdated revision with a conflict and writes the others', async () => {
        const first = member('a');
        const other = member('b');
        await insert(first, other);
        const update = changed(first, { name: 'second' });
        await instance.bulkWrite([update], 'update');
        const stale = changed(first, { name: 'stale', _rev: '2-stale' });
        const { error } = await instance.bulkWrite([stale, changed(other, { name: 'new' })], 'mixed');
        expect(error.map(({ status, documentId }) => [status, documentId])).toEqual([[409, 'a']]);
        const stored = await instance.findDocumentsById(['a', 'b'], false);
        expect(stored.map(({ name }) => name)).toEqual(['second', 'new']);
      });

      it('keeps deleted documents as tombstones', async () => {
        const first = member('a');
        await insert(first);
        await instance.bulkWrite([changed(first, { _deleted: true })], 'delete');
        expect(await instance.findDocumentsById(['a'], false)).toEqual([]);
        expect(await instance.findDocumentsById(['a'], true)).toMatchObject([{ id: 'a', _deleted: true }]);
      });

      it('brings a deleted document back when its revision is given', async () => {
        const first = member('a');
        await insert(first);
        const removal = changed(first, { _deleted: true });
        await instance.bulkWrite([removal], 'delete');
        const { error } = await instance.bulkWrite(
          [changed(removal.document as RxDocumentData<Member>, { _deleted: false })],
          'back',
        );
        expect(error).toEqual([]);
        expect(await ids({ selector: { _deleted: false } as never })).toEqual(['a']);
      });

      it('does not touch the rows it was given', async () => {
        const rows = [{ document: member('a') }];
        const before = structuredClone(rows);
        await instance.bulkWrite(rows, 'insert');
        expect(rows).toEqual(before);
      });

      it('takes unusual ids and keeps them apart', async () => {
        const unusual = ['a\u0000', 'a', '😀', '\ud83d', '～', `quote'"`, '%_', 'ä'];
        await insert(...unusual.map((id) => member(id)));
        const stored = await instance.findDocumentsById(unusual, false);
        expect(stored.map(({ id }) => id)).toEqual(unusual);
      });
    });

    describe('changeStream', () => {
      it('tells inserts, updates and deletions with their context and checkpoint', async () => {
        const bulks = heard();
        const first = member('a');
        await insert(first);
        const update = changed(first, { name: 'second' });
        await instance.bulkWrite([update], 'update');
        const removal = changed(update.document as RxDocumentData<Member>, { _deleted: true });
        await instance.bulkWrite([removal], 'delete');
        expect(bulks.map(({ context }) => context)).toEqual(['insert', 'update', 'delete']);
        expect(bulks.flatMap(({ events }) => events.map(({ operation }) => operation))).toEqual([
          'INSERT',
          'UPDATE',
          'DELETE',
        ]);
        expect(bulks[2]?.checkpoint).toEqual({ id: 'a', lwt: removal.document._meta.lwt });
        expect(bulks[1]?.events[0]).toMatchObject({
          documentId: 'a',
          previousDocumentData: { name: first.name },
        });
      });

      it('tells nothing of conflicts and of documents inserted as deleted', async () => {
        const bulks = heard();
        await insert(member('gone', { _deleted: true }));
        await insert(member('a'));
        await instance.bulkWrite([{ document: member('a') }], 'conflict');
        expect(bulks.map(({ context }) => context)).toEqual(['insert']);
        expect(bulks[0]?.events.map(({ documentId }) => documentId)).toEqual(['a']);
      });
    });

    describe('query', () => {
      it.each(selections)('selects by %s', async (_, query, expected) => {
        await insert(...people());
        expect(await ids({ ...query, sort: [{ id: 'asc' }] })).toEqual(expected);
        expect(await instance.count(prepared(query))).toMatchObject({ count: expected.length });
      });

      it('sorts by several fields, each in its direction', async () => {
        await insert(...people());
        expect(await ids({ sort: [{ age: 'desc' }, { name: 'desc' }] })).toEqual(['1', '3', '4', '2']);
      });

      it('skips and limits, and honours a limit of zero', async () => {
        await insert(...people());
        const sort = [{ id: 'asc' as const }];
        expect(await ids({ sort, skip: 1, limit: 2 })).toEqual(['2', '3']);
        expect(await ids({ sort, skip: 3, limit: 5 })).toEqual(['4']);
        expect(await ids({ sort, limit: 0 })).toEqual([]);
      });

      it.runIf(subject.keeps.pagedCounts)('counts what a page would hold', async () => {
        await insert(...people());
        expect(await instance.count(prepared({ skip: 1, limit: 2 }))).toMatchObject({ count: 2 });
      });

      it('sorts strings by UTF-16 code units', async () => {
        const names = ['z', '～', '😀', 'ä', 'Z', '\ud83d', 'a', '￿'];
        await insert(...names.map((name, index) => member(String(index), { name })));
        const { documents } = await instance.query(prepared({ sort: [{ name: 'desc' }] }));
        expect(documents.map(({ name }) => name)).toEqual([...names].sort().reverse());
      });

      it('sorts missing before null before values', async () => {
        await insert(
          member('1', { note: 'a' }),
          member('2', { note: null }),
          member('3'),
          member('4', { note: '' }),
        );
        expect(await ids({ sort: [{ note: 'asc' }] })).toEqual(['3', '2', '4', '1']);
        expect(await ids({ sort: [{ note: 'desc' }] })).toEqual(['1', '4', '2', '3']);
      });
    });

    describe('getChangedDocumentsSince', () => {
      it('pages through all changes once, tombstones included, and ends with a short page', async () => {
        const documents = Array.from({ length: 5 }, (_, index) => member(`d${index}`));
        await insert(...documents);
        const [gone] = documents;
        if (gone) await instance.bulkWrite([changed(gone, { _deleted: true })], 'delete');
        const seen: string[] = [];
        let checkpoint: RxStorageDefaultCheckpoint | undefined;
        for (;;) {
          const page = await instance.getChangedDocumentsSince?.(2, checkpoint);
          if (page === undefined) return;
          seen.push(...page.documents.map(({ id }) => id));
          checkpoint = page.checkpoint;
          if (page.documents.length < 2) break;
        }
        expect(seen).toEqual(['d1', 'd2', 'd3', 'd4', 'd0']);
      });

      it('goes on from the checkpoint of an event', async () => {
        const bulks = heard();
        await insert(member('a'));
        const checkpoint = bulks[0]?.checkpoint;
        await insert(member('b'));
        const page = await instance.getChangedDocumentsSince?.(10, checkpoint);
        if (page !== undefined) expect(page.documents.map(({ id }) => id)).toEqual(['b']);
      });
    });

    describe('attachments', () => {
      it('are stored apart and read by id and digest', async () => {
        await instance.bulkWrite([{ document: withAttachment('a', 'hello') }], 'insert');
        const [stored] = await instance.findDocumentsById(['a'], false);
        expect(stored?._attachments).toEqual({
          file: { digest: 'digest of hello', length: 5, type: 'text/plain' },
        });
        const blob = await instance.getAttachmentData('a', 'file', 'digest of hello');
        expect([await blob.text(), blob.type]).toEqual(['hello', 'text/plain']);
        if (!subject.keeps.attachmentDigests) return;
        await expect(async () => instance.getAttachmentData('a', 'file', 'other')).rejects.toThrow();
      });

      it.runIf(subject.keeps.attachmentErrors)(
        'are refused when a new one comes without its bytes',
        async () => {
          const stub = { digest: 'd', length: 1, type: 'text/plain' };
          const { error } = await instance.bulkWrite(
            [{ document: member('a', { _attachments: { file: stub } }) }],
            'insert',
          );
          expect(error).toMatchObject([{ status: 510, attachmentId: 'file' }]);
          expect(await instance.findDocumentsById(['a'], true)).toEqual([]);
        },
      );

      it('go with their document', async () => {
        await instance.bulkWrite([{ document: withAttachment('a', 'hello') }], 'insert');
        const [stored] = await instance.findDocumentsById(['a'], false);
        if (stored === undefined) throw new Error('not stored');
        await instance.bulkWrite([changed(stored, { _deleted: true, _attachments: {} })], 'delete');
        await expect(async () =>
          instance.getAttachmentData('a', 'file', 'digest of hello'),
        ).rejects.toThrow();
      });
    });

    describe('cleanup', () => {
      it('removes tombstones that are old enough and nothing else', async () => {
        const old = member('old');
        await insert(old, member('alive'));
        await instance.bulkWrite([changed(old, { _deleted: true })], 'delete');
        await insert(member('young', { _deleted: true, _meta: { lwt: Date.now() } }));
        expect(await instance.cleanup(60_000)).toBe(true);
        const left = await instance.findDocumentsById(['old', 'alive', 'young'], true);
        expect(left.map(({ id }) => id)).toEqual(['alive', 'young']);
      });
    });

    describe('close and remove', () => {
      it('closes more than once without complaint', async () => {
        await instance.close();
        await instance.close();
      });

      it('forgets everything on remove', async () => {
        await insert(member('a'));
        await instance.remove();
        instance = await open();
        expect(await instance.findDocumentsById(['a'], true)).toEqual([]);
      });

      it.runIf(subject.keeps.dataAcrossRestarts)('finds its documents again after closing', async () => {
        await insert(member('a'), member('b'));
        await instance.close();
        instance = await open();
        expect(await ids({ sort: [{ id: 'asc' }] })).toEqual(['a', 'b']);
      });
    });
  });
}
