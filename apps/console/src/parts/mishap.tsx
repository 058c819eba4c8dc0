import { Button } from '@mantine/core';
import { Component } from 'react';
import { say } from '../words/words.ts';
import { Notice } from './states.tsx';

interface MishapState {
  isBroken: boolean;
}

/** Around a page: one that can't be drawn, or whose file an update has replaced, says so instead of leaving all white. */
export class Mishap extends Component<{ children: React.ReactNode }, MishapState> {
  override state: MishapState = { isBroken: false };

  static getDerivedStateFromError(): MishapState {
    return { isBroken: true };
  }

  override render(): React.ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return (
      <div style={{ padding: 16 }}>
        <Notice tone="bad" urgent>
          <strong>{say('state.broken')}</strong>
          <p>{say('state.broken.what')}</p>
          <Button mt={8} variant="default" onClick={() => window.location.reload()}>
            {say('act.reload')}
          </Button>
        </Notice>
      </div>
    );
  }
}
