export { TimeButton } from './TimeButton';
export { TimeNotices } from './TimeNotices';
