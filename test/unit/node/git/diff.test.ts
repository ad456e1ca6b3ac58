import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createDiffReader, type DiffResult } from '../../../../src/node/git/diff';
import { shown } from '../../../support/git-facts';

function read(patch: string, cuts: readonly number[] = []): DiffResult {
  const reader = createDiffReader();
  let bytes = Buffer.from(patch);
  for (const cut of cuts) {
    reader.push(bytes.subarray(0, cut));
    bytes = bytes.subarray(cut);
  }
  reader.push(bytes);
  return reader.end();
}

const shownResult = ({ added, binary, deleted }: DiffResult) => ({
  added: Object.fromEntries([...added].map(([file, runs]) => [file, shown(runs)])),
  binary,
  deleted,
});

const PATCH = `diff --git a/src/a.ts b/src/a.ts
index 1111111..2222222 100644
--- a/src/a.ts
+++ b/src/a.ts
@@ -3 +3,2 @@ function a() {
-old
+new
+newer
@@ -10,2 +11,0 @@
-gone
-gone too
@@ -20,0 +20 @@
+diff --git a/trap b/trap
diff --git a/one b/one
index 1111111..2222222 100644
--- a/one
+++ b/one
@@ -1 +1,2 @@
-only
\\ No newline at end of file
+--- a/trap
+@@ -1 +1,9 @@
\\ No newline at end of file
diff --git a/fresh b/fresh
new file mode 100644
index 0000000..2222222
--- /dev/null
+++ b/fresh
@@ -0,0 +1,2 @@
+x
+y
diff --git a/empty b/empty
new file mode 100644
index 0000000..e69de29
diff --git a/old name.ts b/new name.ts
similarity index 90%
rename from old name.ts
rename to new name.ts
index 1111111..2222222 100644
--- a/old name.ts
+++ b/new name.ts\t
@@ -5,0 +6 @@
+z
diff --git a/moved b/moved too
similarity index 100%
rename from moved
rename to moved too
diff --git "a/tab\\there" "b/tab\\there"
index 1111111..2222222 100644
--- "a/tab\\there"
+++ "b/tab\\there"
@@ -0,0 +1 @@
+q
diff --git a/a b/ c b/a b/ c
index 1111111..2222222 100644
Binary files a/a b/ c and b/a b/ c differ
diff --git a/new.png b/new.png
new file mode 100644
index 0000000..2222222
Binary files /dev/null and b/new.png differ
diff --git a/run.sh b/run.sh
old mode 100644
new mode 100755
* Unmerged path odd
diff --git a/link b/link
deleted file mode 100644
index 1111111..0000000
--- a/link
+++ /dev/null
@@ -1 +0,0 @@
-x
diff --git a/link b/link
new file mode 120000
index 0000000..2222222
--- /dev/null
+++ b/link
@@ -0,0 +1 @@
+target
\\ No newline at end of file
`;

const EXPECTED = {
  added: {
    'src/a.ts': '3-4,20',
    one: '1-2',
    fresh: 'all',
    empty: 'all',
    'new name.ts': '6',
    'tab\there': '1',
    'new.png': 'all',
    link: 'all',
  },
  binary: ['a b/ c'],
  deleted: ['link'],
};

describe('createDiffReader', () => {
  it('reads each form of a file header, and no header out of contents', () => {
    assert.deepEqual(shownResult(read(PATCH)), EXPECTED);
  });

  it('gives the same however the bytes arrive', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 200 }), (cuts) => {
        assert.deepEqual(shownResult(read(PATCH, cuts)), EXPECTED);
      }),
    );
    assert.deepEqual(
      shownResult(
        read(
          PATCH,
          Array.from({ length: PATCH.length }, () => 1),
        ),
      ),
      EXPECTED,
    );
  });

  it('never throws', () => {
    const line = fc.constantFrom(
      'diff --git ',
      '@@ -1 +1 @@',
      '+++ ',
      'rename to "',
      'Binary files ',
      '\\',
      '+',
      '"a',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(line, fc.string()).map((parts) => parts.join(''))), (lines) => {
        read(lines.join('\n'));
      }),
    );
  });

  it('keeps no contents: 100 MB pass in little memory', () => {
    const reader = createDiffReader();
    const line = Buffer.from(`+${'x'.repeat(1023)}\n`);
    const chunk = Buffer.concat(Array.from({ length: 1024 }, () => line));
    reader.push(Buffer.from(`diff --git a/big b/big\n--- a/big\n+++ b/big\n@@ -0,0 +1,${100 * 1024} @@\n`));
    const before = process.memoryUsage().arrayBuffers;
    for (let i = 0; i < 100; i++) reader.push(chunk);
    assert.ok(process.memoryUsage().arrayBuffers - before < 10 * 1024 * 1024);
    reader.push(Buffer.from('diff --git a/next b/next\n--- a/next\n+++ b/next\n@@ -0,0 +7 @@\n+y\n'));
    assert.deepEqual(shownResult(reader.end()), {
      added: { big: '1-102400', next: '7' },
      binary: [],
      deleted: [],
    });
  });
});
