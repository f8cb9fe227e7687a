import type { Validators } from '../../generated/success-validators.ts';
import type { Operation } from '../../generated/operations.ts';
import { decodeBody } from './body.ts';
import { createControl, isControl } from './control.ts';
import { createCors } from './cors.ts';
import { decide, refused, type Decision } from './decide.ts';
import { errorBody, refuse } from './errors.ts';
import { createMemory } from './memory.ts';
import { show } from './option-error.ts';
import { readOptions } from './options.ts';
import { answerHeaders, withHeaders } from './answer-headers.ts';
import { assertCheckable } from './read-request.ts';
import { bodyToKeep, createRecorder, createRedact, requestId, toReceived, type Kept } from './recorder.ts';
import { compilePaths, findPath, splitTarget, type FoundPath, type Route } from './routes.ts';
import { createSettings } from './settings.ts';
import type { MockControls, MockOptions, MockState, PlainAnswer, PlainRequest } from './types.ts';
import { toDateTime } from './utc.ts';

/** All that the mock knows of an API. */
export interface MockDocument {
  readonly version: string;
  readonly operations: readonly Operation[];
  readonly judges: Readonly<Record<string, Validators>>;
}

export interface Core {
  readonly controls: MockControls;
  /** Answers at once; to wait `delayMs` is the door's part. */
  readonly answer: (request: PlainRequest) => PlainAnswer;
  readonly maxBodyBytes: number;
  readonly isTimeRunning: () => boolean;
  /** As in `MockState`. */
  readonly revision: () => number;
}

/**
 * The mock of any document: a plain request in, a plain answer out. It knows no rule of the API, nothing of Node and nothing
 * of fetch.
 * @throws {MockOptionError} an option is wrong
 */
export function createCore({ version, operations, judges }: MockDocument, options: MockOptions = {}): Core {
  operations.forEach(assertCheckable);
  const { switches, seed, maxBodyBytes, maxRecordedRequests, basePath } = readOptions(options);
  const paths = compilePaths(operations);
  const settings = createSettings(switches, operations);
  const memory = createMemory(paths, judges, settings.now);
  const recorder = createRecorder(maxRecordedRequests);
  const cors = createCors(operations);
  const context = { judges, settings, memory, maxBodyBytes };
  const knownPaths = [...new Set(operations.map(({ path }) => basePath + path))].join(', ');
  const knownMethods = [...new Set(operations.map(({ method }) => method))];
  const listeners = new Set<() => void>();
  let revision = 0;
  memory.seed(seed);

  const controls: MockControls = {
    set: (given) => {
      settings.apply(given);
      changed();
    },
    respondNext: (answers) => {
      settings.respondNext(answers);
      changed();
    },
    seed: (records) => {
      memory.seed(records);
      changed();
    },
    reset: () => {
      settings.reset();
      recorder.reset();
      memory.seed(seed);
      changed();
    },
    state,
    onChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
  const control = createControl(controls, version);
  return { controls, answer, maxBodyBytes, isTimeRunning, revision: () => revision };

  function isTimeRunning(): boolean {
    return settings.switches().clock === 'real';
  }

  function changed(): void {
    revision += 1;
    for (const listener of listeners) listener();
  }

  function state(): MockState {
    const { keys, ...others } = settings.switches();
    const seen: MockState = {
      documentVersion: version,
      revision,
      clock: { now: toDateTime(settings.now()), running: isTimeRunning() },
      switches: { ...others, keys: typeof keys === 'object' ? { one: '[redacted]' } : keys },
      nextAnswers: settings.waiting(),
      records: memory.all(),
      requests: recorder.all(),
    };
    return JSON.parse(JSON.stringify(seen)) as MockState;
  }

  function answer(request: PlainRequest): PlainAnswer {
    const { method, headers } = request;
    const { path, query } = splitTarget(request.target);
    if (isControl(path)) {
      if (method === 'OPTIONS') return cors.preflight(request, control.methods(path));
      const answer = control.answer(request, path);
      return { ...answer, headers: { ...answer.headers, ...cors.headers(headers['origin']) }, delayMs: 0 };
    }
    const inner = path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : '';
    const found = findPath(paths, inner);
    if (method === 'OPTIONS') return cors.preflight(request, found ? [...found.path.routes.keys()] : knownMethods);

    const body = decodeBody(request.body);
    const number = recorder.next();
    const now = settings.now();
    const { keys } = settings.switches();
    const redact = createRedact(headers['authorization'], typeof keys === 'object' ? keys.one : undefined);
    const route = found?.path.routes.get(method);
    const window = route && settings.countRequest(route.operation, now);
    const decision = found && route ? decided(found, route) : lost();
    const { by, status, reasons, ignoredFields = none } = decision;

    const kept: Kept = {
      number,
      now,
      method,
      path: redact(request.target),
      status,
      answeredBy: by,
      violations: reasons ?? none,
      ignoredFields: ignoredFields.length === 0 ? none : ignoredFields.map(redact),
      body: bodyToKeep(body, redact),
    };
    recorder.add(kept);
    changed();
    return {
      status,
      headers: withHeaders(
        // Not a spread, here and in whatever else is made for every request: V8 keeps something of each spread that adds
        // names, until a full collection.
        Object.assign(answerHeaders(route?.operation, status, window), cors.headers(headers['origin'])),
        decision.headers,
      ),
      body: reasons ? errorBody(reasons, requestId(number)) : (decision.body ?? ''),
      delayMs: settings.delayMs(),
      received: () => toReceived(kept),
    };

    function decided({ parameters }: FoundPath, route: Route): Decision {
      const shown = (value: unknown) => show(value, redact);
      try {
        return decide(context, { headers, body, route, pathTexts: parameters, query, window, now, show: shown });
      } catch (error) {
        return refused(refuse('mock_error', redact(`The mock failed: ${String(error)}`)));
      }
    }

    function lost(): Decision {
      if (found === undefined) {
        return refused(refuse('unknown_path', `There is no ${show(path, redact)}; the document has ${knownPaths}.`));
      }
      const allowed = [...found.path.routes.keys()].join(', ');
      const reasons = refuse('method_not_allowed', `This path takes ${allowed}, not ${show(method)}.`);
      return refused(reasons, 'check', { Allow: `${allowed}, OPTIONS` });
    }
  }
}

const none: readonly never[] = [];
