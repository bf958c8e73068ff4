import type { JsonValue } from '@shared/domain/json';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { expect, it } from 'vitest';
import { id, type ReconcileRig, startReconcile } from './reconcile-rig';

const edit = (recordId: string, field: string, value: JsonValue) =>
  ({ entity: 'template', recordId: id(recordId), action: { verb: 'update', field, value } }) as const;

const at = async (rig: ReconcileRig, recordId: string): Promise<StoredRecord<'template'>> => {
  const row = await rig.store.get('template', id(recordId));
  if (row === null) throw new Error(`every world has ${recordId}`);
  return row;
};

it('every world has a code by email and by SMS, both lists read as one', async () => {
  const rig = await startReconcile({ scale: 0.05 });
  expect(await at(rig, 'email/verification_code')).toMatchObject({
    type: 'email',
    requiredVariables: ['otp_code'],
  });
  expect(await at(rig, 'sms/verification_code')).toMatchObject({
    type: 'sms',
    subject: '',
    canEditBody: false,
  });
});

it('what a text must hold, and who may change it, is said when it is staged', async () => {
  const rig = await startReconcile({ scale: 0.05, world: 'lumen' });
  const refused = async (...drafts: ReturnType<typeof edit>[]) =>
    (await rig.staging.stage(drafts)).rejected.map(({ failure }) => failure.message);
  expect(
    await refused(
      edit('email/verification_code', 'body', '<b>otp_code</b> {{otp_codes}}'),
      edit('email/verification_code', 'fromEmailName', 'hello@lumen.example'),
      edit('sms/verification_code', 'body', '{{otp_code}}'),
      edit('sms/verification_code', 'subject', 'Code'),
    ),
  ).toEqual([
    'Verification code must hold {{otp_code}}.',
    expect.stringContaining('must be the part of an address before the @'),
    expect.stringContaining('the service’s own while the service delivers it'),
    'A text message has a text only.',
  ]);
  await rig.stage(edit('email/verification_code', 'body', '<b>{{#if otp_code}}{{otp_code}}{{/if}}</b>'));
});

it('a template that a colleague changes keeps their words beside ours; reverted, it is told as ours', async () => {
  const rig = await startReconcile({ scale: 0.05, world: 'lumen' });
  const recordId = 'email/invitation';
  const before = await at(rig, recordId);
  await rig.identity.send({
    verb: 'update',
    entity: 'template',
    record: before,
    field: 'replyToEmailName',
    value: 'them',
  });
  await rig.stage(edit(recordId, 'subject', 'Come in'));
  expect(await rig.reconcile()).toMatchObject({ applied: 1, conflicts: 0 });
  expect(await at(rig, recordId)).toMatchObject({
    subject: 'Come in',
    replyToEmailName: 'them',
    body: before.body,
  });
  await rig.stage({
    entity: 'template',
    recordId: id(recordId),
    action: { verb: 'perform', operation: 'revert' },
  });
  expect(await rig.reconcile()).toMatchObject({ applied: 1 });
  const [entry] = await rig.store.history({ entity: 'template', recordId: id(recordId), limit: 1 });
  expect(entry).toMatchObject({ source: 'local' });
  expect(entry?.fields.map(({ field }) => field)).toEqual(
    expect.arrayContaining(['act.revert', 'subject', 'body']),
  );
});
