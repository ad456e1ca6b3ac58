"""Reads paths, one a line, and prints a JSON object a line: the tag words of the file and whether Pygments
takes each to be in a comment. A file that Pygments has no lexer for (by its name) is left out."""

import json
import re
import sys

sys.path.pop(0)  # This folder: its pygments.py is not the Pygments that is meant.

from pygments.lexers import get_lexer_for_filename
from pygments.token import Comment, String
from pygments.util import ClassNotFound

WORDS = re.compile(r"\b(?:TODO|FIXME|HACK|XXX|BUG)\b")
LINE_END = re.compile(r"\r\n|\r|\n")
# Elsewhere the token of documentation stands for strings, as in Python; here for /** … */, /// and ##.
DOCUMENTED_IN_COMMENTS = {"F#", "Jsonnet", "Lean", "Nim", "Nimrod", "PHP", "Rust"}


def read(path):
    with open(path, "rb") as file:
        data = file.read()
    if b"\0" in data or len(data) > 2_000_000:
        return None
    return LINE_END.sub("\n", data.decode("utf-8", "replace").removeprefix("\ufeff"))


def is_comment(token, language):
    if token in String.Doc:
        return language in DOCUMENTED_IN_COMMENTS
    return token in Comment and token not in Comment.Preproc and token not in Comment.PreprocFile


def words(path):
    text = read(path)
    if text is None or not WORDS.search(text):
        return None
    try:
        lexer = get_lexer_for_filename(path, text, stripnl=False, stripall=False, ensurenl=False)
    except ClassNotFound:
        return None
    spans = []
    for start, token, value in lexer.get_tokens_unprocessed(text):
        if is_comment(token, lexer.name):
            if spans and spans[-1][1] == start:
                spans[-1][1] = start + len(value)
            else:
                spans.append([start, start + len(value)])
    found = []
    at = 0
    for match in WORDS.finditer(text):
        while at < len(spans) and spans[at][1] <= match.start():
            at += 1
        inside = at < len(spans) and spans[at][0] <= match.start()
        line = text.count("\n", 0, match.start())
        column = match.start() - (text.rfind("\n", 0, match.start()) + 1)
        found.append([line, column, match.group(), inside])
    return {"file": path, "lexer": lexer.name, "words": found}


def main():
    for path in sys.stdin:
        path = path.rstrip("\n")
        try:
            result = words(path)
        except OSError:
            continue
        if result:
            print(json.dumps(result), flush=True)


main()
