import { failure, type Result, success } from '@shared/contract/failure';
import type { ImportReport, SignedReview, TextFile } from '@shared/contract/four-eyes';
import { type ChangeSetId, ChangeSetId as Id } from '@shared/domain/ids';
import { openStates } from '@shared/domain/intent';
import { jsonEqual } from '@shared/domain/json';
import { t } from '@shared/language/t';
import type { ChangeSets } from '../change-sets/change-sets';
import { findChangeSet } from '../change-sets/find-change-set';
import type { Staging } from '../staging/create-staging';
import type { StagingOptions } from '../staging/staging-options';
import { byDigestKey, fileKey, readKeptFile, signedIdsKey, textFile } from './kept-file';
import { asJson, readSignedFile } from './read-signed-file';
import { type Manifest, type SignedFile, signedFormat } from './signed-file';
import { signedSteps } from './signed-steps';
import { digestOf, fingerprintOf, type SigningKey } from './signing-key';

/** Change sets that two people look at, without a server between them. */
export interface FourEyes {
  exportSet(id: ChangeSetId, signer: string): Promise<Result<TextFile>>;
  importSet(text: string): Promise<Result<ImportReport>>;
  review(
    id: ChangeSetId,
    verdict: { readonly decision: 'approved' | 'refused'; readonly note: string; readonly signer: string },
  ): Promise<Result<TextFile>>;
  signed(id: ChangeSetId): Promise<SignedReview | null>;
}

export interface FourEyesOptions extends StagingOptions {
  readonly staging: Pick<Staging, 'stage'>;
  readonly changeSets: Pick<ChangeSets, 'create' | 'withdraw'>;
  readonly key: SigningKey;
  /** Base URL of the service's API. */
  readonly service: string;
}

export function createFourEyes({ store, now, staging, changeSets, key, service }: FourEyesOptions): FourEyes {
  const signer = (name: string, publicKey: string) => ({
    name,
    fingerprint: fingerprintOf(publicKey),
    self: publicKey === key.publicKey,
  });

  async function keep(id: ChangeSetId, file: SignedFile): Promise<void> {
    const digest = digestOf(file.manifest);
    await store.write({ meta: { [fileKey(id)]: asJson(file), [byDigestKey(digest)]: id } });
  }

  const openIn = (id: ChangeSetId) => store.intents({ states: openStates, changeSetId: id });

  async function reviewOf(id: ChangeSetId, { manifest, steps, verdicts }: SignedFile): Promise<SignedReview> {
    const asked = signedSteps(await openIn(id)).map(({ draft }) => asJson(draft));
    return {
      author: signer(manifest.author, manifest.publicKey),
      madeAt: manifest.madeAt,
      verdicts: verdicts.map(({ decision, note, at, reviewer, publicKey }) => ({
        decision,
        note,
        at,
        by: signer(reviewer, publicKey),
      })),
      current: jsonEqual(
        asked,
        steps.map(({ draft }) => asJson(draft)),
      ),
    };
  }

  return {
    exportSet: async (id, author) => {
      const found = await findChangeSet(store, id);
      if (!found.ok) return found;
      const intents = await openIn(id);
      if (intents.some(({ state }) => state === 'sending' || state === 'unknown'))
        return failure(
          'busy',
          t('A change of this set is being sent.'),
          t('Export what is left when that is done.'),
        );
      if (intents.length === 0)
        return failure(
          'not-found',
          t('Nothing of this set is open.'),
          t('Choose a set with staged changes.'),
        );
      const steps = [...signedSteps(intents)];
      const { title, ticket } = found.value;
      const manifest: Manifest = {
        format: signedFormat,
        title,
        ticket,
        madeAt: now(),
        service,
        author,
        publicKey: key.publicKey,
        steps: steps.map((step) => digestOf(asJson(step))),
      };
      const file = { manifest, signature: key.sign(manifest), steps, verdicts: [] };
      await keep(id, file);
      await store.write({ meta: { [signedIdsKey(digestOf(manifest))]: intents.map((intent) => intent.id) } });
      return success(textFile(file));
    },
    importSet: async (text) => {
      const read = readSignedFile(text);
      if (!read.ok) return read;
      const file = read.value;
      const { title, ticket, service: madeFor } = file.manifest;
      const known = Id.safeParse(await store.meta(byDigestKey(digestOf(file.manifest))));
      const sameService = madeFor === service;
      if (known.success) {
        const found = await findChangeSet(store, known.data);
        if (!found.ok) return found;
        await keep(known.data, file);
        const review = await reviewOf(known.data, file);
        return success({ changeSet: found.value, review, staged: [], rejected: [], sameService });
      }
      const made = await changeSets.create({ title, ticket });
      if (!made.ok) return made;
      const changeSet = made.value;
      await keep(changeSet.id, file);
      const drafts = file.steps.map(({ draft }) => draft);
      const report = await staging.stage(drafts, changeSet.id);
      return success({
        changeSet,
        review: await reviewOf(changeSet.id, file),
        staged: report.staged,
        rejected: report.rejected.map(({ index, failure: why }) => ({
          label: file.steps[index]?.label ?? '',
          failure: why,
        })),
        sameService,
      });
    },
    review: async (id, { decision, note, signer: reviewer }) => {
      const file = await readKeptFile(store, id);
      if (file === null)
        return failure(
          'not-found',
          t('This set came in no signed file.'),
          t('Import the file of your colleague first.'),
        );
      if (file.manifest.publicKey === key.publicKey)
        return failure(
          'forbidden',
          t('This set was signed here: somebody else has to look at it.'),
          t('Export it and give the file to a colleague.'),
        );
      const { publicKey } = key;
      const verdict = { manifest: digestOf(file.manifest), decision, note, at: now(), reviewer, publicKey };
      const verdicts = [...file.verdicts.filter((own) => own.publicKey !== publicKey)];
      const signed = { ...file, verdicts: [...verdicts, { ...verdict, signature: key.sign(verdict) }] };
      await keep(id, signed);
      if (decision === 'refused') await changeSets.withdraw(id);
      return success(textFile(signed));
    },
    signed: async (id) => {
      const file = await readKeptFile(store, id);
      return file === null ? null : reviewOf(id, file);
    },
  };
}
