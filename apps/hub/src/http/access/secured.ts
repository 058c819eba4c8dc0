import { applyDecorators, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiResponse } from '@nestjs/swagger';
import type { ProblemStatus } from '../problems/problem.ts';
import { ApiKeyGuard } from './api-key.guard.ts';

const MEANING: Partial<Record<ProblemStatus, string>> = {
  400: 'Permintaan tidak sah',
  401: 'Kunci API tidak ada atau salah',
  404: 'Tidak ditemukan',
  409: 'Bertentangan dengan keadaan sekarang',
  413: 'Isi terlalu besar',
  415: 'Isi yang dimampatkan tidak diterima',
  500: 'Galat dalam simpul',
  503: 'Basis data tidak dapat dihubungi',
};

/** Names the problems that an address may answer with, for the OpenAPI document. */
export const Problems = (...statuses: ProblemStatus[]): ClassDecorator & MethodDecorator =>
  applyDecorators(
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: MEANING[status] ?? '',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      }),
    ),
  );

/** For the API key only. */
export const Secured = (): ClassDecorator =>
  applyDecorators(UseGuards(ApiKeyGuard), ApiBearerAuth(), Problems(401, 500, 503));
