import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { ApiModule } from '../../apps/hub/src/http/api.module.ts';
import { describe as describeApi } from '../../apps/hub/src/http/openapi.ts';
import { RUNTIME } from '../../apps/hub/src/runtime.ts';

/** What the console knows of the API. After a change of the API: UPDATE_CLIENT=1 npx jest test/console/client */
const CLIENT = 'apps/console/src/api/schema.d.ts';

@Module({})
class Described {}

/** The API's own document, from its controllers alone: in preview nothing is composed. */
async function document(): Promise<OpenAPI3> {
  const runtime = { provide: RUNTIME, useValue: null };
  const root = { module: Described, global: true, imports: [ApiModule], providers: [runtime], exports: [RUNTIME] };
  const app = await NestFactory.create(root, { preview: true, logger: false });
  return describeApi(app) as unknown as OpenAPI3;
}

test('the committed client speaks the API as it is now', async () => {
  const generated = `// Generated from the hub's OpenAPI document: UPDATE_CLIENT=1 npx jest test/console/client\n\n${astToString(
    await openapiTS(await document()),
  )}`;
  if (process.env['UPDATE_CLIENT']) writeFileSync(CLIENT, generated);
  expect(generated).toBe(readFileSync(CLIENT, 'utf8'));
});
