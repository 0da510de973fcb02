// SPDX-License-Identifier: Apache-2.0

// The pipeline as a whole: services, functions, and what stands between them.
import { appendFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { fileURLToPath } from 'node:url';
import { apiGateway } from './api_gateway.mjs';
import { faultProxy } from './faults.mjs';
import { FunctionHost } from './function_host.mjs';
import { listen } from './http.mjs';
import { KinesisSource } from './kinesis_source.mjs';
import { pageFiles } from './page_files.mjs';
import { startServices } from './services.mjs';

export const stream = 'votes';
export const table = 'votes';
const region = 'eu-central-1';
const routes = ['POST /votes', 'GET /votes'];
const pageFolder = fileURLToPath(new URL('../page', import.meta.url));

/** A server for the page, and for the API's routes by `invoke`; its URL. */
export async function startFront({ invoke, port = 0, log }) {
  const page = pageFiles(pageFolder, ['index.html', 'votes.css', 'votes.js']);
  const api = apiGateway({ routes, invoke, log });
  const server = http.createServer((request, response) => {
    if (!page(request, response)) api(request, response);
  });
  const url = await listen(server, port);
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url, stop };
}

/**
 * producer, consumer: command lines. modules: see startServices. deadLetters: a file, emptied first, for a line of JSON for each
 * batch that was given up. kinesisFaults, dynamodbFaults: rules for a proxy between functions and services. log: is told lines.
 */
export async function startPipeline({ producer, consumer, modules, deadLetters, port = 0, kinesisFaults = [], dynamodbFaults = [],
  source: settings = {}, log = () => {} }) {
  writeFileSync(deadLetters, '');
  const services = await startServices({ modules, stream, table });
  const kinesisProxy = await faultProxy(services.kinesis, kinesisFaults);
  const dynamodbProxy = await faultProxy(services.dynamodb, dynamodbFaults);
  const environment = {
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_KINESIS: kinesisProxy.url,
    AWS_ENDPOINT_URL_DYNAMODB: dynamodbProxy.url,
    VOTES_STREAM: stream,
    VOTES_TABLE: table,
  };
  const host = (name, command, concurrency) => new FunctionHost({ name, command, environment, region, concurrency, log });
  const functions = { producer: host('votes-producer', producer, 4), consumer: host('votes-consumer', consumer, 2) };
  const source = new KinesisSource({
    url: services.kinesis,
    stream,
    region,
    functionArn: functions.consumer.arn,
    invoke: (payload) => functions.consumer.invoke(payload),
    onFailure: (letter) => appendFileSync(deadLetters, `${JSON.stringify(letter)}\n`),
    log,
    ...settings,
  });
  await source.start();
  const front = await startFront({ invoke: (payload) => functions.producer.invoke(payload), port, log });
  const stop = async () => {
    front.stop();
    await source.stop();
    await Promise.all([functions.producer.stop(), functions.consumer.stop()]);
    for (const server of [kinesisProxy, dynamodbProxy, services]) server.stop();
  };
  return { url: front.url, services, functions, source, stop };
}
