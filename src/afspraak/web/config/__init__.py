"""Everything an installation can be told, in one typed place.

A setting comes from an option of the command, the environment (`AFSPRAAK_DATABASE=…`) or one TOML
file (`database = "…"`), in that order. What a *company* chooses is never a setting: it stands in
the protocol, or on a screen.
"""

from afspraak.web.config.fields import (
    FILE_VARIABLE,
    OTHER_VARIABLES,
    PREFIX,
    SECRETS,
    Config,
    UnableToConfigure,
)
from afspraak.web.config.reading import KINDS, load

__all__ = [
    "FILE_VARIABLE",
    "KINDS",
    "OTHER_VARIABLES",
    "PREFIX",
    "SECRETS",
    "Config",
    "UnableToConfigure",
    "load",
]
