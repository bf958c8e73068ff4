import type { CheckName, DoctorCheck } from '@shared/contract/doctor';
import type { Failure, FailureCode } from '@shared/contract/failure';
import { t } from '@shared/language/t';

/** Hears of each check as soon as it is made. */
export type Tell = (check: DoctorCheck) => void;

export const fine = (name: CheckName, detail: string): DoctorCheck => {
  return { name, state: 'fine', detail, next: '', code: null };
};

export const wrong = (
  name: CheckName,
  code: FailureCode | null,
  detail: string,
  next: string,
): DoctorCheck => {
  return { name, state: 'wrong', detail, next, code };
};

export const failed = (name: CheckName, { code, message, next }: Failure): DoctorCheck =>
  wrong(name, code, message, next);

export const untried = (name: CheckName, detail: string, next: string): DoctorCheck => {
  return { name, state: 'untried', detail, next, code: null };
};

/**
 * Makes one check and tells what it found. One that takes longer than `limitMs` is told as that and not waited for; one that
 * breaks off is told as well. True where nothing is wrong.
 */
export async function check(
  name: CheckName,
  limitMs: number,
  make: () => Promise<readonly DoctorCheck[]>,
  tell: Tell,
): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<readonly DoctorCheck[]>((resolve) => {
    timer = setTimeout(() => resolve([tooLong(name, limitMs)]), limitMs);
  });
  const found = await Promise.race([make().catch(() => [broken(name)]), late]);
  clearTimeout(timer);
  for (const each of found) tell(each);
  return found.every(({ state }) => state !== 'wrong');
}

function tooLong(name: CheckName, limitMs: number): DoctorCheck {
  return wrong(
    name,
    'timeout',
    t('Not done after {seconds, number} s, and not waited for any longer.', { seconds: limitMs / 1_000 }),
    t('Try again when this machine has less to do; if it stays so, look after the disk and the network.'),
  );
}

function broken(name: CheckName): DoctorCheck {
  return wrong(
    name,
    'internal',
    t('This check met a bug and broke off.'),
    t('Save a report and send it in.'),
  );
}
