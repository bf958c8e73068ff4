import type { InputWrapperProps, SwitchProps } from '@mantine/core';
import classes from './label-beside.module.css';

/** Props of an input that is edited in its place: its label stands beside it, in the column of labels around it (`--label-width`). */
export const inputBeside = {
  classNames: { root: classes.input, label: classes.label },
  inputWrapperOrder: ['label', 'input', 'description', 'error'],
} satisfies Pick<InputWrapperProps, 'classNames' | 'inputWrapperOrder'>;

/** The same of a switch. */
export const switchBeside = {
  classNames: { body: classes.switch, label: classes.label },
  labelPosition: 'left',
} satisfies Pick<SwitchProps, 'classNames' | 'labelPosition'>;
