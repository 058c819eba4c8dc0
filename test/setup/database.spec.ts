import { createDatabase, query } from './database.ts';

test('each database of a test is its own, and gone when it is dropped', async () => {
  const [one, two] = await Promise.all([createDatabase(), createDatabase()]);
  await query(one.url, 'create table mine (n int)');
  await expect(query(two.url, 'select * from mine')).rejects.toThrow('does not exist');
  await one.drop();
  await two.drop();
  await expect(query(one.url, 'select 1')).rejects.toThrow('does not exist');
});
