import { failure, type Result } from '@shared/contract/failure';
import { t } from '@shared/language/t';

export function noSandbox(): Result<never> {
  return failure(
    'invalid-input',
    t('No sandbox workspace is open. Nothing was changed.'),
    t('Open a sandbox workspace.'),
  );
}

export function noneOpen(): Result<never> {
  return failure(
    'invalid-input',
    t('No workspace is open. Nothing was written.'),
    t('Open a workspace first.'),
  );
}
