import { randomBytes } from 'node:crypto';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Db, insertApiKey, isUniqueViolation, revokeApiKey, transaction } from '#store';
import type { Response } from 'express';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { By, type Caller } from '../access/caller.ts';
import { Needs, Problems, Secured } from '../access/secured.ts';
import { UUID } from '../paging/cursor.ts';
import { notFound, ProblemError } from '../problems/problem.ts';
import { traceIdOf } from '../trace.ts';
import { KeyList, type KeyView, MadeKey, NewKey, RevokedKey } from './keys.dto.ts';
import { note } from './users.ts';

const KEY_BYTES = 32;
/** By which a key that leaked into a text is recognised. */
const PREFIX = 'simpul_';

@ApiTags('Kunci API')
@Secured()
@Controller('api/v1/keys')
export class KeysController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get()
  @Needs('keys.manage')
  @ApiOperation({ summary: 'Kunci mesin yang berlaku', description: 'HUB_API_KEY tidak termasuk.' })
  @ApiOkResponse({ type: KeyList })
  async list(): Promise<KeyList> {
    return { data: await keys(this.runtime.hub.pool) };
  }

  @Post()
  @HttpCode(200)
  @Needs('keys.manage')
  @ApiOperation({ summary: 'Membuat kunci untuk sebuah mesin' })
  @ApiOkResponse({ type: MadeKey })
  @Problems(400, 409)
  async make(
    @Body() { name, scopes }: NewKey,
    @By() { actor }: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MadeKey> {
    const { pool, sealer } = this.runtime.hub;
    const key = PREFIX + randomBytes(KEY_BYTES).toString('base64url');
    const act = { actor, traceId: traceIdOf(response) };
    response.set('cache-control', 'no-store');
    try {
      return await transaction(pool, async (tx) => {
        const id = await insertApiKey(tx, { name, scopes, keyHash: sealer.hash(key), by: actor });
        await note(tx, act, 'key_made', `${name}: ${scopes.join(', ')}`);
        const made = (await keys(tx)).find((each) => each.id === id);
        if (!made) throw new Error(`No key ${id}`);
        return Object.assign(made, { key });
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw new ProblemError(409, { detail: 'Nama itu sudah dipakai kunci lain.' });
      throw error;
    }
  }

  @Delete(':id')
  @Needs('keys.manage')
  @ApiOperation({ summary: 'Mencabut sebuah kunci, seketika' })
  @ApiOkResponse({ type: RevokedKey })
  @Problems(404)
  revoke(
    @Param('id') id: string,
    @By() { actor }: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RevokedKey> {
    return transaction(this.runtime.hub.pool, async (tx) => {
      const name = UUID.test(id) ? await revokeApiKey(tx, id) : undefined;
      if (name === undefined) throw notFound('Kunci itu');
      await note(tx, { actor, traceId: traceIdOf(response) }, 'key_revoked', name);
      return { id, outcome: 'revoked' };
    });
  }
}

async function keys(db: Db): Promise<KeyView[]> {
  const { rows } = await db.query<KeyView>(
    `select id, name, scopes, created_by, created_at, used_at from api_key
     where revoked_at is null order by created_at desc, id desc`,
  );
  return rows;
}
