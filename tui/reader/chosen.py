"""What the user's settings mean for the reader, at the start and when their file changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.briefing.findings import Finding
from tui.reader.commands import COMMANDS
from tui.reader.glyphs import FULL, PLAIN, Glyphs
from tui.reader.messages import Message
from tui.settings import Keys, Loaded, Settings

if TYPE_CHECKING:
    from tui.reader.app import Hexapla
    from tui.reader.themes import Theme
    from tui.reader.wardrobe import Wardrobe

_LIGHT = ("7", "15")  # white and bright white, as rxvt, Konsole and others put them into COLORFGBG


def is_light(environ: Mapping[str, str]) -> bool:
    """Whether the terminal says that its background is light."""
    return environ.get("COLORFGBG", "").rpartition(";")[2] in _LIGHT


def theme_name(settings: Settings, environ: Mapping[str, str]) -> str:
    """The theme to begin with."""
    choice = settings.theme
    light = is_light(environ) if choice.background == "auto" else choice.background == "light"
    return choice.light if light else choice.dark


def glyphs(settings: Settings, environ: Mapping[str, str]) -> Glyphs:
    """Plain signs where the settings, `HEXAPLA_GLYPHS` or the Linux console ask for them."""
    asked = environ.get("HEXAPLA_GLYPHS") or settings.glyphs
    plain = asked == "plain" or (asked != "full" and environ.get("TERM") == "linux")
    return PLAIN if plain else FULL


def notices(findings: Sequence[Finding], about: str, hint: str) -> Iterator[Message]:
    """One message for all the faults: the first with its place, how many more, and where all can be seen."""
    if findings:
        first, more = findings[0], len(findings) - 1
        where = f"{Path(first.file).name}:{first.line}:{first.column}" + (f" and {more} more" if more else "")
        said = first.message + (f" ({first.hint})" if first.hint else "")
        yield Message(f"{about}: {where}", said, hint=hint, kind="warning")


def take_settings(reader: Hexapla, loaded: Loaded) -> None:
    """Put the settings in force: at the start, and again whenever their file was changed (signs and roots: at the
    next start)."""
    table, findings = COMMANDS, loaded.findings
    if loaded.settings.keys != Keys():
        from tui.reader.keymap import in_force

        table, findings = in_force(loaded)
    reader.settings = loaded.settings
    reader.use_keys(table)
    reader.voice.patient = loaded.settings.motion == "reduced"
    reader.notices += notices(findings, "settings", "hexapla config")


def settings_changed(reader: Hexapla) -> None:
    """Read the settings again. The theme follows them unless another was chosen for this briefing."""
    from tui import settings

    before, loaded = reader.settings, settings.load()
    take_settings(reader, loaded)
    reader.keys_changed()
    if loaded.settings.theme != before.theme:
        reader.usual_theme = theme_name(loaded.settings, reader.environ)
        theme = None if reader.theme_chosen else reader.themes.named(reader.usual_theme)
        if theme is not None:
            reader.wear(theme)
    reader.say(Message("settings", "read again"))
    for notice in reader.take_notices():
        reader.say(notice)


def watch(reader: Hexapla) -> None:
    """Follow the settings and the themes as they change on disk."""
    from tui.settings import settings_file

    path = settings_file()
    reader.lookout.add(lambda: [path] if path else [], lambda: settings_changed(reader))
    reader.lookout.add(reader.themes.files, lambda: themes_changed(reader))


def themes_changed(reader: Hexapla) -> None:
    """Read the themes that changed; a worn one that cannot be used any more stays as it was."""
    worn = reader.ink.theme
    reader.themes.renew()
    now = reader.themes.named(worn.name)
    if now is not None and now != worn:
        reader.wear(now)
        reader.say(Message("theme", f"{now.name} read again"))
    tell_of_themes(reader)


def choose_theme(reader: Hexapla, theme: Theme) -> None:
    """Put on a theme for this briefing, until another is chosen."""
    reader.wear(theme)
    reader.theme_chosen = theme.name != reader.usual_theme
    reader.say(Message("theme", theme.name, hint="for all briefings: hexapla config" if reader.theme_chosen else ""))
    tell_of_themes(reader)


def tell_of_themes(reader: Hexapla) -> None:
    """Say which theme files cannot be used, once."""
    for notice in theme_notices(reader.themes):
        reader.say(notice)


def theme_notices(themes: Wardrobe) -> Iterator[Message]:
    """One notice for all theme files that were found unusable since the last one."""
    findings = themes.news()
    files = {finding.file for finding in findings}
    about = "1 theme cannot be used" if len(files) == 1 else f"{len(files)} themes cannot be used"
    return notices(findings, about, "hexapla themes")
