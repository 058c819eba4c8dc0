import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiResponse } from '@nestjs/swagger';
import type { ProblemStatus } from '../problems/problem.ts';
import type { Permission } from './permissions.ts';

const MEANING: Partial<Record<ProblemStatus, string>> = {
  400: 'Permintaan tidak sah',
  401: 'Belum masuk, atau kunci API tidak ada atau salah',
  403: 'Peran atau kunci ini tidak boleh melakukannya',
  404: 'Tidak ditemukan',
  409: 'Bertentangan dengan keadaan sekarang',
  413: 'Isi terlalu besar',
  415: 'Isi yang dimampatkan tidak diterima',
  429: 'Terlalu banyak percobaan',
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

/** Says in the OpenAPI document that a session or a key is asked for; that it is, the guard sees to. */
export const Secured = (): ClassDecorator => applyDecorators(ApiBearerAuth(), ApiCookieAuth(), Problems(401, 500, 503));

export const NEEDS = Symbol('Needs');
/** The mark of an address that asks for no log-in. */
export const ANYONE = Symbol('Anyone');

/** The permission that a caller must have. */
export const Needs = (permission: Permission): MethodDecorator =>
  applyDecorators(SetMetadata(NEEDS, permission), Problems(403));

/** For callers without log-in: what is asked here is proven otherwise, or open to everybody. */
export const Anyone = (): ClassDecorator & MethodDecorator => SetMetadata(NEEDS, ANYONE);
