"""Starting the program: the keys, the tables, the pages and the waiting work."""

from afspraak.web.serving.running import serve, work, work_once
from afspraak.web.serving.starting import (
    UnableToStart,
    check_address,
    owner_link,
    prepare,
    set_up,
)

__all__ = [
    "UnableToStart",
    "check_address",
    "owner_link",
    "prepare",
    "serve",
    "set_up",
    "work",
    "work_once",
]
