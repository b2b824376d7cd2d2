"""Real prose lying on any machine that has Python: documentation strings, package texts, the shipped articles.

A million different sentences are made by `tests.bench.search.corpus_packages`.
"""

from __future__ import annotations

import ast
import html
import re
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

from tui.documents import Document, Passage, from_text

SEEDS = Path(__file__).parents[3] / "seeds"
_TEXTS = (".txt", ".rst", ".md", ".html")
ENDING = ".sentences"  # of a file with a sentence a line, taken as they are
TAGS = re.compile(r"<(script|style|nav)\b.*?</\1>|<[^>]*>", re.DOTALL)
_PROSE = re.compile(r"[A-Z“\"'(].*[.!?…”\")]$", re.DOTALL)
_EACH = 200


def documents(count: int, folders: Iterable[Path], seed: int = 1) -> list[Document]:
    """`count` different sentences of prose, in documents of 200; fewer when the machine has no more."""
    kept: dict[str, None] = {}
    for sentences_of_one in _everything(folders, seed):
        for sentence in sentences_of_one:
            kept.setdefault(sentence)
        if len(kept) >= count:
            break
    sentences = list(kept)[:count]
    return [_document(sentences[at : at + _EACH], at // _EACH) for at in range(0, len(sentences), _EACH)]


def _document(sentences: list[str], number: int) -> Document:
    found: list[Passage] = []
    at = 0
    for sentence in sentences:
        found.append(Passage(at, at + len(sentence), len(found) + 1))
        at += len(sentence) + 1
    plain = from_text("\n".join(sentences), f"text-{number}")
    return Document(plain.source, plain.path, plain.text, plain.paragraphs, tuple(found), plain.sha256)


def _everything(folders: Iterable[Path], seed: int) -> Iterator[Iterable[str]]:
    """The sentences of one file after another; those made for it come first."""
    folders = list(folders)
    for path in sorted(path for folder in folders for path in folder.glob(f"*{ENDING}")):
        yield path.read_text("utf-8").splitlines()
    for text in _texts(folders, seed):
        yield prose(text)


def _texts(folders: Iterable[Path], seed: int) -> Iterator[str]:
    for article in sorted(SEEDS.glob("*.txt")):
        yield article.read_text("utf-8")
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in (*_TEXTS, ".py"))
    Random(seed).shuffle(files)
    for path in files:
        if path.is_file() and path.stat().st_size < 2_000_000:
            yield _read(path)


def _read(path: Path) -> str:
    text = path.read_text("utf-8", errors="replace")
    if path.suffix == ".html":
        return html.unescape(TAGS.sub("\n", text))
    if path.suffix != ".py":
        return text
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return ""
    nodes = (ast.Module, ast.ClassDef, ast.FunctionDef)
    return "\n\n".join(ast.get_docstring(node) or "" for node in ast.walk(tree) if isinstance(node, nodes))


def prose(text: str) -> Iterator[str]:
    """The sentences of a text that read as prose, on one line each."""
    joined = re.sub(r"(?<=[^\n])\n[ \t]*(?=[^\s*#>|=\-.:])", " ", text.replace("\r\n", "\n"))
    document = from_text(joined)
    for passage in document.passages:
        sentence = document.text[passage.start : passage.end].strip()
        if 40 <= len(sentence) <= 400 and _PROSE.match(sentence) and _wordy(sentence):
            yield " ".join(sentence.split())


def _wordy(sentence: str) -> bool:
    return sum(c.isalpha() or c == " " for c in sentence) > 0.9 * len(sentence) and sentence.count(" ") >= 7


def standard_folders() -> list[Path]:
    """Python's own library and the packages installed beside it."""
    return [Path(sysconfig.get_paths()[name]) for name in ("stdlib", "purelib")]
