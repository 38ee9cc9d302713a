import { Component, type ReactNode } from 'react';
import { CrashPage } from './CrashPage';

interface CrashBoundaryProps {
  readonly children: ReactNode;
}

interface CrashState {
  readonly fault: Error | null;
}

/** A defect of a page never leaves a white screen: it says that nothing is lost and opens the page again. */
export class CrashBoundary extends Component<CrashBoundaryProps, CrashState> {
  override state: CrashState = { fault: null };

  static getDerivedStateFromError(fault: unknown): CrashState {
    return { fault: fault instanceof Error ? fault : new Error(String(fault)) };
  }

  override render(): ReactNode {
    return this.state.fault ? <CrashPage fault={this.state.fault} /> : this.props.children;
  }
}
