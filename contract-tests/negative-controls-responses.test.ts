import { describe } from '@jest/globals';
import { FAULTS_IN_RESPONSES } from './providers/broken/index.ts';
import { expectFound } from './providers/found.ts';

describe('a provider that responds or stores in a wrong way is found, by rule and place', () => {
  expectFound(FAULTS_IN_RESPONSES);
});
