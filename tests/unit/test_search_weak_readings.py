"""Of a known word, readings too weak to make a hit lift a passage that its other words found; on disk as in memory."""

from __future__ import annotations

from pathlib import Path

from tests.unit.library_files import articles, in_memory
from tui.search import Library

TEXTS = {
    "a.txt": "A boat of Tokyo and Osaka.",
    "b.txt": "The market of Tokyo and Osaka.",
    "c.txt": "Mrkt is a mark of Tokyo and Osaka.",
}


def test_a_word_with_vowels_lost_lifts_a_passage_only_where_hits_are_few(tmp_path: Path) -> None:
    folder = articles(tmp_path / "articles", TEXTS)
    Library.build(tmp_path / "library", [folder])
    library, memory = Library.open(tmp_path / "library"), in_memory(sorted(folder.iterdir()))
    try:
        found = library.search("tokyo osaka mrkt")
        assert [Path(hit.source).name for hit in found.hits] == ["c.txt", "b.txt", "a.txt"]
        assert found == memory.search("tokyo osaka mrkt")
        first = library.search("tokyo osaka mrkt", 1)  # one passage holds all words: the others need no weak reading
        assert first.hits == found.hits[:1]
        assert [Path(hit.source).name for hit in library.search("mrkt").hits] == ["c.txt"]
    finally:
        library.close()


def test_words_typed_as_one_are_found_in_a_row(tmp_path: Path) -> None:
    folder = articles(tmp_path / "articles", TEXTS | {"0.txt": "Osaka and the market, tokyo."})
    Library.build(tmp_path / "library", [folder])
    library, memory = Library.open(tmp_path / "library"), in_memory(sorted(folder.iterdir()))
    try:
        for query in ("marketof", "tokyoandosaka", "markof tokyo", "boatof tokyoand", "tokyoandos"):
            assert library.search(query) == memory.search(query), query
        assert [Path(hit.source).name for hit in library.search("marketof").hits] == ["b.txt", "0.txt"]
    finally:
        library.close()
