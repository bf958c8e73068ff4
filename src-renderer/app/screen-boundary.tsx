import { Button } from '@mantine/core';
import { FailureState } from '@renderer/ui/failure-state';
import { Component, type ReactNode } from 'react';

interface ScreenBoundaryProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Keeps a bug in one screen from taking the frame, the tray and the other screens down. */
export class ScreenBoundary extends Component<ScreenBoundaryProps, { readonly error: Error | null }> {
  override state = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render(): ReactNode {
    const error: Error | null = this.state.error;
    if (error === null) return this.props.children;
    const message = `This screen met a bug (${String(error)}). What is staged is kept, and so is what you typed.`;
    return (
      <FailureState
        title={`${this.props.title} cannot be shown`}
        failure={{ code: 'internal', message, next: 'Show it again, or go to another screen.' }}
        actions={<Button onClick={() => this.setState({ error: null })}>Show again</Button>}
      />
    );
  }
}
