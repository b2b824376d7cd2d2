"""P6: keys are answered whatever is open, in measure of memory and of the processor's time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from time import monotonic

import pytest

from tests.terminal.conftest import Open, Reached
from tests.terminal.harness import WALL_LIMIT, Program

# From the promise; what a key costs once all is read is measured in the processor's time, for the machine may be busy.
USUAL, WORST, MEMORY = 0.1, 0.5, 300.0
STATEMENTS = 130  # of each of twelve sections: a briefing may have 20,000 keys and values
WAITS = 120
KEYS = ("j", "k", "\x04", "\x15", "G", "g", "\x1b[6~", "]", "l", "h", "\x05", "J")


def prose(megabytes: float) -> bytes:
    """Paragraphs of made words, the same each time."""
    random = Random(5)
    words = ["".join(random.choices("etaoinshrdlu", k=random.randint(2, 11))) for _ in range(5_000)]
    size, pieces = 0, []
    while size < megabytes * 2**20:
        sentence = " ".join(random.choices(words, k=random.randint(5, 30))).capitalize() + ". "
        pieces.append(sentence + ("\n\n" if random.random() < 0.2 else ""))
        size += len(pieces[-1])
    return "".join(pieces).encode()[: int(megabytes * 2**20)]


LARGE: dict[str, Callable[[], bytes]] = {
    "20 MB": lambda: prose(19.9),
    "10 MB in one line": lambda: prose(10).replace(b"\n", b" "),
    "500,000 lines, most of them empty": lambda: b"word\n\n\n\n\n" * 100_000,
    "50,000 combining marks": lambda: ("e" + "\u0301" * 50_000).encode(),
    "2 MB of ESC": lambda: b"\x1b" * 2**21,
    "1 MB of wide letters": lambda: "漢字".encode() * (2**20 // 6),
    "100,000 words of one letter": lambda: b"a " * 100_000,
}


def times(program: Program, rounds: int = 4) -> list[float]:
    """The processor's seconds each key takes, in order; the keys are seen to move something."""
    spent = []
    program.press("g")
    top = program.screen.text()
    program.press("G")
    assert program.screen.text() != top
    for key in KEYS * rounds:
        before = program.cpu()
        program.press(key)
        spent.append(program.cpu() - before)
    return sorted(spent)


def told(spent: list[float], program: Program) -> str:
    """p95, slowest, memory, in words."""
    usual, slowest = spent[len(spent) * 95 // 100] * 1000, spent[-1] * 1000
    return f"p95 {usual:.0f} ms, slowest {slowest:.0f} ms, {program.memory():.0f} MB"


class Keys:
    """Presses a key after the other while something is read behind the page, each once the last one was answered.

    A key is answered when all it changed is painted, as the program itself tells (`launch.telling_of_keys`). What it
    waits is what the whole program works meanwhile, in whichever thread: a busy machine does not add to that, and
    nothing is left out.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / "told"
        self._file.touch()
        self.env = {"faults": "telling_of_keys", "HEXAPLA_TELL": str(self._file)}
        self.waits: list[float] = []
        self.clock: list[float] = []

    def press(self, program: Program) -> None:
        """Go on until what is read is on the page, and at least `WAITS` times."""
        self.waits, self.clock, before = [], [], self._told()
        while len(self.waits) < WAITS or len(self._told()) == len(before) + len(self.waits):
            told, work, begun = len(self._told()), program.cpu(), monotonic()
            program.press("j", settle=False)
            while not (answers := [line for line in self._told()[told:] if line != "there"]):
                program.pause(0.002)
                assert program.running
                assert monotonic() - begun < WALL_LIMIT, "no answer"
            worked, at = map(float, answers[0].split())
            self.waits.append(worked - work)
            self.clock.append(at - begun)
            program.pause(0.01)

    def _told(self) -> list[str]:
        return self._file.read_text().split("\n")[:-1]

    def hold(self, program: Program, what: str, reached: Reached) -> None:
        """The promise, of the last keys."""
        usual = sorted(self.clock)[len(self.clock) * 95 // 100] * 1000
        slowest = max(self.clock) * 1000
        what = f"{what} ({len(self.waits)} keys; by the clock p95 {usual:.0f} ms, slowest {slowest:.0f} ms)"
        hold(sorted(self.waits), program, what, reached)


def hold(spent: list[float], program: Program, what: str, reached: Reached) -> None:
    """The promise."""
    reached("P6", f"{what}: {told(spent, program)}")
    assert spent[len(spent) * 95 // 100] < USUAL
    assert spent[-1] < WORST
    assert program.memory() < MEMORY


@pytest.mark.hostile
@pytest.mark.parametrize("name", LARGE)
def test_keys_in_a_large_article(name: str, reading: Open, tmp_path: Path, reached: Reached) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(LARGE[name]())
    with reading(path) as program:
        program.started(patience=60)
        if not program.running:
            assert "\n" not in program.told()
            reached("P6", f"{name}: refused in one line")
            return
        hold(times(program), program, name, reached)
        assert program.answers()


@pytest.mark.hostile
@pytest.mark.parametrize("name", list(LARGE)[:4])
def test_keys_while_a_large_article_is_read_again(name: str, reading: Open, tmp_path: Path, reached: Reached) -> None:
    path = tmp_path / "large.txt"
    data = LARGE[name]()
    path.write_bytes(data)
    keys = Keys(tmp_path)
    with reading(path, **keys.env) as program:
        program.started(patience=60)
        path.write_bytes(data[:-10] + b" THE END.")
        keys.press(program)
        keys.hold(program, f"{name}, while it is read again", reached)
        program.settle(patience=60)
        program.press("G")
        assert "THE END" in program.screen.text()


@pytest.mark.hostile
def test_a_page_that_freezes_while_it_is_read_again_is_noticed(reading: Open, tmp_path: Path) -> None:
    """A guard on the guard: one piece of 0.8 seconds."""
    path, keys = tmp_path / "small.txt", Keys(tmp_path)
    path.write_bytes(prose(0.1))
    with reading(path, **{**keys.env, "faults": "telling_of_keys,freezing_renewal"}) as program:
        program.started()
        path.write_bytes(prose(0.1) + b" THE END.")
        keys.press(program)
    assert max(keys.waits) > WORST


@pytest.mark.hostile
def test_keys_while_a_briefing_over_a_large_article_is_opened(
    reading: Open, home: Path, shipped: Path, reached: Reached
) -> None:
    own = home / "data" / "hexapla" / "briefings"
    own.mkdir(parents=True)
    (own / "large.txt").write_bytes(LARGE["20 MB"]() + b" The end.")
    for number in range(WAITS + 10):
        about = f"id: b{number}\ntitle: Number {number:03}\nsources: {{a: {{file: large.txt}}}}\n"
        (own / f"b{number:03}.yaml").write_text(f"version: 1\n{about}")
    keys = Keys(home)
    with reading(shipped, **keys.env) as program:
        program.started().press("O")
        program.press("j")
        assert "▌ Number 000" in program.screen.text()
        program.press("\r", settle=False)
        keys.press(program)
        keys.hold(program, "20 MB, while a briefing over it is opened from the list", reached)
        program.settle(patience=60)
        assert "Number 000" in program.screen.lines()[0]


@pytest.mark.hostile
def test_keys_in_a_briefing_of_a_megabyte(reading: Open, tmp_path: Path, reached: Reached) -> None:
    article = prose(0.2).decode()
    sentences = [sentence.strip() for sentence in article.split(".") if 20 < len(sentence.strip()) < 120]
    (tmp_path / "a.txt").write_text(article)
    lines = ["version: 1", "id: large", "title: Large", "sources: {a: {file: a.txt}}", "sections:"]
    for section in range(12):
        lines += [f"  - id: s{section}", f"    title: Section {section}", "    statements:"]
        for number in range(STATEMENTS):
            quote = sentences[(section * STATEMENTS + number) % len(sentences)]
            lines += [
                f"      - text: {quote} it says{' at length' * 38}",
                f"        evidence: [{{source: a, quote: {quote}}}]",
            ]
    text = "\n".join(lines)
    (tmp_path / "large.yaml").write_text(text)
    keys = Keys(tmp_path)
    with reading(tmp_path / "large.yaml", **keys.env) as program:
        program.started(patience=60)
        assert program.running, program.told()
        worst: list[float] = []
        for view in "123":
            program.press(view)
            worst += times(program, 1)
        what = f"briefing of {len(text) / 1e6:.1f} MB, {12 * STATEMENTS:,} statements"
        hold(sorted(worst), program, what, reached)
        program.press("1")
        (tmp_path / "large.yaml").write_text(text.replace("Section 0", "Section nought"))
        keys.press(program)
        keys.hold(program, f"{what}, while it is read again", reached)


@pytest.mark.hostile
def test_a_thousand_sources_are_refused_in_words(reading: Open, tmp_path: Path, reached: Reached) -> None:
    (tmp_path / "a.txt").write_text("Words.")
    sources = "".join(f"  s{number}: {{file: a.txt}}\n" for number in range(1_000))
    (tmp_path / "many.yaml").write_text(f"version: 1\nid: many\ntitle: Many\nsources:\n{sources}")
    with reading(tmp_path / "many.yaml") as program:
        program.started(patience=60)
        assert not program.running
        assert "1000 sources" in program.told()
        assert program.end().code == 2
    reached("P6", "1,000 sources: refused with file, line and column")
