import type { Random } from '../random';

/** How a language looks: enough of its shapes that a search and a lexer meet what they meet in real code. */
export interface BenchLanguage {
  readonly extension: string;
  /** Share of the files. */
  readonly share: number;
  /** One passage of code, 300 to 900 bytes, that ends with a line break. */
  readonly passage: (w: Words) => string;
  /** A comment on a line of its own that says `text`. */
  readonly comment: (text: string) => string;
  /** A line of code that holds `text` outside any comment. */
  readonly literal: (text: string) => string;
}

const STEMS = (
  'account address batch billing branch buffer cache call channel client config contract customer device entry event ' +
  'fibre filter gateway handler header index invoice item job key label ledger line list loader lock manager message ' +
  'meter migration network node notice number offer order package parser payment phone plan point policy port price ' +
  'queue quota range rate record region report request result retry route rule sample schedule script segment server ' +
  'service session signal site socket state step store stream supplier switch table target task team ticket timer token ' +
  'trace transfer tree trunk unit user value vector version view voice window worker zone'
).split(' ');
const VERBS =
  'apply build check clear close collect compare compute copy count create decode drop encode find flush format get hold join keep list load make match merge move open parse poll post push read record remove reset resolve retry route run save scan send set sort split start stop store sync take test track update use wait walk write'.split(
    ' ',
  );
const cap = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Names and sentences made from one generator. */
export class Words {
  private readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  noun = (): string => this.random.pick(STEMS);
  verb = (): string => this.random.pick(VERBS);
  camel = (): string => this.verb() + cap(this.noun()) + (this.random.chance(0.3) ? cap(this.noun()) : '');
  pascal = (): string => cap(this.noun()) + cap(this.noun());
  snake = (): string => `${this.verb()}_${this.noun()}${this.random.chance(0.3) ? `_${this.noun()}` : ''}`;
  constant = (): string => `${this.noun()}_${this.noun()}`.toUpperCase();
  number = (): number => this.random.int(4096);
  sentence = (): string => {
    const parts = [cap(this.verb()), 'the', this.noun(), this.noun()];
    if (this.random.chance(0.6)) parts.push('before', 'the', this.noun(), this.verb() + 's', 'it');
    if (this.random.chance(0.3)) parts.push('— see', `§${this.random.int(20)}`);
    return parts.join(' ');
  };
}

const slash = (text: string): string => `  // ${text}\n`;
const hash = (text: string): string => `    # ${text}\n`;

const c = (w: Words): string => {
  const [type, arg, local] = [w.snake(), w.noun(), w.noun() + '_count'];
  return `/*\n * ${w.sentence()}.\n * ${w.sentence()}, ${w.sentence()}.\n */
static int ${w.snake()}(struct ${type} *${arg}, unsigned long ${local})
{
	char *end = "${w.sentence()}\\n";
	if (!${arg} || ${local} > ${w.constant()})
		return -EINVAL; // ${w.sentence()}
	for (size_t i = 0; i < ${local}; i++) {
		${arg}->${w.noun()}[i] = ${w.snake()}(${arg}, i * ${w.number()}u, '/');
		if (${arg}->${w.noun()}[i] == 0x${w.number().toString(16)})
			goto out_${w.noun()};
	}
	return ${w.snake()}(${arg}, end);
}\n\n`;
};

const javascript = (w: Words): string => {
  const [name, arg] = [w.camel(), w.noun()];
  return `/** ${w.sentence()}. */
export async function ${name}(${arg}, options = {}) {
  const { ${w.noun()} = ${w.number()}, ${w.noun()}s = [] } = options;
  const url = \`https://\${${arg}.host}/${w.noun()}/\${encodeURIComponent(${arg}.${w.noun()})}\`;
  if (!/^[a-z/]+\\/(\\d+)$/.test(${arg}.${w.noun()})) throw new Error('${w.sentence()}');
  const ${w.noun()}${w.number()} = await Promise.all(${arg}.${w.noun()}s.map((entry) => ${w.camel()}(entry, url)));
  // ${w.sentence()}
  return { ...${arg}, ${w.noun()}: ${w.camel()}(${arg}) ?? ${w.number()} / 2 };
}\n\n`;
};

const typescript = (w: Words): string =>
  `export interface ${w.pascal()} {\n  readonly ${w.noun()}: string;\n  /** ${w.sentence()}. */\n  readonly ${w.noun()}Id?: number | undefined;\n}\n\n` +
  javascript(w).replace(
    /\((\w+), options = \{\}\)/,
    `($1: ${w.pascal()}, options: Partial<${w.pascal()}> = {})`,
  );

const python = (w: Words): string => {
  const [arg, local] = [w.noun(), w.snake()];
  return `def ${w.snake()}(self, ${arg}: str, ${w.noun()}_limit: int = ${w.number()}) -> dict[str, int]:
    """${w.sentence()}.

    ${w.sentence()}.
    """
    ${local} = {}  # ${w.sentence()}
    for index, item in enumerate(${arg}.split(",")):
        if item.startswith(("${w.noun()}", '${w.noun()}')) and index % ${w.number() + 2} != 0:
            raise ValueError(f"${w.sentence()}: {item!r}")
        ${local}[item] = self.${w.snake()}(item, timeout=${w.number()})
    return ${local}\n\n\n`;
};

const go = (w: Words): string => `// ${w.sentence()}.
// ${w.sentence()}.
func (s *${w.pascal()}) ${cap(w.camel())}(ctx context.Context, ${w.noun()} []byte) (map[string]int, error) {
	out := make(map[string]int, ${w.number()})
	for i, b := range ${w.noun()}s {
		if err := s.${w.camel()}(ctx, b, '\\'', \`${w.noun()}\\d+\`); err != nil {
			return nil, fmt.Errorf("${w.sentence()} %d: %w", i, err)
		}
		out["${w.noun()}"] += int(b) // ${w.sentence()}
	}
	return out, nil
}\n\n`;

const rust = (w: Words): string => `/// ${w.sentence()}.
pub fn ${w.snake()}<'a>(${w.noun()}: &'a str, limit: usize) -> Result<Vec<&'a str>, ${w.pascal()}> {
    let marks = ['"', '\\'', '/']; /* ${w.sentence()} */
    let parts: Vec<_> = ${w.noun()}.split(|c| marks.contains(&c)).take(limit * ${w.number()}).collect();
    if parts.len() > ${w.constant()} {
        return Err(${w.pascal()}::new(r#"${w.sentence()} "quoted""#));
    }
    Ok(parts.into_iter().filter(|p| !p.is_empty()).collect())
}\n\n`;

const java = (w: Words): string => `    /**
     * ${w.sentence()}.
     * @param ${w.noun()} ${w.sentence().toLowerCase()}
     */
    public synchronized List<${w.pascal()}> ${w.camel()}(final ${w.pascal()} ${w.noun()}, int count) throws IOException {
        final var found = new ArrayList<${w.pascal()}>(${w.number()});
        for (int i = 0; i < count; i++) {
            found.add(this.${w.camel()}("${w.sentence()}", i, 'x')); // ${w.sentence()}
        }
        if (found.isEmpty()) throw new IllegalStateException("${w.noun()}: " + count);
        return found;
    }\n\n`;

const ruby = (w: Words): string => `  # ${w.sentence()}.
  def ${w.snake()}(${w.noun()}, limit: ${w.number()})
    lines = <<~SQL
      SELECT ${w.noun()}_id FROM ${w.noun()}s WHERE ${w.noun()} = '#{limit}'
    SQL
    connection.${w.snake()}(lines).map do |row|
      row[:${w.noun()}].to_s.gsub(/[^a-z#\\/]/, "") unless row.nil? # ${w.sentence()}
    end
  end\n\n`;

const shell = (w: Words): string => `# ${w.sentence()}.
${w.snake()}() {
  local ${w.noun()}="\${1:?${w.noun()} is missing}" count=$#
  while read -r line; do
    case "\${line#*:}" in
      ${w.noun()}*) echo "${w.sentence()} \${line%%#*}" >&2 ;;
      *) ${w.snake()} "$line" --${w.noun()}=${w.number()} || return 1 ;;
    esac
  done < "/etc/${w.noun()}.conf" # ${w.sentence()}
}\n\n`;

const yaml = (w: Words): string => `${w.noun()}-${w.number()}:
  # ${w.sentence()}
  image: registry.example/${w.noun()}/${w.noun()}:${w.number()}
  environment: { ${w.constant()}: "${w.sentence()}", PORT: ${w.number()} }
  command: ["${w.verb()}", "--${w.noun()}", "#${w.number()}"]
  script: |
    # ${w.sentence()}
    ${w.verb()} ${w.noun()} > /var/log/${w.noun()}.log\n`;

const html = (w: Words): string => `<!-- ${w.sentence()} -->
<section class="${w.noun()} ${w.noun()}-list" id="${w.noun()}-${w.number()}">
  <h2>${w.sentence()}</h2>
  <p>${w.sentence()}. <a href="/${w.noun()}/${w.number()}#${w.noun()}">${w.sentence()}</a></p>
  <script>
    // ${w.sentence()}
    document.getElementById('${w.noun()}').addEventListener('click', () => ${w.camel()}(${w.number()}));
  </script>
</section>\n`;

const css = (w: Words): string => `/* ${w.sentence()} */
.${w.noun()}-${w.noun()}:hover > .${w.noun()}::after {
  background: url("/img/${w.noun()}.svg") no-repeat ${w.number() % 100}% 0;
  margin: ${w.number() % 40}px auto; /* ${w.sentence()} */
  content: "${w.noun()}";
}\n\n`;

const sql = (w: Words): string => `-- ${w.sentence()}
CREATE TABLE ${w.noun()}_${w.noun()} (
  id bigint PRIMARY KEY,
  ${w.noun()} text NOT NULL DEFAULT '${w.noun()} -- none',
  ${w.noun()}_at timestamptz /* ${w.sentence()} */
);
SELECT count(*) FROM ${w.noun()}_${w.noun()} WHERE ${w.noun()} LIKE '%${w.noun()}''s%';\n\n`;

const markdown = (w: Words): string =>
  `## ${w.sentence()}\n\n${w.sentence()}. ${w.sentence()}; ${w.sentence().toLowerCase()}.\n\n- ${w.sentence()}\n- \`${w.camel()}()\` — ${w.sentence()}\n\n`;

const json = (w: Words): string =>
  `{ "${w.noun()}": ${w.number()}, "${w.noun()}_id": "${w.noun()}-${w.number()}", "note": "${w.sentence()}", "tags": ["${w.noun()}", "${w.verb()}"] },\n`;

const quoted = (text: string): string => `  log("${text}");\n`;
const plain = (text: string): string => `${text}\n`;

/** The mix of a repository in which several teams work. Shares add up to 1. */
export const LANGUAGES: readonly BenchLanguage[] = [
  { extension: 'ts', share: 0.2, passage: typescript, comment: slash, literal: quoted },
  { extension: 'js', share: 0.11, passage: javascript, comment: slash, literal: quoted },
  { extension: 'py', share: 0.12, passage: python, comment: hash, literal: quoted },
  { extension: 'go', share: 0.12, passage: go, comment: slash, literal: quoted },
  { extension: 'c', share: 0.08, passage: c, comment: (t) => `\t/* ${t} */\n`, literal: quoted },
  { extension: 'h', share: 0.03, passage: c, comment: slash, literal: quoted },
  { extension: 'cpp', share: 0.04, passage: c, comment: slash, literal: quoted },
  { extension: 'java', share: 0.08, passage: java, comment: slash, literal: quoted },
  { extension: 'rs', share: 0.05, passage: rust, comment: slash, literal: quoted },
  { extension: 'rb', share: 0.03, passage: ruby, comment: hash, literal: (t) => `    puts "${t}"\n` },
  { extension: 'sh', share: 0.02, passage: shell, comment: hash, literal: (t) => `  echo "${t}"\n` },
  {
    extension: 'yaml',
    share: 0.03,
    passage: yaml,
    comment: (t) => `  # ${t}\n`,
    literal: (t) => `  text: "${t}"\n`,
  },
  {
    extension: 'html',
    share: 0.02,
    passage: html,
    comment: (t) => `<!-- ${t} -->\n`,
    literal: (t) => `<p>${t}</p>\n`,
  },
  {
    extension: 'css',
    share: 0.02,
    passage: css,
    comment: (t) => `/* ${t} */\n`,
    literal: (t) => `.x::after { content: "${t}"; }\n`,
  },
  {
    extension: 'sql',
    share: 0.02,
    passage: sql,
    comment: (t) => `-- ${t}\n`,
    literal: (t) => `SELECT '${t}';\n`,
  },
  { extension: 'md', share: 0.015, passage: markdown, comment: (t) => `<!-- ${t} -->\n`, literal: plain },
  {
    extension: 'json',
    share: 0.015,
    passage: json,
    comment: (t) => `{ "note": "${t}" },\n`,
    literal: (t) => `{ "x": "${t}" },\n`,
  },
];
