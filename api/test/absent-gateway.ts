import { AppError } from '../errors';
import type { Gateway } from '../gateway/gateway';

const away = () => Promise.reject(new AppError('UNAVAILABLE'));

/** Temporal is away: for tests of endpoints that do without it, and of what others then answer. */
export const absentGateway: Gateway = {
  checkIn: away,
  command: away,
  order: away,
  roomOrder: away,
  decide: away,
  ready: away,
};
