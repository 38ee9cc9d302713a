/** From the waiting area to the receipt, fetched together long before it is needed. */
export { ReceiptPage } from '../receipt/ReceiptPage';
export { InterviewScreen } from './interview/InterviewScreen';
export { WaitingScreen } from './waiting/WaitingScreen';
