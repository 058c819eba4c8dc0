/** What the audit tells of: complaints' events, alerts, the ways in which messages come, what people do, differences. */
const GROUPS = ['event', 'alert', 'waiting', 'done', 'drift'];

/** Under which of them the catalogue names an event. */
export const groupOfEvent = (type: string, words: object): string =>
  GROUPS.find((group) => `${group}.${type}` in words) ?? 'event';

/** Every event that the catalogue names, once. */
export const eventsIn = (words: object): string[] => {
  const keys = Object.keys(words).map((key) => key.split('.'));
  return [...new Set(keys.flatMap(([group = '', type]) => (type && GROUPS.includes(group) ? [type] : [])))];
};
