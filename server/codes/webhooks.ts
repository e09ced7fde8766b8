// What other systems can be told, and how far a message to them has come.
import { codeList } from './code-list.ts';

export const webhookTopics = codeList({
  SIGNALS: ['Signalen', 'What may be seen of a signal changed'],
  REVIEW_QUEUE: ['Beoordeling', 'What waits for review changed; for reviewers'],
  PUBLICATIONS: ['Publicaties', 'An edition of figures was published or taken back'],
});
export type WebhookTopic = keyof typeof webhookTopics;

export const deliveryStatuses = codeList({
  WAITING: ['Wacht', 'Waits to be delivered, or to be tried again'],
  DELIVERED: ['Bezorgd', 'The other system answered with a status of 200 to 299'],
  DEAD: ['Opgegeven', 'Given up after the last attempt; can be replayed'],
});
export type DeliveryStatus = keyof typeof deliveryStatuses;
