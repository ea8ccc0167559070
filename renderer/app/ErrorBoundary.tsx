import { Component, type ReactNode } from 'react';
import { Button } from '../ui/index.ts';

interface Props {
  /** What broke, for the sentence. */
  what: 'window' | 'place';
  children: ReactNode;
}

/** A fault in a view stays in that view: it says so, and the rest goes on. */
export class ErrorBoundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(error: unknown): void {
    // The name alone: a message may hold words of the case.
    console.error(
      'A view failed:',
      error instanceof Error ? (error.stack?.replace(error.message, '…') ?? error.name) : 'unknown',
    );
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <div className="broken" role="alert">
        <p>
          This {this.props.what} could not be drawn. That is a fault of the program, not of your evidence: what was
          saved is safe in the vault. Draw it again, and if it fails again, go on elsewhere and report it.
        </p>
        <Button onPress={() => this.setState({ broken: false })}>Draw it again</Button>
      </div>
    );
  }
}
