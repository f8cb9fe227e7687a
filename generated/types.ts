// Made by `npm run generate` from openapi/temporary-evse-statuses.yaml. Do not edit: change the document.

export interface paths {
  '/v2/temporary-evse-statuses/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Update a Temporary EVSE Status
     * @description PATCH is a partial update [conventions].
     */
    patch: operations['updateTemporaryEvseStatus'];
    trace?: never;
  };
  '/v2/temporary-evse-statuses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get all Temporary EVSE Statuses
     * @description Lists the statuses as a bare array [list]. No pagination is documented for it.
     */
    get: operations['listTemporaryEvseStatuses'];
    put?: never;
    /**
     * Create a new Temporary EVSE Status
     * @description Creates a status for one EVSE [create]. What happens when the EVSE already has one is not said.
     */
    post: operations['createTemporaryEvseStatus'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /**
     * @description What is shown of an EVSE [endpoint]:
     *     - `MAINTENANCE`: under maintenance, customers should not use it.
     *     - `COMMISSIONING`: being set up or tested, not yet ready for public use.
     *     - `BLOCKED`: "temporarily prevent an EVSE from being used, for example, due to a fault or safety concern".
     *     - `RESERVED`: reserved for a specific user or time period.
     *
     *     These are the values that a request may carry; the vendor may add values at any time [versioning].
     * @enum {string}
     */
    TemporaryStatus: 'MAINTENANCE' | 'COMMISSIONING' | 'BLOCKED' | 'RESERVED';
    /** @description The status to create [create]. */
    TemporaryEvseStatusCreate: {
      /** @description Reference to the EVSE ID [create]. */
      evseId: string;
      /**
       * @description What is shown of an EVSE [endpoint]:
       *     - `MAINTENANCE`: under maintenance, customers should not use it.
       *     - `COMMISSIONING`: being set up or tested, not yet ready for public use.
       *     - `BLOCKED`: "temporarily prevent an EVSE from being used, for example, due to a fault or safety concern".
       *     - `RESERVED`: reserved for a specific user or time period.
       *
       *     These are the values that a request may carry; the vendor may add values at any time [versioning].
       * @enum {string}
       */
      temporaryStatus: components['schemas']['TemporaryStatus'];
      /**
       * Format: date-time
       * @description Start date and time. "If unset, the current date and time will be used." [create]
       */
      validFrom?: string;
      /**
       * Format: date-time
       * @description End date and time. If unset, the temporary status remains until removed [create].
       */
      validTo?: string;
    };
    /** @description The fields to change; every one is optional [endpoint]. */
    TemporaryEvseStatusUpdate: {
      /**
       * @description What is shown of an EVSE [endpoint]:
       *     - `MAINTENANCE`: under maintenance, customers should not use it.
       *     - `COMMISSIONING`: being set up or tested, not yet ready for public use.
       *     - `BLOCKED`: "temporarily prevent an EVSE from being used, for example, due to a fault or safety concern".
       *     - `RESERVED`: reserved for a specific user or time period.
       *
       *     These are the values that a request may carry; the vendor may add values at any time [versioning].
       * @enum {string}
       */
      temporaryStatus?: components['schemas']['TemporaryStatus'];
      /**
       * Format: date-time
       * @description Start date and time. "If unset, the current date and time will be used." [endpoint]
       *
       *     **Hazard.** On a partial update this can mean that leaving `validFrom` out moves the start to now, or that
       *     it keeps the stored value; the page does not say. Send `validFrom` when the start matters.
       */
      validFrom?: string;
      /**
       * Format: date-time
       * @description End date and time. If unset, the temporary status remains until removed [endpoint].
       */
      validTo?: string;
    };
    /** @description One temporary status [endpoint] [create] [list]. New fields may come at any time [versioning]. */
    TemporaryEvseStatus: {
      /** @description The ID of the Temporary EVSE Status [endpoint]. */
      id: number;
      /** @description The temporary status [endpoint]; new values may come at any time [versioning]. */
      temporaryStatus: components['schemas']['TemporaryStatus'] | (string & {});
      /** @description The EVSE ID, such as `DK*SPI*E123*1` [endpoint]. Its form is not documented. */
      evseId: string;
      /**
       * Format: date-time
       * @description Start date and time [endpoint]; in UTC, ISO 8601 [conventions].
       */
      validFrom?: string;
      /**
       * Format: date-time
       * @description End date and time; without one the status remains until removed [endpoint]. In UTC, ISO 8601 [conventions].
       */
      validTo?: string;
    };
    /** @description Temporary statuses, as a bare array [list]. */
    TemporaryEvseStatusList: components['schemas']['TemporaryEvseStatus'][];
    /** @description The envelope of every error response [errors]. */
    ErrorEnvelope: {
      /** @description What went wrong [errors]. Which fields are always present is not said, so none is required here. */
      error: components['schemas']['ErrorDetails'];
    };
    /** @description What went wrong [errors]. Which fields are always present is not said, so none is required here. */
    ErrorDetails: {
      /** @description The class of the error, for example `invalid_request` [errors]. */
      type?: string;
      /** @description The error's code, for example `missing_required_field` [errors]. */
      code?: string;
      /** @description What went wrong, in words [errors]. */
      message?: string;
      /** @description The parameter or field that the error is about [errors]. */
      param?: string;
      /** @description The vendor's id of the request, such as `req_01HW8K9ZY8`. "Always log the request_id." [errors] */
      request_id?: string;
    };
  };
  responses: {
    /** @description Invalid request [errors]. */
    BadRequest: {
      headers: {
        'X-RateLimit-Limit': components['headers']['X-RateLimit-Limit'];
        'X-RateLimit-Remaining': components['headers']['X-RateLimit-Remaining'];
        'X-RateLimit-Reset': components['headers']['X-RateLimit-Reset'];
        Sunset: components['headers']['Sunset'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorEnvelope'];
      };
    };
    /** @description Header missing or malformed, or key invalid, expired or revoked [auth] [errors]. */
    Unauthorized: {
      headers: {
        'X-RateLimit-Limit': components['headers']['X-RateLimit-Limit'];
        'X-RateLimit-Remaining': components['headers']['X-RateLimit-Remaining'];
        'X-RateLimit-Reset': components['headers']['X-RateLimit-Reset'];
        Sunset: components['headers']['Sunset'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorEnvelope'];
      };
    };
    /** @description Valid key without permission [auth] [errors]. */
    Forbidden: {
      headers: {
        'X-RateLimit-Limit': components['headers']['X-RateLimit-Limit'];
        'X-RateLimit-Remaining': components['headers']['X-RateLimit-Remaining'];
        'X-RateLimit-Reset': components['headers']['X-RateLimit-Reset'];
        Sunset: components['headers']['Sunset'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorEnvelope'];
      };
    };
    /** @description Not found [errors]. */
    NotFound: {
      headers: {
        'X-RateLimit-Limit': components['headers']['X-RateLimit-Limit'];
        'X-RateLimit-Remaining': components['headers']['X-RateLimit-Remaining'];
        'X-RateLimit-Reset': components['headers']['X-RateLimit-Reset'];
        Sunset: components['headers']['Sunset'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorEnvelope'];
      };
    };
    /** @description Conflict, "e.g. duplicate creation" [errors]. Which other conflicts there are is not said. */
    Conflict: {
      headers: {
        'X-RateLimit-Limit': components['headers']['X-RateLimit-Limit'];
        'X-RateLimit-Remaining': components['headers']['X-RateLimit-Remaining'];
        'X-RateLimit-Reset': components['headers']['X-RateLimit-Reset'];
        Sunset: components['headers']['Sunset'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorEnvelope'];
      };
    };
    /** @description The API version was ended after the date of its `Sunset` header [versioning]. */
    Gone: {
      headers: {
        'X-RateLimit-Limit': components['headers']['X-RateLimit-Limit'];
        'X-RateLimit-Remaining': components['headers']['X-RateLimit-Remaining'];
        'X-RateLimit-Reset': components['headers']['X-RateLimit-Reset'];
        Sunset: components['headers']['Sunset'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorEnvelope'];
      };
    };
    /** @description Validation error [errors]. Which faults get 400 and which 422 is not said. */
    ValidationFailed: {
      headers: {
        'X-RateLimit-Limit': components['headers']['X-RateLimit-Limit'];
        'X-RateLimit-Remaining': components['headers']['X-RateLimit-Remaining'];
        'X-RateLimit-Reset': components['headers']['X-RateLimit-Reset'];
        Sunset: components['headers']['Sunset'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorEnvelope'];
      };
    };
    /** @description Rate limit [errors] [limits]. */
    TooManyRequests: {
      headers: {
        'X-RateLimit-Limit': components['headers']['X-RateLimit-Limit'];
        'X-RateLimit-Remaining': components['headers']['X-RateLimit-Remaining'];
        'X-RateLimit-Reset': components['headers']['X-RateLimit-Reset'];
        Sunset: components['headers']['Sunset'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorEnvelope'];
      };
    };
    /** @description Service unavailable [old-ref]; safe to retry with backoff [errors]. */
    ServiceUnavailable: {
      headers: {
        'X-RateLimit-Limit': components['headers']['X-RateLimit-Limit'];
        'X-RateLimit-Remaining': components['headers']['X-RateLimit-Remaining'];
        'X-RateLimit-Reset': components['headers']['X-RateLimit-Reset'];
        Sunset: components['headers']['Sunset'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorEnvelope'];
      };
    };
    /** @description A fault on the vendor's side; safe to retry with backoff [errors]. */
    ServerError: {
      headers: {
        'X-RateLimit-Limit': components['headers']['X-RateLimit-Limit'];
        'X-RateLimit-Remaining': components['headers']['X-RateLimit-Remaining'];
        'X-RateLimit-Reset': components['headers']['X-RateLimit-Reset'];
        Sunset: components['headers']['Sunset'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorEnvelope'];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: {
    /**
     * @description Requests allowed in a window [limits].
     * @example 120
     */
    'X-RateLimit-Limit': number;
    /**
     * @description Requests left in the current window [limits].
     * @example 119
     */
    'X-RateLimit-Remaining': number;
    /**
     * @description When the window ends, Unix epoch seconds [limits].
     * @example 1779198300
     */
    'X-RateLimit-Reset': number;
    /**
     * @description Seconds to wait before the next request; on 429 only [limits].
     * @example 12
     */
    'Retry-After': number;
    /**
     * @description Sent by a deprecated version, on any response; after this date it responds with 410 [versioning].
     * @example Sat, 31 Dec 2033 23:59:59 GMT
     */
    Sunset: string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  updateTemporaryEvseStatus: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The ID of the Temporary EVSE Status to update; a number [endpoint]. It is not the EVSE ID. */
        id: number;
      };
      cookie?: never;
    };
    /** @description The fields to change [endpoint]. */
    requestBody: {
      content: {
        'application/json': components['schemas']['TemporaryEvseStatusUpdate'];
      };
    };
    responses: {
      /** @description The Temporary EVSE Status has been successfully updated [endpoint]. */
      200: {
        headers: {
          'X-RateLimit-Limit': components['headers']['X-RateLimit-Limit'];
          'X-RateLimit-Remaining': components['headers']['X-RateLimit-Remaining'];
          'X-RateLimit-Reset': components['headers']['X-RateLimit-Reset'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TemporaryEvseStatus'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      410: components['responses']['Gone'];
      422: components['responses']['ValidationFailed'];
      429: components['responses']['TooManyRequests'];
      503: components['responses']['ServiceUnavailable'];
      '5XX': components['responses']['ServerError'];
    };
  };
  listTemporaryEvseStatuses: {
    parameters: {
      query?: {
        /** @description Filter by EVSE ID [list]. */
        evseId?: string;
        /** @description Only return active temporary EVSE statuses; a string [list]. */
        activeOnly?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The Temporary EVSE Statuses have been successfully retrieved [list]. */
      200: {
        headers: {
          'X-RateLimit-Limit': components['headers']['X-RateLimit-Limit'];
          'X-RateLimit-Remaining': components['headers']['X-RateLimit-Remaining'];
          'X-RateLimit-Reset': components['headers']['X-RateLimit-Reset'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TemporaryEvseStatusList'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      410: components['responses']['Gone'];
      422: components['responses']['ValidationFailed'];
      429: components['responses']['TooManyRequests'];
      '5XX': components['responses']['ServerError'];
    };
  };
  createTemporaryEvseStatus: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The status to create [create]. */
    requestBody: {
      content: {
        'application/json': components['schemas']['TemporaryEvseStatusCreate'];
      };
    };
    responses: {
      /** @description The Temporary EVSE Status has been successfully created [create]. */
      201: {
        headers: {
          'X-RateLimit-Limit': components['headers']['X-RateLimit-Limit'];
          'X-RateLimit-Remaining': components['headers']['X-RateLimit-Remaining'];
          'X-RateLimit-Reset': components['headers']['X-RateLimit-Reset'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TemporaryEvseStatus'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      410: components['responses']['Gone'];
      422: components['responses']['ValidationFailed'];
      429: components['responses']['TooManyRequests'];
      '5XX': components['responses']['ServerError'];
    };
  };
}
type FlattenedDeepRequired<T> = {
  [K in keyof T]-?: FlattenedDeepRequired<
    T[K] extends unknown[] | undefined | null ? Extract<T[K], unknown[]>[number] : T[K]
  >;
};
type ReadonlyArray<T> = [Exclude<T, undefined>] extends [unknown[]]
  ? Readonly<Exclude<T, undefined>>
  : Readonly<Exclude<T, undefined>[]>;
export const temporaryStatusValues: ReadonlyArray<FlattenedDeepRequired<components>['schemas']['TemporaryStatus']> = [
  'MAINTENANCE',
  'COMMISSIONING',
  'BLOCKED',
  'RESERVED',
];
