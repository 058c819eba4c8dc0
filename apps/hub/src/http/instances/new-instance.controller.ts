import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Adapter, variablesIn, type WireProfile } from '#connector';
import { adapterOf } from '#config/profiles';
import { createInstance, templateFor } from '../../configuration/new-instance.ts';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { By, type Caller } from '../access/caller.ts';
import { Needs, Problems, Secured } from '../access/secured.ts';
import { badField, notFound } from '../problems/problem.ts';
import { refusing } from '../profiles/faults.ts';
import { readSecrets } from '../profiles/secret.dto.ts';
import { InstanceState } from './instance.dto.ts';
import { instanceState } from './instance.queries.ts';
import { Connector, ConnectorList, NewInstanceRequest, Template, TemplateQuery } from './new-instance.dto.ts';

@ApiTags('Koneksi')
@Secured()
@Controller('api/v1')
export class NewInstanceController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get('connectors')
  @Needs('instances.read')
  @ApiOperation({ summary: 'Konektor yang dikenal simpul ini' })
  @ApiOkResponse({ type: ConnectorList })
  connectors(): ConnectorList {
    const { live } = this.runtime;
    const data = live.means.adapters.map(({ name: connector }): Connector => {
      const using = [...live.instances.values()].filter((each) => each.connector === connector);
      return { connector, instances: using.map(({ name }) => name) };
    });
    return { data };
  }

  @Get('connectors/:connector/template')
  @Needs('instances.create')
  @ApiOperation({ summary: 'Contoh profil untuk koneksi baru' })
  @ApiOkResponse({ type: Template })
  @Problems(400, 404)
  async template(@Param('connector') connector: string, @Query() { name }: TemplateQuery): Promise<Template> {
    this.adapter(connector);
    const text = await templateFor(this.runtime.live, connector, name ?? connector);
    if (text === null) throw notFound('Contoh untuk konektor itu');
    return { text, variables: variablesIn(text).filter((variable) => !text.includes(`\${${variable}:-`)) };
  }

  @Post('instances')
  @Needs('instances.create')
  @ApiOperation({ summary: 'Membuat koneksi baru dari contoh', description: 'Langsung berlaku di semua proses.' })
  @ApiCreatedResponse({ type: InstanceState })
  @Problems(400, 404, 409)
  async create(@Body() request: NewInstanceRequest, @By() by: Caller): Promise<InstanceState> {
    const { hub, live } = this.runtime;
    const { name, connector, why } = request;
    const adapter = this.adapter(connector);
    const text = request.text ?? (await templateFor(live, connector, name));
    if (text === null || adapterOf(text, [adapter]) === undefined) throw badField('text', `harus profil ${connector}`);
    const secrets = valuesIn(request.secrets);
    await refusing(() => createInstance(hub, live, { name, adapter, text, secrets, why }, by.actor));
    return instanceState(hub, name);
  }

  private adapter(connector: string): Adapter<WireProfile> {
    const adapter = this.runtime.live.means.adapters.find(({ name }) => name === connector);
    if (!adapter) throw notFound('Konektor itu');
    return adapter as Adapter<WireProfile>;
  }
}

function valuesIn(secrets: object | undefined): Record<string, string> {
  if (secrets === undefined || Object.keys(secrets).length === 0) return {};
  return Object.fromEntries(
    Object.entries(readSecrets(secrets)).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}
