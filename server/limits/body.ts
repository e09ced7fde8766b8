// Reads the body of a POST. Brackets and commas are counted in the text first: a hundred kilobytes of brackets take
// JSON.parse longer than everything else together.
import { GraphQLError } from 'graphql';
import type { GraphQLParams } from 'graphql-yoga';
import { overLimit } from './check.ts';
import { isBulk } from './credentials.ts';
import { limits, sizesFor } from './table.ts';

/** Levels of the body itself: the body and its variables. */
const ownLevels = 2;

/** The parameters in a JSON body; refuses what is no object, a batch, and more than the limits allow. */
export async function readBody(request: Request): Promise<GraphQLParams> {
  const text = await request.text();
  const { bytes, values } = sizesFor(isBulk(text, request.headers));
  if (text.length > limits[bytes].most) throw overLimit(bytes, `more than ${limits[bytes].most}`);
  checkJsonText(text, values);
  const body = parseJson(text);
  if (Array.isArray(body)) throw overLimit('requests', body.length);
  if (typeof body !== 'object' || body === null) throw noJson();
  return body;
}

/** Refuses JSON text that is nested too deeply or has too many values, without reading it. */
function checkJsonText(text: string, values: 'variableValues' | 'bulkValues'): void {
  let depth = 0;
  let commas = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') at = endOfText(text, at);
    else if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    else if (sign === ',') commas += 1;
    if (depth > limits.inputDepth.most + ownLevels)
      throw overLimit('inputDepth', `more than ${limits.inputDepth.most}`);
    if (commas > limits[values].most) throw overLimit(values, `more than ${limits[values].most}`);
  }
}

/** Position of the quote that ends the text that begins here. */
function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw noJson();
  }
}

const noJson = () =>
  new GraphQLError('The body is not a JSON object with a query.', {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
