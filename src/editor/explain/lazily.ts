/** What only somebody who asks needs. */
export { answerOf } from './answer';
