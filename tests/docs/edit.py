"""Does to a file what a tutorial asks of its reader: `edit.py file|above|change OF BLOCK`."""

import sys
from pathlib import Path

act, of, block = sys.argv[1:]
name, _, what = of.partition(": ")
target = Path(name)
if act == "file":
    target.write_text(block, "utf-8")
else:
    old, new = (what, f"{block}\n{what}") if act == "above" else what.split(" => ")
    text = target.read_text("utf-8")
    if text.count(old) != 1:
        sys.exit(f"{name} holds this {text.count(old)} times: {old}")
    target.write_text(text.replace(old, new), "utf-8")
