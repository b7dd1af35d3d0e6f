import { Component, type ReactNode } from 'react';
import { Failure } from '../screens/Failure.tsx';
import { goHome } from '../state/view.ts';
import { noteError } from '../state/watch.ts';

/** A screen that breaks must not take "Call a person" with it: the frame stays, and the first screen is one tap away. */
export class KeepFrame extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(): void {
    noteError();
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    const again = () => {
      goHome();
      this.setState({ broken: false });
    };
    return (
      <div className="scene scene-list">
        <Failure again={again} />
      </div>
    );
  }
}
