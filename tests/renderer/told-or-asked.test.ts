import { toldOrAsked } from '@renderer/state/told-or-asked';
import { failure, success } from '@shared/contract/failure';
import { expect, it } from 'vitest';

it('an answer that was on its way while something newer was told does not count', () => {
  const taken: string[] = [];
  const state = toldOrAsked<string>((value) => taken.push(value));
  const first = state.asking();
  first(success('starting'));
  const second = state.asking();
  state.tell('failed');
  second(success('starting'));
  expect(taken).toEqual(['starting', 'failed']);
  state.asking()(failure('internal', 'No answer.', 'Try again.'));
  state.asking()(success('ready'));
  expect(taken).toEqual(['starting', 'failed', 'ready']);
});

it('of two answers, the one that was asked for later counts, whichever comes first', () => {
  const taken: string[] = [];
  const state = toldOrAsked<string>((value) => taken.push(value));
  const [before, later] = [state.asking(), state.asking()];
  later(success('two workspaces'));
  before(success('one workspace'));
  expect(taken).toEqual(['two workspaces']);
  const [failing, good] = [state.asking(), state.asking()];
  good(failure('internal', 'No answer.', 'Try again.'));
  failing(success('three workspaces'));
  expect(taken).toEqual(['two workspaces', 'three workspaces']);
});
