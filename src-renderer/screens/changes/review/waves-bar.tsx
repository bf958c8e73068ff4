import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { setWaves } from '@renderer/state/review';
import type { WaveChoice } from '@renderer/state/use-review';
import type { RunInWaves } from '@renderer/state/waves-of-run';
import { customerWords } from '@shared/domain/customer-of';
import { usualWaves, type Wave } from '@shared/domain/plan/waves';
import { t } from '@shared/language/t';
import { WaveSegments } from './wave-segments';
import classes from './waves-bar.module.css';

interface WavesBarProps {
  readonly customers: Wave['customers'];
  readonly choice: WaveChoice | null;
  readonly run: RunInWaves | null;
}

const usual: WaveChoice = { sizes: usualWaves, first: '', between: 'ask' };

/** Names of a wave's customers that are shown before it begins. */
const named = 12;

/** Whether a run over many customers goes all at once, or tries a few first; and what that comes to. */
export function WavesBar({ customers, choice, run }: WavesBarProps) {
  return (
    <section className={classes.bar} aria-label={t('Waves')}>
      <SegmentedControl
        size="xs"
        aria-label={t('How it is applied')}
        data={[
          { value: 'once', label: t('All at once') },
          { value: 'waves', label: t('In waves') },
        ]}
        value={choice === null ? 'once' : 'waves'}
        onChange={(value) => setWaves(value === 'waves' ? usual : null)}
      />
      {choice === null ? (
        <p className={classes.hint}>
          {t(
            'It concerns {count, number} {many}. In waves a few go first, and the rest only when these went well.',
            { count: customers.length, many: customerWords.many },
          )}
        </p>
      ) : (
        <Choices choice={choice} customers={customers} fault={run?.fault ?? ''} />
      )}
      {run !== null && run.fault === '' && (
        <WaveSegments
          label={t('Waves of this run')}
          segments={run.waves.map((wave) => ({
            customers: wave.customers.length,
            names: wave.customers.slice(0, named).map(({ name }) => name),
            tone: 'waiting',
            says: '',
          }))}
        />
      )}
    </section>
  );
}

interface ChoicesProps {
  readonly choice: WaveChoice;
  readonly customers: Wave['customers'];
  readonly fault: string;
}

function Choices({ choice, customers, fault }: ChoicesProps) {
  return (
    <>
      <TextInput
        aria-label={t('How many {many} in each wave', { many: customerWords.many })}
        w={160}
        value={choice.sizes}
        error={fault === '' ? undefined : fault}
        onChange={({ currentTarget }) => setWaves({ ...choice, sizes: currentTarget.value })}
      />
      <Select
        aria-label={t('Goes first')}
        w={290}
        searchable
        limit={50}
        allowDeselect={false}
        data={[
          { value: '', label: t('First: {name} (least risk)', { name: customers[0]?.name ?? '' }) },
          ...customers.map(({ id, name }) => ({ value: id, label: t('First: {name}', { name }) })),
        ]}
        value={choice.first}
        onChange={(first) => setWaves({ ...choice, first: first ?? '' })}
      />
      <Select
        aria-label={t('Behind each wave')}
        w={220}
        allowDeselect={false}
        data={[
          { value: 'ask', label: t('Ask me behind each wave') },
          { value: 'go-on', label: t('Go on when a wave was clean') },
        ]}
        value={choice.between}
        onChange={(value) => setWaves({ ...choice, between: value === 'go-on' ? 'go-on' : 'ask' })}
      />
    </>
  );
}
