"""No test reads or writes the files of whoever runs it, and none depends on chance or on how busy the machine is."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

# The same examples on every run, kept nowhere, each given the time it takes.
settings.register_profile(
    "hexapla",
    deadline=None,
    derandomize=True,
    database=None,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("hexapla")

# What nohup or a shell lets the tests ignore, they go on ignoring; but what is handled, be it by nothing, is not
# inherited by the programs under test.
for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM):
    if signal.getsignal(number) == signal.SIG_IGN:
        signal.signal(number, lambda *_: None)


@pytest.fixture(scope="session", autouse=True)
def a_home_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Settings, data, state and cache of all tests of a run lie in a temporary folder."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
            patch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
        patch.delenv("HEXAPLA_LIBRARY", raising=False)
        yield
