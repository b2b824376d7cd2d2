"""Free prose found on the machine that runs the bench: nothing is shipped for it, nothing is fetched.

What every machine with this Python has is enough: the seeds, Python's help topics and the docstrings of its library,
and what the installed packages say of themselves. The manuals of a Linux system come on top where there are any;
elsewhere the docstrings of the packages do.
"""

from __future__ import annotations

import ast
import gzip
import hashlib
import re
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path
from random import Random

from tui.documents import from_text
from tui.documents.model import Document

_REPOSITORY = Path(__file__).parents[3]
_MANUALS = Path("/usr/share/doc"), Path("/usr/share/common-licenses")
_SUFFIXES = (".txt", ".md", ".rst", ".txt.gz", ".md.gz", "NEWS.gz", "README", "README.gz")
_LEAST = 8
_SENTENCES = 200
_MARKUP = re.compile(r"<[^>\n]{1,200}>|\]\([^)\n]*\)|[*_`#|\\]{1,}")


@dataclass(frozen=True, slots=True)
class Source:
    """One text by name."""

    name: str
    text: str


def find(folders: Iterable[Path] = (), limit: int = 60_000_000) -> list[Source]:
    """Texts of at least 2,000 characters, mostly prose, sorted by name; no text twice.

    With `folders` given, the texts under these alone. Ends the program in one line where they are too few to measure.
    """
    seen: set[str] = set()
    found: list[Source] = []
    for source in _files(folders) if folders else _everywhere():
        digest = hashlib.sha256(source.text[:2000].encode("utf-8", "replace")).hexdigest()
        if len(source.text) >= 2000 and digest not in seen and _is_prose(source.text) and limit > 0:
            seen.add(digest)
            limit -= len(source.text)
            found.append(source)
    if len(found) < _LEAST:
        where = ", ".join(map(str, folders)) or "Python's library, the installed packages and /usr/share/doc"
        sys.exit(f"quotations: {len(found)} English texts of 2,000 characters in {where}; at least {_LEAST} are needed")
    return sorted(found, key=lambda source: source.name)


def half(sources: Iterable[Source], held_out: bool) -> list[Source]:
    """The texts kept for the final figure, or those to work with: by the hash of their names."""
    return [s for s in sources if (hashlib.sha256(s.name.encode()).digest()[0] % 2 == 0) is held_out]


def article(source: Source, size: int, rng: Random) -> Document:
    """A piece of about `size` characters beginning at a paragraph."""
    starts = [
        0,
        *(m.end() for m in re.finditer(r"\n\s*\n", source.text)),
        *(m.end() for m in re.finditer("\n", source.text)),
    ]
    fitting = [start for start in starts if start + size <= len(source.text)] or [0]
    start = rng.choice(fitting)
    return from_text(source.text[start : start + size].rpartition(" ")[0], source.name)


def book(sources: list[Source], size: int, rng: Random) -> Document:
    """Many texts one after the other until `size` characters are reached; fewer when there are no more."""
    pieces, total = [], 0
    for source in rng.sample(sources, len(sources)):
        pieces.append(source.text)
        total += len(source.text)
        if total >= size:
            break
    return from_text("\n\n".join(pieces)[:size], "book")


def _everywhere() -> Iterator[Source]:
    yield from _files([_REPOSITORY / "seeds"])
    yield from _topics()
    for distribution in distributions():
        name = distribution.metadata["Name"]
        yield Source(f"readme of {name}", str(distribution.metadata.json.get("description", "")))
    yield from _docstrings(Path(sysconfig.get_path("stdlib")))
    if manuals := [folder for folder in _MANUALS if folder.is_dir()]:
        yield from _files(manuals)
    else:
        yield from _docstrings(Path(sysconfig.get_path("purelib")))


def _docstrings(library: Path) -> Iterator[Source]:
    """What each module under a folder says of itself, tests left out."""
    for path in sorted(library.rglob("*.py")):
        name = path.relative_to(library)
        if not {"test", "tests", "idlelib", "site-packages", "lib2to3"} & set(name.parts):
            yield Source(f"python module {name.as_posix()}", _said_by(path))


def _said_by(path: Path) -> str:
    try:
        tree = ast.parse(path.read_bytes())
    except (SyntaxError, ValueError):
        return ""  # a template of a module, not one
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    said = (ast.get_docstring(node) for node in ast.walk(tree) if isinstance(node, kinds))
    return "\n\n".join(text for text in said if text and len(text) > _SENTENCES)


def _topics() -> Iterator[Source]:
    from pydoc_data.topics import topics

    for name, text in topics.items():
        yield Source(f"python topic {name}", text)


def _files(folders: Iterable[Path]) -> Iterator[Source]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.name.endswith(_SUFFIXES) and path.stat().st_size < 4_000_000:
                yield Source(str(path.relative_to(folder)), _read(path))


def _read(path: Path) -> str:
    raw = path.read_bytes()
    if path.suffix == ".gz":
        raw = gzip.decompress(raw)
    text = raw.decode("utf-8", "replace")
    return _MARKUP.sub("", text) if ".md" in path.name else text


def _is_prose(text: str) -> bool:
    sample = text[:20_000]
    letters = sum(c.isalpha() or c.isspace() for c in sample)
    return letters > 0.85 * len(sample) and len(set(sample.lower().split()) & {"the", "of", "and", "to", "in"}) == 5
