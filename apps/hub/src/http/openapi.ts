import type { INestApplication } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { Problem } from './problems/problem.ts';

const DESCRIPTION = `Simpul antara tempat warga Purbalingga mengadu dan sistem kantor yang menindaklanjuti.

Alamat di bawah \`/api/v1\` memerlukan kunci API sebagai bearer token, atau sesi orang yang masuk; perubahan dalam sesi
disertai X-CSRF-Token. Galat berbentuk RFC 9457. Daftar dibaca per halaman: kirim \`next_cursor\` sebagai \`cursor\` sampai
nilainya null. Waktu tanpa zona dibaca sebagai WIB.`;

/** The document at /api/openapi.json and its pages at /api/docs, which load nothing from elsewhere. */
export function serveOpenApi(app: NestExpressApplication): void {
  let document: OpenAPIObject | undefined;
  SwaggerModule.setup('api/docs', app, () => (document ??= describe(app)), {
    customSiteTitle: 'Simpul Aduan',
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
  });
}

/** What the API is, without a database: of it the console's client is generated. */
export function describe(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Simpul Aduan')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'HUB_API_KEY' })
    .addCookieAuth('sesi', { type: 'apiKey', in: 'cookie', description: 'Sesi dari POST /api/v1/session' })
    .build();
  return SwaggerModule.createDocument(app, config, { extraModels: [Problem] });
}
