import { createContext, useContext } from 'react';

interface Overview {
  /** Back to the exam card with all steps; the step goes on where it was. */
  readonly showOverview: () => void;
}

export const OverviewContext = createContext<Overview>({ showOverview: () => undefined });

export const useOverview = (): Overview => useContext(OverviewContext);
