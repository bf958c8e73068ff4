import { Loader } from '@mantine/core';
import type { Scenario } from '@shared/domain/scenario';
import { scenarioWords } from '@shared/domain/scenario';
import { t } from '@shared/language/t';
import { ArrowRight, type LucideIcon } from 'lucide-react';
import classes from './scenario-card.module.css';
import { ScenarioPicture } from './scenario-picture';

interface ScenarioCardProps {
  readonly icon: LucideIcon;
  readonly scenario: Scenario;
  readonly world: string;
  readonly text: string;
  readonly figures: string;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly onOpen: () => void;
}

/** One scenario; the whole card opens its world with one click. */
export function ScenarioCard(props: ScenarioCardProps) {
  const { icon: Icon, scenario, world, text, figures, busy = false, disabled = false, onOpen } = props;
  const body = (
    <>
      <ScenarioPicture scenario={scenario} />
      <span className={classes.top}>
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        <span className={classes.scenario}>{scenarioWords[scenario]}</span>
      </span>
      <span className={classes.text}>{text}</span>
      <span className={classes.figures}>{figures}</span>
    </>
  );
  return (
    <button
      type="button"
      className={classes.card}
      disabled={disabled}
      onClick={onOpen}
      aria-label={t('Try {scenario}: open {world}', { scenario: scenarioWords[scenario], world })}
    >
      {body}
      <span className={classes.action}>
        {busy ? t('Making {world}…', { world }) : t('Open {world}', { world })}
        {busy ? <Loader size={12} aria-hidden /> : <ArrowRight size={13} aria-hidden />}
      </span>
    </button>
  );
}
