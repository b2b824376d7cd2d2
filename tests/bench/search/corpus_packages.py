"""A corpus from packages of Debian: `python -m tests.bench.search.corpus_packages FOLDER`.

The packages listed in packages.txt are downloaded and unpacked (none is installed), their prose is taken out, and as
many different sentences as wanted are written in a shuffled order to FOLDER/sentences, a sentence a line; sentences
that differ in figures or signs alone count as one. The terms of each package lie in FOLDER/licences. Benches read it by
`--text FOLDER/sentences`. Needs a system with `apt-get` and `dpkg-deb`.
"""

from __future__ import annotations

import argparse
import gzip
import html
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from multiprocessing import get_context
from pathlib import Path
from random import Random

from tests.bench.search.corpus import ENDING, TAGS, prose

_LIST = Path(__file__).with_name("packages.txt")
_TEXT = re.compile(
    r"\.(html?|xhtml|txt|rst|md|xml|page|pod|dict|docbook)$|/man[1-9]/[^/]*$|\.info(-\d+)?$|/README[^/]*$"
)
_DATABASE = re.compile(r"/data\.(noun|verb|adj|adv)$")
_FORTUNES = re.compile(r"/fortunes/[a-z-]+$")
_MARKED = re.compile(r"<(!DOCTYPE|\?xml|html|page)", re.IGNORECASE)
_OTHER_TONGUES = re.compile(r"/(ar|bg|ca|cs|da|de|el|eo|es|eu|fa|fi|fr|gl|hr|hu|id|it|ja|ko|lt|nb|nl|nn|pl|pt|pt[-_]BR"
                            r"|ro|ru|sk|sl|sr|sv|tr|uk|vi|zh|zh[-_](CN|TW))/")  # fmt: skip
_ROFF = re.compile(r"\\f[A-Z]|\\f\[\w*\]|\\f\(..|\\s[+-]?\d|\\[&|^]|\\m\[\w*\]")
_FONT = re.compile(r"\.(B|I|BR|RB|BI|IB|IR|RI|SM)\s+")
_ARGUMENT = re.compile(r'"([^"]*)"|(\S+)')
_LARGEST = 32_000_000  # bytes
_EACH = 20_000  # sentences a file
_PARTS = 2_000  # of a text, read together
_LETTERS = re.compile(r"[\W\d_]+")


def main() -> None:
    """Fetch, unpack, read, write."""
    options = _options()
    folder: Path = options.folder
    names = [line.split()[0] for line in options.packages.read_text("utf-8").splitlines() if line[:1].isalnum()]
    _fetch(folder / "packages", names)
    kept: dict[str, str] = {}
    counts: Counter[str] = Counter()
    with get_context("spawn").Pool(options.processes) as pool:
        for package in sorted((folder / "packages").glob("*.deb")):
            before = len(kept)
            for sentences in pool.imap(_prose_of, _texts(_unpacked(folder, package)), chunksize=16):
                for sentence in sentences:
                    kept.setdefault(_LETTERS.sub("", sentence).casefold(), sentence)
            shutil.rmtree(folder / "unpacked")
            counts[package.name] = len(kept) - before
            print(f"{package.name}: {counts[package.name]:,}, together {len(kept):,}", file=sys.stderr, flush=True)
    sentences = list(kept.values())
    Random(options.seed).shuffle(sentences)
    _write(folder, sentences[: options.count], counts)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search.corpus_packages", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=1_000_000, help="different sentences wanted")
    parser.add_argument("--packages", type=Path, default=_LIST, help="a file with a package's name first in each line")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def _fetch(folder: Path, names: Iterable[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        if not any(folder.glob(f"{name}_*.deb")):
            done = subprocess.run(["apt-get", "download", "-qq", name], cwd=folder, check=False)
            if done.returncode:
                print(f"{name}: not to be had, left out", file=sys.stderr)


def _unpacked(folder: Path, package: Path) -> Path:
    """The files of a package; its terms are copied."""
    unpacked = folder / "unpacked"
    subprocess.run(["dpkg-deb", "-x", str(package), str(unpacked)], check=True)
    licences = folder / "licences"
    licences.mkdir(exist_ok=True)
    for terms in unpacked.glob("usr/share/doc/*/copyright"):
        if terms.is_file():
            shutil.copyfile(terms, licences / terms.parent.name)
    return unpacked


def _texts(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink() and _is_text(path)]


def _is_text(path: Path) -> bool:
    name = re.sub(r"\.(gz|dz)$", "", path.as_posix())
    wanted = _TEXT.search(name) or _DATABASE.search(name) or _FORTUNES.search(name)
    return bool(wanted) and not _OTHER_TONGUES.search(name) and path.stat().st_size < _LARGEST


def _prose_of(path: Path) -> list[str]:
    """The sentences of a file; only lines long enough to hold one are looked at."""
    parts = list(_long(_plain(path)))
    return [each for at in range(0, len(parts), _PARTS) for each in prose("\n".join(parts[at : at + _PARTS]))]


def _long(text: str) -> Iterator[str]:
    """Lines, and those before and after that may belong to the same sentence."""
    for part in re.split(r"\n\s*\n", text):
        if part.count(" ") + part.count("\n") >= 7 and len(part) >= 40:
            yield part + "\n"


def _plain(path: Path) -> str:
    name = path.as_posix()
    raw = gzip.decompress(path.read_bytes()) if name.endswith((".gz", ".dz")) else path.read_bytes()
    text = raw.decode("utf-8", errors="replace").replace("\r\n", "\n")
    if "/man/" in name:
        return _without_roff(text)
    if _DATABASE.search(name):
        return "\n\n".join(_glosses(text))
    if _FORTUNES.search(name):
        return text.replace("\n%\n", "\n\n")
    return html.unescape(TAGS.sub("\n", text)) if _MARKED.search(text[:2000]) else text


def _without_roff(text: str) -> str:
    """A manual page without the requests of its typesetter."""
    lines = []
    for line in text.replace("\\-", "-").replace("\\(aq", "'").splitlines():
        font = _FONT.match(line)
        if font:
            words = [quoted or plain for quoted, plain in _ARGUMENT.findall(line[font.end() :])]
            line = (" " if font[1] in ("B", "I", "SM") else "").join(words)
        elif line.startswith((".", "'")):
            line = ""
        lines.append(_ROFF.sub("", line))
    return "\n".join(lines)


def _glosses(text: str) -> Iterator[str]:
    """Lines of a database of words: the first word of each set, and what the set means."""
    for line in text.splitlines():
        fields, bar, gloss = line.partition(" | ")
        if bar and not line.startswith(" "):
            word = fields.split()[4].replace("_", " ")
            yield f"{word[:1].upper()}{word[1:]}: {gloss.strip()}."


def _write(folder: Path, sentences: list[str], counts: Counter[str]) -> None:
    into = folder / "sentences"
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir()
    for at in range(0, len(sentences), _EACH):
        lines = "".join(f"{sentence}\n" for sentence in sentences[at : at + _EACH])
        (into / f"{at // _EACH:03}{ENDING}").write_text(lines, encoding="utf-8")
    rows = "".join(f"{count:9,}  {name}\n" for name, count in counts.most_common())
    told = f"{len(sentences):,} different sentences, shuffled; benches take them by --text {into.name}.\n"
    told += f"\nNew ones by package, of which some were left out to come to that number:\n{rows}"
    (folder / "README").write_text(told, encoding="utf-8")


if __name__ == "__main__":
    main()
