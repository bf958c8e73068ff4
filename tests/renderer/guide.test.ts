import { nextStep } from '@renderer/state/guide';
import { expect, it } from 'vitest';

it('leads from staging over the plan to the end, by what happened and not by what was clicked', () => {
  expect(nextStep('stage', { open: 0, phase: 'staged' })).toBe('stage');
  expect(nextStep('stage', { open: 1, phase: 'staged' })).toBe('look');
  expect(nextStep('look', { open: 1, phase: 'planning' })).toBe('look');
  expect(nextStep('look', { open: 1, phase: 'review' })).toBe('decide');
  expect(nextStep('decide', { open: 1, phase: 'applying' })).toBe('decide');
  expect(nextStep('decide', { open: 0, phase: 'done' })).toBe('done');
});

it('stays with a change that is looked at again, and begins anew when it was taken back before the plan was seen', () => {
  expect(nextStep('decide', { open: 1, phase: 'staged' })).toBe('decide');
  expect(nextStep('look', { open: 0, phase: 'staged' })).toBe('stage');
});

it('once done it stays done, whatever is staged then', () => {
  expect(nextStep('done', { open: 3, phase: 'staged' })).toBe('done');
});
