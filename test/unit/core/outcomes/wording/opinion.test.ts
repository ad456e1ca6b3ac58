import assert from 'node:assert/strict';
import { decide } from '../../../../../src/core/outcomes/wording/decide';
import { titleFeatures } from '../../../../../src/core/outcomes/wording/features';
import { weightLines } from '../../../../../src/core/outcomes/wording/lexicon/weights';
import { chances, judge, likeliest, logOdds } from '../../../../../src/core/outcomes/wording/opinion';
import { normalizeTitle } from '../../../../../src/core/outcomes/wording/normalize';
import { readWords } from '../../../../../src/core/outcomes/wording/words';
import statements from './statements.json';

const names = (title: string): string[] => titleFeatures(readWords(title)).map(({ name }) => name);

describe('the second opinion', () => {
  it('sees what a title is built of', () => {
    const seen = names('Raise the share of returning readers to 40 %');
    for (const name of ['built verb', 'verb change', 'some percent', 'object person', 'whole measured']) {
      assert.ok(seen.includes(name), name);
    }
    assert.equal(new Set(seen).size, seen.length);
    for (const name of seen) assert.match(name, /^\S+ \S+$/);
  });

  it('calls nothing an output of which it knows few words, as in another language', () => {
    const titles = [
      'Zufriedene Mieter',
      'Schnellere Antworten im Chat',
      'Der neue Fahrplan',
      'Tempo de resposta abaixo de 2 horas',
      'Les clients trouvent leur facture',
      'Menos llamadas al soporte',
      'Färre samtal till supporten',
      'Mniej zgłoszeń do pomocy',
      'Снизить отток клиентов',
      'サポートへの電話を減らす',
    ];
    for (const title of titles) assert.notEqual(judge(readWords(title)).verdict, 'output', title);
    for (const title of ['Zedlink driver', 'Launch Zedlink', 'SSO for OIDC, SAML and LDAP'])
      assert.equal(judge(readWords(title)).verdict, 'output', title);
  });

  it('has weights that each name a feature once for a verdict, in lines of a verdict, a kind, whole tenths and names', () => {
    const lines = weightLines.trim().split('\n');
    for (const line of lines) assert.match(line, /^(?:outcome|output|unclear) \S+ -?\d+(?: \S+)+$/);
    const names = lines.flatMap((line) => {
      const [verdict, kind, , ...whats] = line.split(' ');
      return whats.map((what) => `${verdict} ${kind} ${what}`);
    });
    assert.equal(new Set(names).size, names.length);
    assert.ok(weightLines.length < 20_000);
  });

  it('tells how likely each verdict is, as shares of one, also of what it has never seen', () => {
    for (const names of [[], ['word nobody-has-seen'], ['rules output', 'verb deliver', 'object thing']]) {
      const { outcome, output, unclear } = chances(logOdds(names.map((name) => ({ name }))));
      assert.ok(Math.abs(outcome + output + unclear - 1) < 1e-9);
      for (const each of [outcome, output, unclear]) assert.ok(each > 0 && each < 1, String(each));
    }
    const told = (name: string) => chances(logOdds([{ name }]));
    assert.ok(told('rules output').output > told('rules outcome').output);
  });

  it('takes the mean of what several say', () => {
    const [one, other] = [
      { outcome: 2, output: 0, unclear: 0 },
      { outcome: 0, output: 2, unclear: 0 },
    ];
    const { outcome, output, unclear } = chances(one, other);
    assert.ok(Math.abs(outcome - output) < 1e-9 && unclear < output);
    assert.deepEqual(chances(one, one), chances(one));
  });

  it('calls an output one only where it is several times as likely as an outcome', () => {
    const told = (outcome: number, output: number, unclear: number) =>
      likeliest({ outcome, output, unclear });
    assert.equal(told(0.1, 0.8, 0.1), 'output');
    assert.equal(told(0.25, 0.65, 0.1), 'outcome');
    assert.equal(told(0.05, 0.45, 0.5), 'unclear');
    assert.equal(told(0.05, 0.5, 0.45), 'output');
    assert.equal(told(0.6, 0.3, 0.1), 'outcome');
    assert.equal(likeliest({ outcome: 0.4, output: 0.45, unclear: 0.15 }, 1), 'output');
  });

  it('quotes words of the title where it overrules the rules', () => {
    const overruled = Object.values(statements)
      .flat()
      .filter(({ text }) => {
        const words = readWords(normalizeTitle(text));
        return judge(words).verdict !== decide(words).verdict;
      });
    assert.ok(overruled.length > 5);
    for (const { text } of overruled) {
      const { reason } = judge(readWords(normalizeTitle(text)));
      const quoted = [...reason.matchAll(/'([^']+)'/g)].map(([, word]) => word!);
      assert.ok(quoted.length > 0 || reason.includes('the wording as a whole'), reason);
      for (const word of quoted) assert.ok(normalizeTitle(text).includes(word), `${text}: ${reason}`);
    }
  });

  it('leaves a verdict of the rules as it is where it agrees, and a count of work always', () => {
    for (const title of [
      'Launch the loyalty app',
      'Halve the waiting time',
      'Increase the number of commits by 40 %',
    ]) {
      assert.deepEqual(judge(readWords(title)), decide(readWords(title)), title);
    }
  });
});
