import { failure, type Result, success } from '@shared/contract/failure';
import type { DecodedInputOf, OutputOf } from '@shared/contract/operations';
import { copiedAs } from '@shared/domain/copy-as/copy-as';
import { services } from '@shared/domain/services';
import { t } from '@shared/language/t';
import type { EngineParts } from './engine-parts';

/** What is staged as a script of calls, its keys left as variables, for whoever sends it otherwise. */
export async function writeCalls(
  { reconciler, workspace: { service, url } }: Pick<EngineParts, 'reconciler' | 'workspace'>,
  { intentIds, form }: DecodedInputOf<'writtenCalls'>,
): Promise<Result<OutputOf<'writtenCalls'>>> {
  if (form === 'clerk' && service !== undefined)
    return failure(
      'invalid-input',
      t('Clerk’s command line does not speak to {service}. Nothing was written.', {
        service: services[service].label,
      }),
      t('Take them as curl.'),
    );
  const changes = await reconciler.written(intentIds);
  return success({ text: copiedAs(form, changes, url), changes: changes.length });
}
