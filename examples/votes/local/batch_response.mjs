// SPDX-License-Identifier: Apache-2.0

// What a function says of a batch of records. (AWS Lambda Developer Guide, "Configuring partial batch response with Kinesis
// Data Streams and Lambda": what counts as a success, as a failure, and as one of the whole batch.)

/**
 * How many of the records are done: all of those in front of the lowest sequence number that failed. 0: the batch failed as a
 * whole, since the function did, or its answer names what is no record of the batch.
 */
export function firstFailure({ payload, error }, records) {
  if (error) return 0;
  const answer = parsed(payload);
  if (answer === undefined) return 0;
  const failures = answer?.batchItemFailures ?? [];
  if (!Array.isArray(failures)) return 0;
  const places = failures.map((failure) => records.findIndex((record) => record.SequenceNumber === failure?.itemIdentifier));
  return places.includes(-1) ? 0 : Math.min(records.length, ...places);
}

/** An empty answer is null; undefined where it is no JSON. */
function parsed(payload) {
  try {
    return payload === '' ? null : JSON.parse(payload);
  } catch {
    return undefined;
  }
}
