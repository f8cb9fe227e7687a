// Made by `npm run generate` from openapi/temporary-evse-statuses.yaml. Do not edit: change the document.

import type { Assumption, DocumentedResponse, Field, Operation, Pointer } from '../src/shared/operation.ts';

export type * from '../src/shared/operation.ts';

const HEADERS = {
  '#/components/headers/X-RateLimit-Limit': {
    required: false,
    pointer: '#/components/headers/X-RateLimit-Limit',
    schema: '#/components/headers/X-RateLimit-Limit/schema',
    examples: [{ name: 'example', pointer: '#/components/headers/X-RateLimit-Limit/example', value: 120 }],
  },
  '#/components/headers/X-RateLimit-Remaining': {
    required: false,
    pointer: '#/components/headers/X-RateLimit-Remaining',
    schema: '#/components/headers/X-RateLimit-Remaining/schema',
    examples: [{ name: 'example', pointer: '#/components/headers/X-RateLimit-Remaining/example', value: 119 }],
  },
  '#/components/headers/X-RateLimit-Reset': {
    required: false,
    pointer: '#/components/headers/X-RateLimit-Reset',
    schema: '#/components/headers/X-RateLimit-Reset/schema',
    examples: [{ name: 'example', pointer: '#/components/headers/X-RateLimit-Reset/example', value: 1779198300 }],
  },
  '#/components/headers/Sunset': {
    required: false,
    pointer: '#/components/headers/Sunset',
    schema: '#/components/headers/Sunset/schema',
    examples: [
      { name: 'example', pointer: '#/components/headers/Sunset/example', value: 'Sat, 31 Dec 2033 23:59:59 GMT' },
    ],
  },
  '#/components/headers/Retry-After': {
    required: true,
    pointer: '#/components/headers/Retry-After',
    schema: '#/components/headers/Retry-After/schema',
    examples: [{ name: 'example', pointer: '#/components/headers/Retry-After/example', value: 12 }],
  },
} satisfies Record<Pointer, Omit<Field, 'name'>>;

const RESPONSES = {
  '#/components/responses/BadRequest': {
    pointer: '#/components/responses/BadRequest',
    content: [
      {
        mediaType: 'application/json',
        schema: '#/components/schemas/ErrorEnvelope',
        examples: [
          {
            name: 'invalidRequest',
            pointer: '#/components/responses/BadRequest/content/application~1json/examples/invalidRequest',
            value: {
              error: {
                type: 'invalid_request',
                code: 'missing_required_field',
                message: 'The request body is missing.',
                param: 'body',
                request_id: 'req_01HW8K9ZY8',
              },
            },
          },
        ],
      },
    ],
    headers: [
      { name: 'X-RateLimit-Limit', ...HEADERS['#/components/headers/X-RateLimit-Limit'] },
      { name: 'X-RateLimit-Remaining', ...HEADERS['#/components/headers/X-RateLimit-Remaining'] },
      { name: 'X-RateLimit-Reset', ...HEADERS['#/components/headers/X-RateLimit-Reset'] },
      { name: 'Sunset', ...HEADERS['#/components/headers/Sunset'] },
    ],
  },
  '#/components/responses/Unauthorized': {
    pointer: '#/components/responses/Unauthorized',
    content: [
      {
        mediaType: 'application/json',
        schema: '#/components/schemas/ErrorEnvelope',
        examples: [
          {
            name: 'invalidKey',
            pointer: '#/components/responses/Unauthorized/content/application~1json/examples/invalidKey',
            value: {
              error: {
                type: 'authentication_error',
                code: 'invalid_api_key',
                message: 'The API key is invalid, expired or revoked.',
                request_id: 'req_01HW8K9ZY9',
              },
            },
          },
        ],
      },
    ],
    headers: [
      { name: 'X-RateLimit-Limit', ...HEADERS['#/components/headers/X-RateLimit-Limit'] },
      { name: 'X-RateLimit-Remaining', ...HEADERS['#/components/headers/X-RateLimit-Remaining'] },
      { name: 'X-RateLimit-Reset', ...HEADERS['#/components/headers/X-RateLimit-Reset'] },
      { name: 'Sunset', ...HEADERS['#/components/headers/Sunset'] },
    ],
  },
  '#/components/responses/Forbidden': {
    pointer: '#/components/responses/Forbidden',
    content: [
      {
        mediaType: 'application/json',
        schema: '#/components/schemas/ErrorEnvelope',
        examples: [
          {
            name: 'missingPermission',
            pointer: '#/components/responses/Forbidden/content/application~1json/examples/missingPermission',
            value: {
              error: {
                type: 'permission_error',
                code: 'missing_permission',
                message: 'This API key may not change temporary EVSE statuses.',
                request_id: 'req_01HW8K9ZYA',
              },
            },
          },
        ],
      },
    ],
    headers: [
      { name: 'X-RateLimit-Limit', ...HEADERS['#/components/headers/X-RateLimit-Limit'] },
      { name: 'X-RateLimit-Remaining', ...HEADERS['#/components/headers/X-RateLimit-Remaining'] },
      { name: 'X-RateLimit-Reset', ...HEADERS['#/components/headers/X-RateLimit-Reset'] },
      { name: 'Sunset', ...HEADERS['#/components/headers/Sunset'] },
    ],
  },
  '#/components/responses/NotFound': {
    pointer: '#/components/responses/NotFound',
    content: [
      {
        mediaType: 'application/json',
        schema: '#/components/schemas/ErrorEnvelope',
        examples: [
          {
            name: 'unknownId',
            pointer: '#/components/responses/NotFound/content/application~1json/examples/unknownId',
            value: {
              error: {
                type: 'not_found',
                code: 'temporary_evse_status_not_found',
                message: 'There is no temporary EVSE status with this id.',
                param: 'id',
                request_id: 'req_01HW8K9ZYB',
              },
            },
          },
          {
            name: 'unknownEvse',
            pointer: '#/components/responses/NotFound/content/application~1json/examples/unknownEvse',
            value: {
              error: {
                type: 'not_found',
                code: 'evse_not_found',
                message: 'There is no EVSE with this EVSE ID.',
                param: 'evseId',
                request_id: 'req_01HW8K9ZYJ',
              },
            },
          },
        ],
      },
    ],
    headers: [
      { name: 'X-RateLimit-Limit', ...HEADERS['#/components/headers/X-RateLimit-Limit'] },
      { name: 'X-RateLimit-Remaining', ...HEADERS['#/components/headers/X-RateLimit-Remaining'] },
      { name: 'X-RateLimit-Reset', ...HEADERS['#/components/headers/X-RateLimit-Reset'] },
      { name: 'Sunset', ...HEADERS['#/components/headers/Sunset'] },
    ],
  },
  '#/components/responses/Conflict': {
    pointer: '#/components/responses/Conflict',
    content: [
      {
        mediaType: 'application/json',
        schema: '#/components/schemas/ErrorEnvelope',
        examples: [
          {
            name: 'conflict',
            pointer: '#/components/responses/Conflict/content/application~1json/examples/conflict',
            value: {
              error: {
                type: 'conflict',
                code: 'conflict',
                message: 'The request conflicts with the current state of the resource.',
                request_id: 'req_01HW8K9ZYC',
              },
            },
          },
        ],
      },
    ],
    headers: [
      { name: 'X-RateLimit-Limit', ...HEADERS['#/components/headers/X-RateLimit-Limit'] },
      { name: 'X-RateLimit-Remaining', ...HEADERS['#/components/headers/X-RateLimit-Remaining'] },
      { name: 'X-RateLimit-Reset', ...HEADERS['#/components/headers/X-RateLimit-Reset'] },
      { name: 'Sunset', ...HEADERS['#/components/headers/Sunset'] },
    ],
  },
  '#/components/responses/Gone': {
    pointer: '#/components/responses/Gone',
    content: [
      {
        mediaType: 'application/json',
        schema: '#/components/schemas/ErrorEnvelope',
        examples: [
          {
            name: 'versionEnded',
            pointer: '#/components/responses/Gone/content/application~1json/examples/versionEnded',
            value: {
              error: {
                type: 'gone',
                code: 'api_version_ended',
                message: 'This API version has ended. Use the next one.',
                request_id: 'req_01HW8K9ZYD',
              },
            },
          },
        ],
      },
    ],
    headers: [
      { name: 'X-RateLimit-Limit', ...HEADERS['#/components/headers/X-RateLimit-Limit'] },
      { name: 'X-RateLimit-Remaining', ...HEADERS['#/components/headers/X-RateLimit-Remaining'] },
      { name: 'X-RateLimit-Reset', ...HEADERS['#/components/headers/X-RateLimit-Reset'] },
      { name: 'Sunset', ...HEADERS['#/components/headers/Sunset'] },
    ],
  },
  '#/components/responses/ValidationFailed': {
    pointer: '#/components/responses/ValidationFailed',
    content: [
      {
        mediaType: 'application/json',
        schema: '#/components/schemas/ErrorEnvelope',
        examples: [
          {
            name: 'unknownStatus',
            pointer: '#/components/responses/ValidationFailed/content/application~1json/examples/unknownStatus',
            value: {
              error: {
                type: 'invalid_request',
                code: 'invalid_value',
                message: 'temporaryStatus is not one of the allowed values.',
                param: 'temporaryStatus',
                request_id: 'req_01HW8K9ZYE',
              },
            },
          },
        ],
      },
    ],
    headers: [
      { name: 'X-RateLimit-Limit', ...HEADERS['#/components/headers/X-RateLimit-Limit'] },
      { name: 'X-RateLimit-Remaining', ...HEADERS['#/components/headers/X-RateLimit-Remaining'] },
      { name: 'X-RateLimit-Reset', ...HEADERS['#/components/headers/X-RateLimit-Reset'] },
      { name: 'Sunset', ...HEADERS['#/components/headers/Sunset'] },
    ],
  },
  '#/components/responses/TooManyRequests': {
    pointer: '#/components/responses/TooManyRequests',
    content: [
      {
        mediaType: 'application/json',
        schema: '#/components/schemas/ErrorEnvelope',
        examples: [
          {
            name: 'rateLimited',
            pointer: '#/components/responses/TooManyRequests/content/application~1json/examples/rateLimited',
            value: {
              error: {
                type: 'rate_limit_error',
                code: 'rate_limit_exceeded',
                message: 'Too many requests. Try again later.',
                request_id: 'req_01HW8K9ZYF',
              },
            },
          },
        ],
      },
    ],
    headers: [
      { name: 'X-RateLimit-Limit', ...HEADERS['#/components/headers/X-RateLimit-Limit'] },
      { name: 'X-RateLimit-Remaining', ...HEADERS['#/components/headers/X-RateLimit-Remaining'] },
      { name: 'X-RateLimit-Reset', ...HEADERS['#/components/headers/X-RateLimit-Reset'] },
      { name: 'Sunset', ...HEADERS['#/components/headers/Sunset'] },
      { name: 'Retry-After', ...HEADERS['#/components/headers/Retry-After'] },
    ],
  },
  '#/components/responses/ServiceUnavailable': {
    pointer: '#/components/responses/ServiceUnavailable',
    content: [
      {
        mediaType: 'application/json',
        schema: '#/components/schemas/ErrorEnvelope',
        examples: [
          {
            name: 'unavailable',
            pointer: '#/components/responses/ServiceUnavailable/content/application~1json/examples/unavailable',
            value: {
              error: {
                type: 'api_error',
                code: 'service_unavailable',
                message: 'The service is temporarily unavailable.',
                request_id: 'req_01HW8K9ZYG',
              },
            },
          },
        ],
      },
    ],
    headers: [
      { name: 'X-RateLimit-Limit', ...HEADERS['#/components/headers/X-RateLimit-Limit'] },
      { name: 'X-RateLimit-Remaining', ...HEADERS['#/components/headers/X-RateLimit-Remaining'] },
      { name: 'X-RateLimit-Reset', ...HEADERS['#/components/headers/X-RateLimit-Reset'] },
      { name: 'Sunset', ...HEADERS['#/components/headers/Sunset'] },
    ],
  },
  '#/components/responses/ServerError': {
    pointer: '#/components/responses/ServerError',
    content: [
      {
        mediaType: 'application/json',
        schema: '#/components/schemas/ErrorEnvelope',
        examples: [
          {
            name: 'internal',
            pointer: '#/components/responses/ServerError/content/application~1json/examples/internal',
            value: {
              error: {
                type: 'api_error',
                code: 'internal_error',
                message: 'Something went wrong on our side.',
                request_id: 'req_01HW8K9ZYH',
              },
            },
          },
        ],
      },
    ],
    headers: [
      { name: 'X-RateLimit-Limit', ...HEADERS['#/components/headers/X-RateLimit-Limit'] },
      { name: 'X-RateLimit-Remaining', ...HEADERS['#/components/headers/X-RateLimit-Remaining'] },
      { name: 'X-RateLimit-Reset', ...HEADERS['#/components/headers/X-RateLimit-Reset'] },
      { name: 'Sunset', ...HEADERS['#/components/headers/Sunset'] },
    ],
  },
} satisfies Record<Pointer, Omit<DocumentedResponse, 'status'>>;

/** Every operation of the document, in the document's order. */

export const OPERATIONS: readonly Operation[] = [
  {
    operationId: 'updateTemporaryEvseStatus',
    pointer: '#/paths/~1v2~1temporary-evse-statuses~1{id}/patch',
    method: 'PATCH',
    path: '/v2/temporary-evse-statuses/{id}',
    summary: 'Update a Temporary EVSE Status',
    rateLimit: { name: 'write', requests: 120, windowSeconds: 60 },
    security: [[{ name: 'apiKey', pointer: '#/components/securitySchemes/apiKey', type: 'http', scheme: 'bearer' }]],
    parameters: [
      {
        name: 'id',
        in: 'path',
        required: true,
        pointer: '#/paths/~1v2~1temporary-evse-statuses~1{id}/patch/parameters/0',
        schema: '#/paths/~1v2~1temporary-evse-statuses~1{id}/patch/parameters/0/schema',
        examples: [
          {
            name: 'vendor',
            pointer: '#/paths/~1v2~1temporary-evse-statuses~1{id}/patch/parameters/0/examples/vendor',
            value: 42,
          },
        ],
      },
    ],
    requestBody: {
      pointer: '#/paths/~1v2~1temporary-evse-statuses~1{id}/patch/requestBody',
      required: true,
      content: [
        {
          mediaType: 'application/json',
          schema: '#/components/schemas/TemporaryEvseStatusUpdate',
          examples: [
            {
              name: 'maintenanceWindow',
              pointer:
                '#/paths/~1v2~1temporary-evse-statuses~1{id}/patch/requestBody/content/application~1json/examples/maintenanceWindow',
              value: {
                temporaryStatus: 'MAINTENANCE',
                validFrom: '2025-04-23T10:00:00Z',
                validTo: '2025-04-23T18:00:00Z',
              },
            },
            {
              name: 'openEnded',
              pointer:
                '#/paths/~1v2~1temporary-evse-statuses~1{id}/patch/requestBody/content/application~1json/examples/openEnded',
              value: { temporaryStatus: 'BLOCKED', validFrom: '2025-04-23T10:00:00Z' },
            },
          ],
        },
      ],
    },
    responses: [
      {
        status: '200',
        pointer: '#/paths/~1v2~1temporary-evse-statuses~1{id}/patch/responses/200',
        content: [
          {
            mediaType: 'application/json',
            schema: '#/components/schemas/TemporaryEvseStatus',
            examples: [
              {
                name: 'updated',
                pointer:
                  '#/paths/~1v2~1temporary-evse-statuses~1{id}/patch/responses/200/content/application~1json/examples/updated',
                value: {
                  id: 42,
                  temporaryStatus: 'MAINTENANCE',
                  evseId: 'DK*SPI*E123*1',
                  validFrom: '2023-01-01T12:00:00Z',
                  validTo: '2023-01-01T14:00:00Z',
                },
              },
              {
                name: 'openEnded',
                pointer:
                  '#/paths/~1v2~1temporary-evse-statuses~1{id}/patch/responses/200/content/application~1json/examples/openEnded',
                value: {
                  id: 43,
                  temporaryStatus: 'BLOCKED',
                  evseId: 'DK*SPI*E123*2',
                  validFrom: '2025-04-23T10:00:00Z',
                },
              },
            ],
          },
        ],
        headers: [
          { name: 'X-RateLimit-Limit', ...HEADERS['#/components/headers/X-RateLimit-Limit'] },
          { name: 'X-RateLimit-Remaining', ...HEADERS['#/components/headers/X-RateLimit-Remaining'] },
          { name: 'X-RateLimit-Reset', ...HEADERS['#/components/headers/X-RateLimit-Reset'] },
          { name: 'Sunset', ...HEADERS['#/components/headers/Sunset'] },
        ],
      },
      { status: '400', ...RESPONSES['#/components/responses/BadRequest'] },
      { status: '401', ...RESPONSES['#/components/responses/Unauthorized'] },
      { status: '403', ...RESPONSES['#/components/responses/Forbidden'] },
      { status: '404', ...RESPONSES['#/components/responses/NotFound'] },
      { status: '409', ...RESPONSES['#/components/responses/Conflict'] },
      { status: '410', ...RESPONSES['#/components/responses/Gone'] },
      { status: '422', ...RESPONSES['#/components/responses/ValidationFailed'] },
      { status: '429', ...RESPONSES['#/components/responses/TooManyRequests'] },
      { status: '503', ...RESPONSES['#/components/responses/ServiceUnavailable'] },
      { status: '5XX', ...RESPONSES['#/components/responses/ServerError'] },
    ],
  },
  {
    operationId: 'listTemporaryEvseStatuses',
    pointer: '#/paths/~1v2~1temporary-evse-statuses/get',
    method: 'GET',
    path: '/v2/temporary-evse-statuses',
    summary: 'Get all Temporary EVSE Statuses',
    rateLimit: { name: 'read', requests: 600, windowSeconds: 60 },
    security: [[{ name: 'apiKey', pointer: '#/components/securitySchemes/apiKey', type: 'http', scheme: 'bearer' }]],
    parameters: [
      {
        name: 'evseId',
        in: 'query',
        required: false,
        pointer: '#/paths/~1v2~1temporary-evse-statuses/get/parameters/0',
        schema: '#/paths/~1v2~1temporary-evse-statuses/get/parameters/0/schema',
        examples: [
          {
            name: 'vendor',
            pointer: '#/paths/~1v2~1temporary-evse-statuses/get/parameters/0/examples/vendor',
            value: 'DK*SPI*E123*1',
          },
        ],
      },
      {
        name: 'activeOnly',
        in: 'query',
        required: false,
        pointer: '#/paths/~1v2~1temporary-evse-statuses/get/parameters/1',
        schema: '#/paths/~1v2~1temporary-evse-statuses/get/parameters/1/schema',
        default: 'true',
        examples: [
          {
            name: 'active',
            pointer: '#/paths/~1v2~1temporary-evse-statuses/get/parameters/1/examples/active',
            value: 'true',
          },
          {
            name: 'all',
            pointer: '#/paths/~1v2~1temporary-evse-statuses/get/parameters/1/examples/all',
            value: 'false',
          },
        ],
      },
    ],
    responses: [
      {
        status: '200',
        pointer: '#/paths/~1v2~1temporary-evse-statuses/get/responses/200',
        content: [
          {
            mediaType: 'application/json',
            schema: '#/components/schemas/TemporaryEvseStatusList',
            examples: [
              {
                name: 'statuses',
                pointer:
                  '#/paths/~1v2~1temporary-evse-statuses/get/responses/200/content/application~1json/examples/statuses',
                value: [
                  {
                    id: 42,
                    temporaryStatus: 'MAINTENANCE',
                    evseId: 'DK*SPI*E123*1',
                    validFrom: '2023-01-01T12:00:00Z',
                    validTo: '2023-01-01T14:00:00Z',
                  },
                  { id: 43, temporaryStatus: 'BLOCKED', evseId: 'DK*SPI*E123*2', validFrom: '2025-04-23T10:00:00Z' },
                ],
              },
              {
                name: 'none',
                pointer:
                  '#/paths/~1v2~1temporary-evse-statuses/get/responses/200/content/application~1json/examples/none',
                value: [],
              },
            ],
          },
        ],
        headers: [
          { name: 'X-RateLimit-Limit', ...HEADERS['#/components/headers/X-RateLimit-Limit'] },
          { name: 'X-RateLimit-Remaining', ...HEADERS['#/components/headers/X-RateLimit-Remaining'] },
          { name: 'X-RateLimit-Reset', ...HEADERS['#/components/headers/X-RateLimit-Reset'] },
          { name: 'Sunset', ...HEADERS['#/components/headers/Sunset'] },
        ],
      },
      { status: '400', ...RESPONSES['#/components/responses/BadRequest'] },
      { status: '401', ...RESPONSES['#/components/responses/Unauthorized'] },
      { status: '403', ...RESPONSES['#/components/responses/Forbidden'] },
      { status: '410', ...RESPONSES['#/components/responses/Gone'] },
      { status: '422', ...RESPONSES['#/components/responses/ValidationFailed'] },
      { status: '429', ...RESPONSES['#/components/responses/TooManyRequests'] },
      { status: '5XX', ...RESPONSES['#/components/responses/ServerError'] },
    ],
  },
  {
    operationId: 'createTemporaryEvseStatus',
    pointer: '#/paths/~1v2~1temporary-evse-statuses/post',
    method: 'POST',
    path: '/v2/temporary-evse-statuses',
    summary: 'Create a new Temporary EVSE Status',
    rateLimit: { name: 'write', requests: 120, windowSeconds: 60 },
    security: [[{ name: 'apiKey', pointer: '#/components/securitySchemes/apiKey', type: 'http', scheme: 'bearer' }]],
    parameters: [],
    requestBody: {
      pointer: '#/paths/~1v2~1temporary-evse-statuses/post/requestBody',
      required: true,
      content: [
        {
          mediaType: 'application/json',
          schema: '#/components/schemas/TemporaryEvseStatusCreate',
          examples: [
            {
              name: 'maintenanceWindow',
              pointer:
                '#/paths/~1v2~1temporary-evse-statuses/post/requestBody/content/application~1json/examples/maintenanceWindow',
              value: {
                evseId: 'DK*SPI*E123*1',
                temporaryStatus: 'MAINTENANCE',
                validFrom: '2025-04-23T10:00:00Z',
                validTo: '2025-04-23T18:00:00Z',
              },
            },
            {
              name: 'openEnded',
              pointer:
                '#/paths/~1v2~1temporary-evse-statuses/post/requestBody/content/application~1json/examples/openEnded',
              value: { evseId: 'DK*SPI*E123*2', temporaryStatus: 'BLOCKED' },
            },
          ],
        },
      ],
    },
    responses: [
      {
        status: '201',
        pointer: '#/paths/~1v2~1temporary-evse-statuses/post/responses/201',
        content: [
          {
            mediaType: 'application/json',
            schema: '#/components/schemas/TemporaryEvseStatus',
            examples: [
              {
                name: 'created',
                pointer:
                  '#/paths/~1v2~1temporary-evse-statuses/post/responses/201/content/application~1json/examples/created',
                value: {
                  id: 42,
                  temporaryStatus: 'MAINTENANCE',
                  evseId: 'DK*SPI*E123*1',
                  validFrom: '2023-01-01T12:00:00Z',
                  validTo: '2023-01-01T14:00:00Z',
                },
              },
              {
                name: 'openEnded',
                pointer:
                  '#/paths/~1v2~1temporary-evse-statuses/post/responses/201/content/application~1json/examples/openEnded',
                value: {
                  id: 43,
                  temporaryStatus: 'BLOCKED',
                  evseId: 'DK*SPI*E123*2',
                  validFrom: '2025-04-23T10:00:00Z',
                },
              },
            ],
          },
        ],
        headers: [
          { name: 'X-RateLimit-Limit', ...HEADERS['#/components/headers/X-RateLimit-Limit'] },
          { name: 'X-RateLimit-Remaining', ...HEADERS['#/components/headers/X-RateLimit-Remaining'] },
          { name: 'X-RateLimit-Reset', ...HEADERS['#/components/headers/X-RateLimit-Reset'] },
          { name: 'Sunset', ...HEADERS['#/components/headers/Sunset'] },
        ],
      },
      { status: '400', ...RESPONSES['#/components/responses/BadRequest'] },
      { status: '401', ...RESPONSES['#/components/responses/Unauthorized'] },
      { status: '403', ...RESPONSES['#/components/responses/Forbidden'] },
      { status: '404', ...RESPONSES['#/components/responses/NotFound'] },
      { status: '409', ...RESPONSES['#/components/responses/Conflict'] },
      { status: '410', ...RESPONSES['#/components/responses/Gone'] },
      { status: '422', ...RESPONSES['#/components/responses/ValidationFailed'] },
      { status: '429', ...RESPONSES['#/components/responses/TooManyRequests'] },
      { status: '5XX', ...RESPONSES['#/components/responses/ServerError'] },
    ],
  },
];

/** What the document assumes because no page says it. */

export const ASSUMPTIONS: readonly Assumption[] = [
  {
    assumption: 'The success statuses; the pages name none. 201 for a create is the usual choice.',
    places: [
      '#/paths/~1v2~1temporary-evse-statuses~1{id}/patch/responses/200',
      '#/paths/~1v2~1temporary-evse-statuses/post/responses/201',
      '#/paths/~1v2~1temporary-evse-statuses/get/responses/200',
    ],
  },
  {
    assumption: 'An update sends a body, be it `{}`; the page shows one and does not say that it may be left out.',
    places: ['#/paths/~1v2~1temporary-evse-statuses~1{id}/patch/requestBody/required'],
  },
  {
    assumption:
      'Instants are RFC 3339 timestamps. The pages type them as strings; the format is read from their examples and from [conventions], and examples of other resources show `2025-01-27 09:38:41` all the same.',
    places: [
      '#/components/schemas/TemporaryEvseStatusUpdate/properties/validFrom/format',
      '#/components/schemas/TemporaryEvseStatusUpdate/properties/validTo/format',
      '#/components/schemas/TemporaryEvseStatusCreate/properties/validFrom/format',
      '#/components/schemas/TemporaryEvseStatusCreate/properties/validTo/format',
      '#/components/schemas/TemporaryEvseStatus/properties/validFrom/format',
      '#/components/schemas/TemporaryEvseStatus/properties/validTo/format',
    ],
  },
  {
    assumption:
      '`activeOnly=false` lists every status. The page names the default `true` and no other value, and does not say what "active" means.',
    places: ['#/paths/~1v2~1temporary-evse-statuses/get/parameters/1/examples/all'],
  },
  {
    assumption: 'Rate-limit headers hold whole numbers.',
    places: [
      '#/components/headers/X-RateLimit-Limit/schema',
      '#/components/headers/X-RateLimit-Remaining/schema',
      '#/components/headers/X-RateLimit-Reset/schema',
      '#/components/headers/Retry-After/schema',
    ],
  },
  {
    assumption: 'Every response may carry the rate-limit headers; the page does not say which ones do.',
    places: [
      '#/components/headers/X-RateLimit-Limit',
      '#/components/headers/X-RateLimit-Remaining',
      '#/components/headers/X-RateLimit-Reset',
    ],
  },
  {
    assumption: 'A 429 always carries `Retry-After`; the page says that only a 429 carries it.',
    places: ['#/components/headers/Retry-After/required'],
  },
  { assumption: '`Sunset` is an HTTP date, as RFC 8594 has it.', places: ['#/components/headers/Sunset/schema'] },
  {
    assumption: 'Every error has a JSON body. A gateway in front can send HTML or nothing instead; no page says so.',
    places: ['#/components/responses/ServerError/content', '#/components/responses/ServiceUnavailable/content'],
  },
];
