import { describe } from '@jest/globals';
import { FAULTS_IN_REQUESTS } from './providers/broken/index.ts';
import { expectFound } from './providers/found.ts';

describe('a provider that accepts or refuses the wrong requests is found, by rule and place', () => {
  expectFound(FAULTS_IN_REQUESTS);
});
