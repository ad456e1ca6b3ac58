import assert from 'node:assert/strict';
import { untilMidnight } from '../../../src/editor/live/midnight';

describe('the wait for a new day', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  const DAYS = [
    ['UTC', '2026-11-22T00:00:00'],
    ['UTC', '2026-12-31T23:59:59'],
    ['Pacific/Kiritimati', '2026-02-28T12:00:00'],
    // The day has 23 hours, and 25.
    ['Europe/Berlin', '2026-03-29T00:30:00'],
    ['Europe/Berlin', '2026-10-25T00:30:00'],
    // The next day begins at one o'clock.
    ['America/Sao_Paulo', '2017-10-14T18:00:00'],
  ] as const;
  for (const [where, time] of DAYS)
    it(`ends within two seconds of the next day, from ${time} in ${where}`, () => {
      process.env['TZ'] = where;
      const now = new Date(time);
      const then = new Date(now.getTime() + untilMidnight(now));
      assert.notEqual(then.getDate(), now.getDate());
      assert.equal(new Date(then.getTime() - 2000).getDate(), now.getDate());
    });

  it('is never so short that it spins', () => {
    process.env['TZ'] = 'UTC';
    assert.ok(untilMidnight(new Date('2026-11-22T23:59:59.999')) >= 1000);
  });
});
