import assert from 'node:assert/strict';
import fs from 'node:fs';
import { RULE_CODES } from '../../../../src/core/outcomes/codes';
import {
  checkInFields,
  describe as describeField,
  fileFields,
  jsonSchema,
  metricFields,
  outcomeFields,
  outputFields,
  policyFields,
} from '../../../../src/core/outcomes/schema';

describe('the schema of outcomes.yml', () => {
  it('is what syntaxes/outcomes.schema.json holds (npx tsx scripts/schema.ts writes it)', () => {
    const file = new URL('../../../../syntaxes/outcomes.schema.json', import.meta.url);
    assert.deepEqual(JSON.parse(fs.readFileSync(file, 'utf8')), structuredClone(jsonSchema()));
  });

  it('describes every field', () => {
    const shapes = { fileFields, policyFields, outcomeFields, metricFields, checkInFields, outputFields };
    for (const [shape, fields] of Object.entries(shapes)) {
      for (const [name, field] of Object.entries<Parameters<typeof describeField>[0]>(fields)) {
        assert.match(describeField(field), /\w.*[.)]$/, `${shape}.${name}`);
      }
    }
  });

  it('names each rule once', () => {
    assert.equal(new Set(RULE_CODES).size, RULE_CODES.length);
  });
});
