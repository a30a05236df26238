/**
 * The error codes Office.js documents for Excel, as the host raises them, with a plain default message.
 * Codes are what programs read; Excel's own messages are localised and differ.
 */
const API_ERRORS = {
  AccessDenied: "You cannot perform the requested operation.",
  ActivityLimitReached: "Activity limit has been reached.",
  ApiNotFound: "The API you are trying to use could not be found.",
  ConnectionFailure: "The request failed because the connection to the host was lost.",
  GeneralException: "There was an internal error while processing the request.",
  InsertDeleteConflict: "The insert or delete operation attempted resulted in a conflict.",
  InvalidArgument: "The argument is invalid or missing or has an incorrect format.",
  InvalidOperation: "The operation attempted is invalid on the object.",
  InvalidOperationInCellEditMode: "Excel is in cell-editing mode.",
  InvalidReference: "This reference is not valid for the current operation.",
  ItemAlreadyExists: "The resource being created already exists.",
  ItemNotFound: "The requested resource doesn't exist.",
  NotImplemented: "The requested feature isn't implemented.",
  RequestPayloadSizeLimitExceeded: "The request payload size has exceeded the limit.",
  ResponsePayloadSizeLimitExceeded: "The response payload size has exceeded the limit.",
  RangeExceedsLimit: "The cell count in the range has exceeded the maximum supported number.",
  RequestAborted: "The request was aborted during run time.",
  Unauthenticated: "Required authentication information is either missing or invalid.",
} as const;

export type ApiErrorCode = keyof typeof API_ERRORS;

/** A failure of one action of a batch; the executor turns it into the reply that becomes an `OfficeExtension.Error`. */
export class ApiError extends Error {
  constructor(
    readonly code: ApiErrorCode,
    message: string = API_ERRORS[code],
  ) {
    super(message);
    this.name = "ApiError";
  }
}

/** @example throw invalidArgument("position", "a whole number of 0 or more") */
export function invalidArgument(name: string, expected: string): ApiError {
  return new ApiError(
    "InvalidArgument",
    `The argument '${name}' is invalid or missing: ${expected} is expected.`,
  );
}

export function itemNotFound(kind: string, name: unknown): ApiError {
  return new ApiError("ItemNotFound", `There is no ${kind} “${String(name)}”.`);
}

/** What an unimplemented member says: loud, with its full name, so that nobody hunts for it. */
export function notImplemented(className: string, member: string): ApiError {
  const name = member.slice(0, 1).toLowerCase() + member.slice(1);
  return new ApiError(
    "ApiNotFound",
    `${className}.${name} is not implemented by the embedded host (see docs/host.md).`,
  );
}
