import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCookieAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { removeView, saveView, viewsOf } from '#store';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { ByPerson, type Person } from '../access/caller.ts';
import { Needs, Problems } from '../access/secured.ts';
import { UUID } from '../paging/cursor.ts';
import { notFound, ProblemError } from '../problems/problem.ts';
import { NewView, RemovedView, ViewItem, ViewList } from './view.dto.ts';

/** A number that was searched for is asked for anew: nobody's number is kept beside a name. */
function withoutPhone(query: string): string {
  const filters = new URLSearchParams(query);
  filters.delete('phone');
  return filters.toString();
}

/** Filters that a person wants again, under a name of that person's own. */
@ApiTags('Akun sendiri')
@ApiCookieAuth()
@Problems(401, 500, 503)
@Controller('api/v1/views')
export class ViewsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get()
  @Needs('account.own')
  @ApiOperation({ summary: 'Tampilan yang disimpan sendiri' })
  @ApiOkResponse({ type: ViewList })
  async list(@ByPerson() person: Person): Promise<ViewList> {
    return { data: await viewsOf(this.runtime.hub.pool, person.id) };
  }

  @Post()
  @HttpCode(200)
  @Needs('account.own')
  @ApiOperation({ summary: 'Menyimpan sebuah tampilan' })
  @ApiOkResponse({ type: ViewItem })
  @Problems(400, 409)
  async save(@Body() { page, name, query }: NewView, @ByPerson() person: Person): Promise<ViewItem> {
    const view = { page, name, query: withoutPhone(query) };
    const saved = await saveView(this.runtime.hub.pool, person.id, view);
    if (!saved) throw new ProblemError(409, { detail: 'Tampilan Anda sudah terlalu banyak; hapus salah satunya.' });
    return saved;
  }

  @Delete(':id')
  @Needs('account.own')
  @ApiOperation({ summary: 'Menghapus sebuah tampilan sendiri' })
  @ApiOkResponse({ type: RemovedView })
  @Problems(404)
  async remove(@Param('id') id: string, @ByPerson() person: Person): Promise<RemovedView> {
    const isGone = UUID.test(id) && (await removeView(this.runtime.hub.pool, person.id, id));
    if (!isGone) throw notFound('Tampilan itu');
    return { id };
  }
}
