import { readFileSync } from 'node:fs';
import { readAreas } from '../../config/areas.ts';
import { readKnowledge } from '../../config/profiles.ts';

export const AREAS = readAreas('config');
export const CLASSIFICATION = readFileSync('config/classification.yaml', 'utf8');

/** What ships. */
export const KNOWLEDGE = readKnowledge('config');
