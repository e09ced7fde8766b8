// Parses a query within limits. The parser calls itself for each bracket, so that words and brackets are counted
// before it starts: a query of brackets alone would end in a stack that is full.
import { type DocumentNode, Lexer, type ParseOptions, parse, Source, TokenKind } from 'graphql';
import { overLimit } from './check.ts';
import { limits } from './table.ts';

const opening = new Set<TokenKind>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing = new Set<TokenKind>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** Parses; refuses more tokens or brackets within brackets than the limits allow. */
export function parseWithinLimits(source: string | Source, options?: ParseOptions): DocumentNode {
  const text = typeof source === 'string' ? new Source(source) : source;
  const lexer = new Lexer(text);
  let nesting = 0;
  for (let tokens = 0; lexer.advance().kind !== TokenKind.EOF; tokens += 1) {
    if (tokens >= limits.tokens.most) throw overLimit('tokens', `more than ${limits.tokens.most}`);
    if (opening.has(lexer.token.kind)) nesting += 1;
    if (closing.has(lexer.token.kind)) nesting -= 1;
    if (nesting > limits.nesting.most)
      throw overLimit('nesting', `more than ${limits.nesting.most}`);
  }
  return parse(text, options);
}
