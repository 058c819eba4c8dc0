import { ApiProperty } from '@nestjs/swagger';
import { FAILURES } from '#connector';
import { type Cure, CURES, FOUND, type Found, type StepName, STEPS, type Values } from './step.ts';

export class TestStep {
  @ApiProperty({ enum: Object.keys(STEPS) }) step!: StepName;
  @ApiProperty({ example: 'Kredensial diterima' }) title!: string;
  @ApiProperty({ enum: ['ok', 'failed', 'skipped'] }) result!: 'ok' | 'failed' | 'skipped';
  @ApiProperty({ description: 'Apa yang terlihat' }) message!: string;
  @ApiProperty({ enum: Object.keys(FOUND), description: 'Yang sama sebagai kode, untuk bahasa lain' }) found!: Found;
  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
    description: 'Yang terlihat, menurut nama tempatnya dalam kalimat',
  })
  values!: Values;
  @ApiProperty({ type: String, enum: Object.keys(STEPS), nullable: true, description: 'Langkah yang ditunggu' })
  waits_for!: StepName | null;
  @ApiProperty({ type: String, enum: Object.keys(CURES), nullable: true }) cure_code!: Cure | null;
  @ApiProperty({ type: String, nullable: true, description: 'Cara memperbaiki; hanya bila gagal' }) cure!:
    | string
    | null;
  @ApiProperty({ description: 'Lama langkah ini, milidetik' }) ms!: number;
}

export class ConnectionTest {
  @ApiProperty({ description: 'true: tidak ada langkah yang gagal' }) ok!: boolean;
  @ApiProperty({ required: false, enum: Object.keys(FAILURES), description: 'Hanya bila gagal' }) failure?: string;
  @ApiProperty({ example: 'LaporGub menjawab', description: 'Kegagalan pertama, atau jawaban platform' })
  message!: string;
  @ApiProperty({ description: 'Lama seluruhnya, milidetik' }) ms!: number;
  @ApiProperty({ type: [TestStep], description: 'Langkah demi langkah, menurut urutan' }) steps!: TestStep[];
}
