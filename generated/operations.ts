// Made by `npm run generate` from openapi/temporary-evse-statuses.yaml. Do not edit: change the document.

/** A JSON pointer into the document (`openapi.json`), written as a URI fragment: `#/components/…`. */
export type Pointer = string;

export interface Example {
  /** The name that `Prefer: example=` asks for. */
  readonly name: string;
  readonly pointer: Pointer;
  readonly value: unknown;
}

export interface Content {
  readonly mediaType: string;
  /** Where the schema stands, references followed: the key of its judge in `judge.ts`. */
  readonly schema: Pointer;
  readonly examples: readonly Example[];
}

/** A parameter of a request, or a header of an answer. */
export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly pointer: Pointer;
  /** Where the schema stands, references followed: the key of its judge in `judge.ts`. */
  readonly schema: Pointer;
  readonly examples: readonly Example[];
}

export interface Parameter extends Field {
  readonly in: 'path' | 'query' | 'header' | 'cookie';
}

export interface RequestBody {
  readonly pointer: Pointer;
  readonly required: boolean;
  /** Keywords of the request body that no page states. */
  readonly assumed: readonly string[];
  readonly content: readonly Content[];
}

export interface Answer {
  /** A status code, or a range such as `5XX`. */
  readonly status: string;
  readonly pointer: Pointer;
  readonly headers: readonly Field[];
  readonly content: readonly Content[];
}

export interface SecurityScheme {
  readonly name: string;
  readonly pointer: Pointer;
  /** For example `http`. */
  readonly type: string;
  /** For example `bearer`. */
  readonly scheme?: string;
}

export interface Operation {
  readonly operationId: string;
  readonly pointer: Pointer;
  /** In capitals. */
  readonly method: string;
  /** The path template, for example `/things/{id}`. */
  readonly path: string;
  readonly summary?: string;
  readonly rateLimit?: { readonly requests: number; readonly windowSeconds: number };
  /** Alternatives; within each, every scheme has to be met. Empty: no authentication. */
  readonly security: readonly (readonly SecurityScheme[])[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: RequestBody;
  readonly responses: readonly Answer[];
}

/** Every operation of the document, in its order. */
export const OPERATIONS: readonly Operation[] = [
  {
    "operationId": "updateTemporaryEvseStatus",
    "pointer": "#/paths/~1v2~1temporary-evse-statuses~1{id}/patch",
    "method": "PATCH",
    "path": "/v2/temporary-evse-statuses/{id}",
    "summary": "Update a Temporary EVSE Status",
    "rateLimit": {
      "requests": 120,
      "windowSeconds": 60
    },
    "security": [
      [
        {
          "name": "apiKey",
          "pointer": "#/components/securitySchemes/apiKey",
          "type": "http",
          "scheme": "bearer"
        }
      ]
    ],
    "parameters": [
      {
        "name": "id",
        "in": "path",
        "required": true,
        "pointer": "#/paths/~1v2~1temporary-evse-statuses~1{id}/patch/parameters/0",
        "schema": "#/paths/~1v2~1temporary-evse-statuses~1{id}/patch/parameters/0/schema",
        "examples": [
          {
            "name": "vendor",
            "pointer": "#/paths/~1v2~1temporary-evse-statuses~1{id}/patch/parameters/0/examples/vendor",
            "value": 42
          }
        ]
      }
    ],
    "requestBody": {
      "pointer": "#/paths/~1v2~1temporary-evse-statuses~1{id}/patch/requestBody",
      "required": true,
      "assumed": [
        "required"
      ],
      "content": [
        {
          "mediaType": "application/json",
          "schema": "#/components/schemas/TemporaryEvseStatusUpdate",
          "examples": [
            {
              "name": "maintenanceWindow",
              "pointer": "#/paths/~1v2~1temporary-evse-statuses~1{id}/patch/requestBody/content/application~1json/examples/maintenanceWindow",
              "value": {
                "temporaryStatus": "MAINTENANCE",
                "validFrom": "2025-04-23T10:00:00Z",
                "validTo": "2025-04-23T18:00:00Z"
              }
            },
            {
              "name": "openEnded",
              "pointer": "#/paths/~1v2~1temporary-evse-statuses~1{id}/patch/requestBody/content/application~1json/examples/openEnded",
              "value": {
                "temporaryStatus": "BLOCKED",
                "validFrom": "2025-04-23T10:00:00Z"
              }
            }
          ]
        }
      ]
    },
    "responses": [
      {
        "status": "200",
        "pointer": "#/paths/~1v2~1temporary-evse-statuses~1{id}/patch/responses/200",
        "content": [
          {
            "mediaType": "application/json",
            "schema": "#/components/schemas/TemporaryEvseStatus",
            "examples": [
              {
                "name": "updated",
                "pointer": "#/paths/~1v2~1temporary-evse-statuses~1{id}/patch/responses/200/content/application~1json/examples/updated",
                "value": {
                  "id": 42,
                  "temporaryStatus": "MAINTENANCE",
                  "evseId": "DK*SPI*E123*1",
                  "validFrom": "2023-01-01T12:00:00Z",
                  "validTo": "2023-01-01T14:00:00Z"
                }
              },
              {
                "name": "openEnded",
                "pointer": "#/paths/~1v2~1temporary-evse-statuses~1{id}/patch/responses/200/content/application~1json/examples/openEnded",
                "value": {
                  "id": 43,
                  "temporaryStatus": "BLOCKED",
                  "evseId": "DK*SPI*E123*2",
                  "validFrom": "2025-04-23T10:00:00Z"
                }
              }
            ]
          }
        ],
        "headers": [
          {
            "name": "X-RateLimit-Limit",
            "required": false,
            "pointer": "#/components/headers/X-RateLimit-Limit",
            "schema": "#/components/headers/X-RateLimit-Limit/schema",
            "examples": [
              {
                "name": "example",
                "pointer": "#/components/headers/X-RateLimit-Limit/example",
                "value": 120
              }
            ]
          },
          {
            "name": "X-RateLimit-Remaining",
            "required": false,
            "pointer": "#/components/headers/X-RateLimit-Remaining",
            "schema": "#/components/headers/X-RateLimit-Remaining/schema",
            "examples": [
              {
                "name": "example",
                "pointer": "#/components/headers/X-RateLimit-Remaining/example",
                "value": 119
              }
            ]
          },
          {
            "name": "X-RateLimit-Reset",
            "required": false,
            "pointer": "#/components/headers/X-RateLimit-Reset",
            "schema": "#/components/headers/X-RateLimit-Reset/schema",
            "examples": [
              {
                "name": "example",
                "pointer": "#/components/headers/X-RateLimit-Reset/example",
                "value": 1779198300
              }
            ]
          },
          {
            "name": "Sunset",
            "required": false,
            "pointer": "#/components/headers/Sunset",
            "schema": "#/components/headers/Sunset/schema",
            "examples": [
              {
                "name": "example",
                "pointer": "#/components/headers/Sunset/example",
                "value": "Sat, 31 Dec 2033 23:59:59 GMT"
              }
            ]
          }
        ]
      },
      {
        "status": "400",
        "pointer": "#/components/responses/BadRequest",
        "content": [
          {
            "mediaType": "application/json",
            "schema": "#/components/schemas/ApiErrorResponse",
            "examples": [
              {
                "name": "invalidRequest",
                "pointer": "#/components/responses/BadRequest/content/application~1json/examples/invalidRequest",
                "value": {
                  "error": {
                    "type": "invalid_request",
                    "code": "missing_required_field",
                    "message": "The request body is missing.",
                    "param": "body",
                    "request_id": "req_01HW8K9ZY8"
                  }
                }
              }
            ]
          }
        ],
        "headers": [
          {
            "name": "X-RateLimit-Limit",
            "required": false,
            "pointer": "#/components/headers/X-RateLimit-Limit",
            "schema": "#/components/headers/X-RateLimit-Limit/schema",
            "examples": [
              {
                "name": "example",
                "pointer": "#/components/headers/X-RateLimit-Limit/example",
                "value": 120
              }
            ]
          },
          {
            "name": "X-RateLimit-Remaining",
            "required": false,
            "pointer": "#/components/headers/X-RateLimit-Remaining",
            "schema": "#/components/headers/X-RateLimit-Remaining/schema",
            "examples": [
              {
                "name": "example",
                "pointer": "#/components/headers/X-RateLimit-Remaining/example",
                "value": 119
              }
            ]
          },
          {
            "name": "X-RateLimit-Reset",
            "required": false,
            "pointer": "#/components/headers/X-RateLimit-Reset",
            "schema": "#/components/headers/X-RateLimit-Reset/schema",
            "examples": [
              {
                "name": "example",
                "pointer": "#/components/headers/X-RateLimit-Reset/example",
                "value": 1779198300
              }
            ]
          }
        ]
      },
      {
        "status": "401",
        "pointer": "#/components/responses/Unauthorized",
        "content": [
          {
            "mediaType": "application/json",
            "schema": "#/components/schemas/ApiErrorResponse",
            "examples": [
              {
                "name": "invalidKey",
                "pointer": "#/components/responses/Unauthorized/content/application~1json/examples/invalidKey",
                "value": {
                  "error": {
                    "type": "authentication_error",
                    "code": "invalid_api_key",
                    "message": "The API key is invalid, expired or revoked.",
                    "request_id": "req_01HW8K9ZY9"
                  }
                }
              }
            ]
          }
        ],
        "headers": [
          {
            "name": "X-RateLimit-Limit",
            "required": false,
            "pointer": "#/components/headers/X-RateLimit-Limit",
            "schema": "#/components/headers/X-RateLimit-Limit/schema",
            "examples": [
              {
                "name": "example",
                "pointer": "#/components/headers/X-RateLimit-Limit/example",
                "value": 120
              }
            ]
          },
          {
            "name": "X-RateLimit-Remaining",
            "required": false,
            "pointer": "#/components/headers/X-RateLimit-Remaining",
            "schema": "#/components/headers/X-RateLimit-Remaining/schema",
            "examples": [
              {
                "name": "example",
                "pointer": "#/components/headers/X-RateLimit-Remaining/example",
                "value": 119
              }
            ]
          },
          {
            "name": "X-RateLimit-Reset",
            "required": false,
            "pointer": "#/components/headers/X-RateLimit-Reset",
            "schema": "#/components/headers/X-RateLimit-Reset/schema",
            "examples": [
              {
                "name": "example",
                "pointer": "#/components/headers/X-RateLimit-Reset/example",
                "value": 1779198300
              }
            ]
          }
        ]
      },
      {
        "status": "403",
        "pointer": "#/components/responses/Forbidden",
        "content": [
          {
            "mediaType": "application/json",
            "schema": "#/components/schemas/ApiErrorResponse",
            "examples": [
              {
                "name": "missingPermission",
                "pointer": "#/components/responses/Forbidden/content/application~1json/examples/missingPermission",
                "value": {
                  "error": {
                    "type": "permission_error",
                    "code": "missing_permission",
                    "message": "This API key may not change temporary EVSE statuses.",
                    "request_id": "req_01HW8K9ZYA"
                  }
                }
              }
            ]
          }
        ],
        "headers": [
          {
            "name": "X-RateLimit-Limit",
            "required": false,
            "pointer": "#/components/headers/X-RateLimit-Limit",
            "schema": "#/components/headers/X-RateLimit-Limit/schema",
            "examples": [
              {
                "name": "example",
                "pointer": "#/components/headers/X-RateLimit-Limit/example",
                "value": 120
              }
            ]
          },
          {
            "name": "X-RateLimit-Remaining",
            "required": false,
            "pointer": "#/components/headers/X-RateLimit-Remaining",
            "schema": "#/components/headers/X-RateLimit-Remaining/schema",
            "examples": [
              {
                "name": "example",
                "pointer": "#/components/headers/X-RateLimit-Remaining/example",
                "value": 119
              }
            ]
          },
          {
            "name": "X-RateLimit-Reset",
            "required": false,
            "pointer": "#/components/headers/X-RateLimit-Reset",
            "schema": "#/components/headers/X-RateLimit-Reset/schema",
            "examples": [
              {
                "name": "example",
                "pointer": "#/components/headers/X-RateLimit-Reset/example",
                "value": 1779198300
              }
            ]
          }
        ]
      },
      {
        "status": "404",
        "pointer": "#/components/responses/NotFound",
        "content": [
          {
            "mediaType": "application/json",
            "schema": "#/components/schemas/ApiErrorResponse",
            "examples": [
              {
                "name": "unknownId",
                "pointer": "#/components/responses/NotFound/content/application~1json/examples/unknownId",
                "value": {
                  "error": {
                    "type": "not_found",
                    "code": "temporary_evse_status_not_found",
                    "message": "There is no temporary EVSE status with this id.",
                    "param": "id",
                    "request_id": "req_01HW8K9ZYB"
                  }
                }
              }
            ]
          }
        ],
        "headers": [
          {
            "name": "X-RateLimit-Limit",
            "required": false,
            "pointer": "#/components/headers/X-RateLimit-Limit",
            "schema": "#/components/headers/X-RateLimit-Limit/schema",
            "examples": [
              {
                "name": "example",
                "pointer": "#/components/headers/X-RateLimit-Limit/example",
                "value": 120
              }
            ]
          },
          {
            "name": "X-RateLimit-Remaining",
            "required": false,
            "pointer": "#/components/headers/X-RateLimit-Remaining",
            "schema": "#/components/headers/X-RateLimit-Remaining/schema",
            "examples": [
              {
                "name": "example",
                "pointer": "#/components/headers/X-RateLimit-Remaining/example",
                "value": 119
              }
            ]
          },
          {
            "name": "X-RateLimit-Reset",
            "required": false,
            "pointer": "#/components/headers/X-RateLimit-Reset",
            "schema": "#/components/headers/X-RateLimit-Reset/schema",
            "examples": [
              {
                "name": "example",
                "pointer": "#/components/headers/X-RateLimit-Reset/example",
                "value": 1779198300
              }
            ]
          }
        ]
      },
      {
        "status": "409",
        "pointer": "#/components/responses/Conflict",
        "content": [
          {
            "mediaType": "application/json",
            "schema": "#/components/schemas/ApiErrorResponse",
            "examples": [
              {
                "name": "overlappingStatus",
                "pointer": "#/components/responses/Conflict/content/application~1json/examples/overlappingStatus",
                "value": {
                  "error": {
                    "type": "conflict",
                    "code": "overlapping_temporary_status",
                    "message": "The EVSE already has a temporary status in this period.",
                    "request_id": "req_01HW8K9ZYC"
                  }
                }
              }
            ]
          }
        ],
        "headers": [
          {
            "name": "X-RateLimit-Limit",
            "required": false,
            "pointer": "#/components/headers/X-RateLimit-Limit",
            "schema": "#/components/headers/X-RateLimit-Limit/schema",
            "examples": [
              {
                "name": "example",
                "pointer": "#/components/headers/X-RateLimit-Limit/example",
                "value": 120
              }
            ]
          },
          {
            "name": "X-RateLimit-Remaining",
            "required": false,
            "pointer": "#/components/headers/X-RateLimit-Remaining",
            "schema": "#/components/headers/X-RateLimit-Remaining/schema",
            "examples": [
              {
                "name": "example",
                "pointer": "#/components/headers/X-RateLimit-Remaining/example",
                "value": 119
              }
            ]
          },
          {
            "name": "X-RateLimit-Reset",
            "required": false,
            "pointer": "#/components/headers/X-RateLimit-Reset",
            "schema": "#/components/headers/X-RateLimit-Reset/schema",
            "examples": [
              {
                "name": "example",
                "pointer": "#/components/headers/X-RateLimit-Reset/example",
                "value": 1779198300
              }
            ]
          }
        ]
      },
      {
        "status": "410",
        "pointer": "#/components/responses/Gone",
        "content": [
          {
            "mediaType": "application/json",
            "schema": "#/components/schemas/ApiErrorResponse",
            "examples": [
              {
                "name": "versionEnded",
                "pointer": "#/components/responses/Gone/content/application~1json/examples/versionEnded",
                "value": {
                  "error": {
                    "type": "gone",
                    "code": "api_version_ended",
                    "message": "This API version has ended. Use the next one.",
                    "request_id": "req_01HW8K9ZYD"
                  }
                }
              }
            ]
          }
        ],
        "headers": []
      },
      {
        "status": "422",
        "pointer": "#/components/responses/ValidationFailed",
        "content": [
          {
            "mediaType": "application/json",
            "schema": "#/components/schemas/ApiErrorResponse",
            "examples": [
              {
                "name": "unknownStatus",
                "pointer": "#/components/responses/ValidationFailed/content/application~1json/examples/unknownStatus",
                "value": {
                  "error": {
                    "type": "invalid_request",
                    "code": "invalid_value",
                    "message": "temporaryStatus is not one of the allowed values.",
                    "param": "temporaryStatus",
                    "request_id": "req_01HW8K9ZYE"
                  }
                }
              }
            ]
          }
        ],
        "headers": [
          {
            "name": "X-RateLimit-Limit",
            "required": false,
            "pointer": "#/components/headers/X-RateLimit-Limit",
            "schema": "#/components/headers/X-RateLimit-Limit/schema",
            "examples": [
              {
                "name": "example",
                "pointer": "#/components/headers/X-RateLimit-Limit/example",
                "value": 120
              }
            ]
          },
          {
            "name": "X-RateLimit-Remaining",
            "required": false,
            "pointer": "#/components/headers/X-RateLimit-Remaining",
            "schema": "#/components/headers/X-RateLimit-Remaining/schema",
            "examples": [
              {
                "name": "example",
                "pointer": "#/components/headers/X-RateLimit-Remaining/example",
                "value": 119
              }
            ]
          },
          {
            "name": "X-RateLimit-Reset",
            "required": false,
            "pointer": "#/components/headers/X-RateLimit-Reset",
            "schema": "#/components/headers/X-RateLimit-Reset/schema",
            "examples": [
              {
                "name": "example",
                "pointer": "#/components/headers/X-RateLimit-Reset/example",
                "value": 1779198300
              }
            ]
          }
        ]
      },
      {
        "status": "429",
        "pointer": "#/components/responses/TooManyRequests",
        "content": [
          {
            "mediaType": "application/json",
            "schema": "#/components/schemas/ApiErrorResponse",
            "examples": [
              {
                "name": "rateLimited",
                "pointer": "#/components/responses/TooManyRequests/content/application~1json/examples/rateLimited",
                "value": {
                  "error": {
                    "type": "rate_limit_error",
                    "code": "rate_limit_exceeded",
                    "message": "Too many requests. Try again later.",
                    "request_id": "req_01HW8K9ZYF"
                  }
                }
              }
            ]
          }
        ],
        "headers": [
          {
            "name": "X-RateLimit-Limit",
            "required": false,
            "pointer": "#/components/headers/X-RateLimit-Limit",
            "schema": "#/components/headers/X-RateLimit-Limit/schema",
            "examples": [
              {
                "name": "example",
                "pointer": "#/components/headers/X-RateLimit-Limit/example",
                "value": 120
              }
            ]
          },
          {
            "name": "X-RateLimit-Remaining",
            "required": false,
            "pointer": "#/components/headers/X-RateLimit-Remaining",
            "schema": "#/components/headers/X-RateLimit-Remaining/schema",
            "examples": [
              {
                "name": "example",
                "pointer": "#/components/headers/X-RateLimit-Remaining/example",
                "value": 119
              }
            ]
          },
          {
            "name": "X-RateLimit-Reset",
            "required": false,
            "pointer": "#/components/headers/X-RateLimit-Reset",
            "schema": "#/components/headers/X-RateLimit-Reset/schema",
            "examples": [
              {
                "name": "example",
                "pointer": "#/components/headers/X-RateLimit-Reset/example",
                "value": 1779198300
              }
            ]
          },
          {
            "name": "Retry-After",
            "required": true,
            "pointer": "#/components/headers/Retry-After",
            "schema": "#/components/headers/Retry-After/schema",
            "examples": [
              {
                "name": "example",
                "pointer": "#/components/headers/Retry-After/example",
                "value": 12
              }
            ]
          }
        ]
      },
      {
        "status": "503",
        "pointer": "#/components/responses/ServiceUnavailable",
        "content": [
          {
            "mediaType": "application/json",
            "schema": "#/components/schemas/ApiErrorResponse",
            "examples": [
              {
                "name": "unavailable",
                "pointer": "#/components/responses/ServiceUnavailable/content/application~1json/examples/unavailable",
                "value": {
                  "error": {
                    "type": "api_error",
                    "code": "service_unavailable",
                    "message": "The service is temporarily unavailable.",
                    "request_id": "req_01HW8K9ZYG"
                  }
                }
              }
            ]
          }
        ],
        "headers": []
      },
      {
        "status": "5XX",
        "pointer": "#/components/responses/ServerError",
        "content": [
          {
            "mediaType": "application/json",
            "schema": "#/components/schemas/ApiErrorResponse",
            "examples": [
              {
                "name": "internal",
                "pointer": "#/components/responses/ServerError/content/application~1json/examples/internal",
                "value": {
                  "error": {
                    "type": "api_error",
                    "code": "internal_error",
                    "message": "Something went wrong on our side.",
                    "request_id": "req_01HW8K9ZYH"
                  }
                }
              }
            ]
          }
        ],
        "headers": []
      }
    ]
  }
];
