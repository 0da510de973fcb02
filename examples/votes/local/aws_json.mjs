// SPDX-License-Identifier: Apache-2.0

// Calls of the local Kinesis and DynamoDB. They look at the form of a signature alone, so that it is one of nobody.

export class ServiceError extends Error {
  constructor(type, message) {
    super(`${type}: ${message}`);
    this.type = type;
  }
}

const services = {
  kinesis: { prefix: 'Kinesis_20131202', contentType: 'application/x-amz-json-1.1' },
  dynamodb: { prefix: 'DynamoDB_20120810', contentType: 'application/x-amz-json-1.0' },
};

/** call(url, 'kinesis', 'PutRecord', {…}): the answer, or a ServiceError. */
export async function call(url, service, operation, request, region = 'eu-central-1') {
  const { prefix, contentType } = services[service];
  const date = new Date().toISOString().replace(/[-:]|\.\d{3}/g, '');
  const scope = `${date.slice(0, 8)}/${region}/${service}/aws4_request`;
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': contentType,
      'X-Amz-Target': `${prefix}.${operation}`,
      'X-Amz-Date': date,
      Authorization: `AWS4-HMAC-SHA256 Credential=local/${scope}, SignedHeaders=host;x-amz-date;x-amz-target, Signature=${'0'.repeat(64)}`,
    },
    body: JSON.stringify(request),
  });
  const text = await response.text();
  const answer = text === '' ? {} : JSON.parse(text);
  if (response.ok) return answer;
  throw new ServiceError((answer.__type ?? `HTTP ${response.status}`).split('#').pop(), answer.message ?? answer.Message ?? '');
}
