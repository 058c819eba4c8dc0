import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { Needs, Problems, Secured } from '../access/secured.ts';
import { ConversationPage, ConversationQuery, DropPage, DropQuery } from './conversation.dto.ts';
import { conversationPage, dropPage } from './conversation.queries.ts';

@ApiTags('Kanal warga')
@Secured()
@Controller('api/v1')
export class ConversationsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get('conversations')
  @Needs('conversations.read')
  @ApiOperation({ summary: 'Percakapan di kanal warga', description: 'Terbaru dulu; orangnya disamarkan.' })
  @ApiOkResponse({ type: ConversationPage })
  @Problems(400)
  conversations(@Query() query: ConversationQuery): Promise<ConversationPage> {
    return conversationPage(this.runtime.hub, query);
  }

  @Get('drops')
  @Needs('conversations.read')
  @ApiOperation({
    summary: 'Yang tidak dijadikan aduan, dengan alasannya',
    description: 'Terbaru dulu; kata-katanya tersimpan tiga puluh hari.',
  })
  @ApiOkResponse({ type: DropPage })
  @Problems(400)
  drops(@Query() query: DropQuery): Promise<DropPage> {
    return dropPage(this.runtime.hub, query);
  }
}
