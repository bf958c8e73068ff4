import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { specMissing, specPath } from '../load-spec';
import { type Contract, openContract, type Shown } from '../open-contract';

const all = '/templates/{template_type}';
const one = `${all}/{slug}`;
const email = { template_type: 'email', slug: 'verification_code' };
const sms = { template_type: 'sms', slug: 'verification_code' };

describe.skipIf(specMissing)(`templates keep to the spec (skipped without ${specPath})`, () => {
  let contract: Contract;
  beforeAll(async () => {
    contract = await openContract('lumen');
  });
  afterAll(() => contract.close());

  it('are listed by type, written, and reverted to what the service made of them', async () => {
    const { call } = contract;
    const listed = await call<readonly Shown[]>(`get ${all}`, 200, { path: email });
    expect(listed.map(({ slug }) => slug)).toContain('verification_code');
    const texts = await call<readonly Shown[]>(`get ${all}`, 200, { path: sms });
    expect(texts.map(({ slug }) => slug)).toContain('verification_code');
    await call(`get ${all}`, 422, { path: { template_type: 'fax' } });
    const before = await call(`get ${one}`, 200, { path: email });
    expect(before).toMatchObject({
      resource_type: 'system',
      can_revert: false,
      required_variables: ['otp_code'],
    });
    const body = { subject: 'Your code', body: '<b>{{otp_code}}</b>', from_email_name: 'hello' };
    const written = await call(`put ${one}`, 200, { path: email, body });
    expect(written).toMatchObject({ ...body, resource_type: 'user', can_revert: true });
    const back = await call(`post ${one}/revert`, 200, { path: email });
    expect(back).toMatchObject({ subject: before.subject, body: before.body, can_revert: false });
    await call(`post ${one}/revert`, 400, { path: email });
    expect(await call(`post ${one}/preview`, 200, { path: email, body: { body: 'x' } })).toMatchObject({
      body: 'x',
    });
  });

  it('refuse a body without what it must hold, and the text of an SMS that the service delivers', async () => {
    const { call } = contract;
    await call(`put ${one}`, 422, { path: email, body: { body: '<b>nothing</b>' } });
    await call(`put ${one}`, 422, { path: email, body: { from_email_name: 'a@b' } });
    await call(`put ${one}`, 422, { path: email, body: { colour: 'red' } });
    await call(`put ${one}`, 404, { path: { ...email, slug: 'missing' }, body: {} });
    await call(`get ${one}`, 404, { path: { ...email, slug: 'missing' } });
    await call(`post ${one}/preview`, 404, { path: { ...email, slug: 'missing' }, body: {} });
    await call(`post ${one}/toggle_delivery`, 404, { path: { ...email, slug: 'missing' }, body: {} });
    const body = { body: 'Code: {{otp_code}}' };
    await call(`put ${one}`, 403, { path: sms, body });
    const own = await call(`post ${one}/toggle_delivery`, 200, {
      path: sms,
      body: { delivered_by_clerk: false },
    });
    expect(own).toMatchObject({ delivered_by_clerk: false, can_edit_body: true });
    expect(await call(`put ${one}`, 200, { path: sms, body })).toMatchObject(body);
    expect(await call(`post ${one}/toggle_delivery`, 200, { path: sms, body: {} })).toMatchObject({
      delivered_by_clerk: true,
    });
  });

  it('was asked for every operation', () => {
    const acts = ['revert', 'preview', 'toggle_delivery'].map((act) => `post ${one}/${act}`);
    contract.expectCovered([`get ${all}`, `get ${one}`, `put ${one}`, ...acts]);
  });
});
