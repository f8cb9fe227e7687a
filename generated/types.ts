// Made by `npm run generate` from openapi/temporary-evse-statuses.yaml. Do not edit: change the document.

export interface paths {
    "/v2/temporary-evse-statuses/{id}": {
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
         * @description Changes the fields that are sent [endpoint]; PATCH is a partial update [conventions].
         *     Writes are limited to 120 requests a minute [limits].
         */
        patch: operations["updateTemporaryEvseStatus"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description What an EVSE is shown as for a while [endpoint]:
         *     - `MAINTENANCE`: under maintenance, customers should not use it.
         *     - `COMMISSIONING`: being set up or tested, not yet ready for public use.
         *     - `BLOCKED`: temporarily not to be used, for example for a fault or a safety concern.
         *     - `RESERVED`: reserved for a specific user or time period.
         *
         *     These are the values that a request may carry; the vendor may add values at any time [versioning].
         *     `x-shown-as` says how partners show each [old-ref].
         * @enum {string}
         */
        TemporaryStatus: "MAINTENANCE" | "COMMISSIONING" | "BLOCKED" | "RESERVED";
        /** @description The fields to change; every one is optional [endpoint]. */
        TemporaryEvseStatusUpdate: {
            /** @description The status to show from now on [endpoint]. */
            temporaryStatus?: components["schemas"]["TemporaryStatus"];
            /**
             * Format: date-time
             * @description Start date and time. "If unset, the current date and time will be used." [endpoint]
             *
             *     **Hazard.** On a partial update this can mean that leaving `validFrom` out moves the start to now, or that
             *     it keeps the stored value; the page does not say. Send `validFrom` when the start matters.
             *
             *     The format is read from the page's example and from the ISO 8601 timestamps of [conventions].
             */
            validFrom?: string;
            /**
             * Format: date-time
             * @description End date and time. If unset, the temporary status remains until removed [endpoint].
             *
             *     The format is read from the page's example and from the ISO 8601 timestamps of [conventions].
             */
            validTo?: string;
        };
        /** @description One temporary status as it is stored [endpoint]. New fields may come at any time [versioning]. */
        TemporaryEvseStatus: {
            /** @description The ID of the Temporary EVSE Status [endpoint]. */
            id: number;
            /** @description The status that is shown [endpoint]; new values may come at any time [versioning]. */
            temporaryStatus: components["schemas"]["TemporaryStatus"] | (string & {});
            /**
             * @description The EVSE ID of the outlet, in the eMI3 / ISO 15118 form with `*` between its parts, such as `DK*SPI*E123*1`
             *     [endpoint].
             */
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
        /** @description The envelope of every error answer [errors]. */
        ApiErrorResponse: {
            error: components["schemas"]["ApiError"];
        };
        /** @description What went wrong [errors]. Which fields are always present is not said, so none is required here. */
        ApiError: {
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
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorResponse"];
            };
        };
        /** @description Header missing or malformed, or key invalid, expired or revoked [auth] [errors]. */
        Unauthorized: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorResponse"];
            };
        };
        /** @description Valid key without permission [auth] [errors]. */
        Forbidden: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorResponse"];
            };
        };
        /** @description Not found [errors]. */
        NotFound: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorResponse"];
            };
        };
        /** @description Conflict, for example a duplicate creation [errors]. */
        Conflict: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorResponse"];
            };
        };
        /** @description The API version was ended after the date of its `Sunset` header [versioning]. */
        Gone: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorResponse"];
            };
        };
        /** @description Validation error [errors]. When 422 and when 400 is answered is not said. */
        ValidationFailed: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorResponse"];
            };
        };
        /** @description Rate limit [errors] [limits]. */
        TooManyRequests: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorResponse"];
            };
        };
        /** @description Service unavailable [old-ref]; safe to retry with backoff [errors]. */
        ServiceUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorResponse"];
            };
        };
        /**
         * @description A fault on the vendor's side; safe to retry with backoff [errors]. A gateway in front can answer with HTML or an
         *     empty body instead: assumed, no page says so.
         */
        ServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorResponse"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * @description Requests allowed in a window [limits]. Assumed, that it is a whole number.
         * @example 120
         */
        "X-RateLimit-Limit": number;
        /**
         * @description Requests left in the current window [limits]. Assumed, that it is a whole number.
         * @example 119
         */
        "X-RateLimit-Remaining": number;
        /**
         * @description When the window ends, Unix epoch seconds [limits]. Assumed, that it is a whole number.
         * @example 1779198300
         */
        "X-RateLimit-Reset": number;
        /**
         * @description Seconds to wait before the next request; on 429 only [limits]. Assumed, that it is a whole number.
         * @example 12
         */
        "Retry-After": number;
        /**
         * @description Sent by a deprecated version: when it ends; after that it answers 410 [versioning]. Assumed: an HTTP date, as
         *     RFC 8594 has it.
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
        /**
         * @description The fields to change [endpoint]. Assumed: a body has to be sent, be it `{}`; the page shows one and does not say
         *     that it may be left out.
         */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemporaryEvseStatusUpdate"];
            };
        };
        responses: {
            /**
             * @description The Temporary EVSE Status has been successfully updated [endpoint]. Assumed: the status code; the page names
             *     none.
             */
            200: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemporaryEvseStatus"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
            "5XX": components["responses"]["ServerError"];
        };
    };
}
type FlattenedDeepRequired<T> = {
    [K in keyof T]-?: FlattenedDeepRequired<T[K] extends unknown[] | undefined | null ? Extract<T[K], unknown[]>[number] : T[K]>;
};
type ReadonlyArray<T> = [
    Exclude<T, undefined>
] extends [
    unknown[]
] ? Readonly<Exclude<T, undefined>> : Readonly<Exclude<T, undefined>[]>;
export const temporaryStatusValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["TemporaryStatus"]> = ["MAINTENANCE", "COMMISSIONING", "BLOCKED", "RESERVED"];
