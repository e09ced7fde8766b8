// Reading the words of a command line.
import { InvalidArgumentError } from 'commander';

export function asGemeente(text: string): string {
  if (!/^GM[0-9]{4}$/.test(text)) throw new InvalidArgumentError('Give a code such as GM0518.');
  return text;
}

export function asUuid(text: string): string {
  const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
  if (!isUuid) throw new InvalidArgumentError('Give the number as the list shows it.');
  return text;
}
