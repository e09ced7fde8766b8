// Everything of the typed client.
export { type Client, type ClientSettings, createClient, type Operation } from './client.ts';
export { type FailureCode, WijkbeeldError } from './failure.ts';
export * from './generated/graphql.ts';
export { verifyWebhook } from './webhook.ts';
