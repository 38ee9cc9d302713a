import { NoNote } from '../../ui/NoNote';
import { useConsoleContext } from '../console/context';

/** Why the order given in a dialog was not carried out, where it was given. */
export function OrderNote() {
  const { orders } = useConsoleContext();
  return orders.refused && <NoNote no={orders.refused.no} requestId={orders.refused.requestId} />;
}
