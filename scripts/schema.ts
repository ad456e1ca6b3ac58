// Writes the JSON Schema of outcomes.yml, which the extension contributes to YAML editors: `npx tsx scripts/schema.ts`.
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { jsonSchema } from '../src/core/outcomes/schema';

const target = new URL('../syntaxes/outcomes.schema.json', import.meta.url);
fs.writeFileSync(fileURLToPath(target), `${JSON.stringify(jsonSchema(), null, 2)}\n`);
