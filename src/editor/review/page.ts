import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/** Where the build puts the page's style sheet and script. */
export function distOf(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'dist');
}

/** An empty page that loads the script; what it shows comes in messages. */
export function emptyPage(webview: vscode.Webview, extension: vscode.Uri): string {
  const [style, script] = ['review.css', 'review.js'].map((file) =>
    webview.asWebviewUri(vscode.Uri.joinPath(distOf(extension), file)).toString(),
  ) as [string, string];
  const nonce = randomBytes(16).toString('base64');
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Review</title>
    <link rel="stylesheet" href="${style}" />
  </head>
  <body>
    <main id="page"><p class="nothing">Drawing the review…</p></main>
    <script nonce="${nonce}" src="${script}"></script>
  </body>
</html>`;
}
