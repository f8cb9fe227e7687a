import type { Operation } from '../../generated/operations.ts';
import type { Validators } from '../../generated/success-validators.ts';
import type { Route } from './request/routes.ts';
import type { Refusal } from './response/refusals.ts';
import type { Store } from './state/store.ts';
import type { MockRequest } from './types.ts';

/** All that the mock knows of an API. */
export interface MockDocument {
  readonly version: string;
  readonly operations: readonly Operation[];
  readonly validators: Readonly<Record<string, Validators>>;
}

/** A request of a documented operation, and what it is read and applied with. */
export interface Call {
  readonly headers: MockRequest['headers'];
  /** As text, or why there is none. */
  readonly body: string | Refusal;
  readonly route: Route;
  /** The path's parameters by name, not decoded. */
  readonly path: Readonly<Record<string, string>>;
  /** Without its `?`. */
  readonly query: string;
  readonly now: number;
  /** A value as a message shows it, free of keys. */
  readonly show: (value: unknown) => string;
  readonly validators: MockDocument['validators'];
  readonly store: Store;
}
