import { AuthProfile } from './auth.ts';
import { profileSchema, type Schema } from './schema.ts';
import { WireProfile } from './wire.ts';

class TownSettings extends WireProfile {
  static override readonly needs = {
    requests: { create: ['external_id', 'url?'], 'photo?': [] },
    read: { report: ['id', 'label?'] },
  };
}

const SCHEMA = profileSchema(TownSettings);
const at = (...path: string[]): Schema => path.reduce<Schema>((schema, key) => Object(schema)[key] as Schema, SCHEMA);

describe('the schema of a profile', () => {
  test('asks for what the profile must have and gives the usual value of the rest', () => {
    expect(SCHEMA['required']).toEqual(expect.arrayContaining(['connector', 'base_url', 'requests', 'statuses']));
    expect(SCHEMA['required']).not.toContain('timeout');
    expect(at('properties', 'timeout')).toMatchObject({ type: 'string', default: '15s' });
  });

  test('names the requests and fields that the code of the connector needs', () => {
    expect(at('properties', 'requests')).toMatchObject({ required: ['create'], additionalProperties: false });
    expect(at('properties', 'requests', 'properties', 'create', 'properties', 'answer')).toMatchObject({
      required: ['external_id'],
    });
    expect(at('properties', 'read', 'properties', 'report')).toMatchObject({ required: ['id'] });
  });

  test('tells each way of signing in apart, and marks what is secret', () => {
    const ways = at('properties', 'auth')['oneOf'] as Schema[];
    const schemes = ['none', 'bearer', 'header', 'oauth2_client_credentials', 'refreshed'];
    expect(ways.map(({ title }) => title)).toEqual(schemes);
    expect(ways[1]?.properties?.['token']).toMatchObject({ writeOnly: true });
    expect(profileSchema(AuthProfile).properties).toHaveProperty('scheme');
  });
});
