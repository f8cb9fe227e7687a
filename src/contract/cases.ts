import type { Operation } from '../../generated/operations.ts';
import type { Case } from './case.ts';
import { authCases, burstCases, keyCases, pathCases } from './cases-of-access.ts';
import { bodyCases, payloadCases } from './cases-of-refusal.ts';
import { openCases } from './cases-of-open-questions.ts';
import { otherCase, readBackCase, readCase, validCases } from './cases-of-success.ts';
import { CHECKED } from './document.ts';
import { groundOf } from './ground.ts';

/**
 * Every case of an operation, in the order in which they are sent, made from what the document says of it: another field,
 * enum value, example or operation in the document is another case here.
 */
export function casesOf(operation: Operation): readonly Case[] {
  const ground = groundOf(operation);
  return [
    readCase(ground),
    ...validCases(ground),
    ...payloadCases(ground),
    ...pathCases(ground),
    readBackCase(ground, 'payload-and-path'),
    ...bodyCases(ground),
    readBackCase(ground, 'body'),
    ...authCases(ground),
    readBackCase(ground, 'auth'),
    ...openCases(ground),
    readBackCase(ground, 'open'),
    otherCase(ground, 'after'),
    ...keyCases(ground),
    readBackCase(ground, 'key'),
    ...burstCases(ground),
  ];
}

/** Every case of the check, in the order in which they are sent. */
export function listCases(): readonly Case[] {
  return CHECKED.flatMap((operation) => casesOf(operation));
}
