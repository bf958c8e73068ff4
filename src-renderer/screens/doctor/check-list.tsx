import { MarkIcon } from '@renderer/ui/marks/mark-icon';
import type { MarkKind } from '@renderer/ui/marks/mark-kind';
import type { CheckName, DoctorCheck } from '@shared/contract/doctor';
import { inSense, t } from '@shared/language/t';
import classes from './doctor.module.css';

const names: Readonly<Record<CheckName, string>> = {
  version: t('Versions'),
  workspace: t('Workspace'),
  disk: t('Disk'),
  lock: inSense('noun', 'Lock'),
  key: 'Key',
  file: 'Database',
  journal: t('Journal'),
  engine: t('Engine'),
  network: t('Network'),
  service: t('Service'),
  clock: t('Clock'),
  limits: t('Limits'),
  copy: inSense('noun', 'Copy'),
};

const looks: Readonly<Record<DoctorCheck['state'], { readonly kind: MarkKind; readonly word: string }>> = {
  fine: { kind: 'applied', word: t('Fine') },
  wrong: { kind: 'refused', word: t('Wrong') },
  untried: { kind: 'unverified', word: t('Not tried') },
};

/** What the checks found so far, each with what to do where something is. */
export function CheckList({ checks }: { readonly checks: readonly DoctorCheck[] }) {
  return (
    <ul className={classes.list} aria-label={t('Checks')}>
      {checks.map(({ name, state, detail, next }, at) => (
        // Told in turn and never moved: two may say the same.
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells them apart
        <li key={at} className={classes.check} data-state={state}>
          <span className={classes.mark}>
            <MarkIcon kind={looks[state].kind} size={13} />
            <span className="visually-hidden">{looks[state].word}: </span>
          </span>
          <span className={classes.name}>{names[name]}</span>
          <span className={classes.detail}>
            {detail}
            {next !== '' && <span className={classes.next}>{next}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
