/** The bundle's only entry: what a worker can run. */
export { identityCaseWorkflow } from './identity-case';
export { roomWorkflow } from './room';
export { sittingWorkflow } from './sitting';
