"""What the user chose for good: a typed tree, read from `settings.yaml` in the config folder. No Textual here."""

from tui.settings.model import Bound, CopyForm, Keys, Settings, ThemeChoice
from tui.settings.reading import Loaded, load, settings_file

__all__ = ["Bound", "CopyForm", "Keys", "Loaded", "Settings", "ThemeChoice", "load", "settings_file"]
