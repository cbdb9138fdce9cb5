"""Everything is destroyed and put back, in every direction between the two databases."""

import json
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from web.installing import SERVER, Installation, new_database

FILL = """
import datetime as dt, uuid
from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from afspraak.web import config, serving
serving.prepare(config.load())
from afspraak.web.demo import operations
now = timezone.now()
operations.open_bakery(now=now)

def value(field, number):
    if field.is_relation:
        return field.related_model._base_manager.values_list("pk", flat=True).order_by("pk")[number]
    if isinstance(field, models.JSONField): return {"é": [1, None, "…"], "number": number}
    if isinstance(field, models.BinaryField): return bytes(range(256))
    if isinstance(field, models.DateTimeField): return now + dt.timedelta(microseconds=number + 1)
    if isinstance(field, models.DateField): return now.date()
    if isinstance(field, models.UUIDField): return uuid.uuid4()
    if isinstance(field, models.BooleanField): return bool(number % 2)
    if isinstance(field, models.EmailField): return f"n{number}@example.com"
    if isinstance(field, models.IntegerField): return number + 1
    return f"é{number}"[: field.max_length or None]

# What the bakery leaves empty gets two rows, so that every kind of column is copied.
for model in apps.get_models(include_auto_created=True):
    if model._base_manager.exists():
        continue
    for number in range(2):
        try:
            with transaction.atomic():
                row = model(**{
                    field.attname: value(field, number)
                    for field in model._meta.concrete_fields
                    if not isinstance(field, models.AutoField)
                })
                models.Model.save(row, force_insert=True)
        except (IntegrityError, IndexError, ValueError, TypeError):
            pass  # a table that takes only what its own operation makes
"""

ROWS = """
import json
from django.apps import apps

def said(value):
    if isinstance(value, (bytes, memoryview)):
        return bytes(value).hex()
    # PostgreSQL keeps the keys of JSON in an order of its own.
    return json.dumps(value, sort_keys=True) if isinstance(value, (dict, list)) else repr(value)

rows = {}
for model in apps.get_models(include_auto_created=True):
    names = [field.attname for field in model._meta.concrete_fields]
    all_rows = model._base_manager.order_by("pk").values_list(*names)
    rows[model._meta.db_table] = [
        [said(value) for value in row]
        for row in all_rows
        if not any(isinstance(v, str) and v.startswith("backup.") for v in row)
    ]
rows.pop("worker_backup")
print(json.dumps(rows))

# The database counts on, not from one again: otherwise the next row is refused.
from django.utils import timezone
from afspraak.web.worker.models import Backup
Backup.objects.create(at=timezone.now(), size=1, version="x")
"""


Rows = dict[str, list[list[str]]]


def rows(of: Installation) -> Rows:
    found: Rows = json.loads(of.python(ROWS))
    return found


@pytest.fixture(scope="module")
def databases() -> Iterator[list[str]]:
    """Two empty databases, when there is a server to make them on."""
    with ExitStack() as opened:
        yield [opened.enter_context(new_database()) for _ in range(2)] if SERVER else []


def test_everything_comes_back_whatever_the_database(tmp_path: Path, databases: list[str]) -> None:
    first = Installation(tmp_path / "first")
    first.data.mkdir()
    first.python("from afspraak.web import keys, config; keys.read_or_make(config.load().data)")
    first.python(FILL)
    before = rows(first)
    filled = sum(bool(held) for held in before.values())
    copy = tmp_path / "copy.zip"

    made = first.afspraak("backup", copy)
    assert (made.returncode, made.stderr) == (0, "")
    keys = (first.data / "keys").read_bytes()
    shutil.rmtree(first.data)

    goals = [(copy, Installation(tmp_path / "sqlite"))]
    if databases:
        other = tmp_path / "other.zip"
        goals += [
            (copy, Installation(tmp_path / "postgresql", databases[0])),
            (other, Installation(tmp_path / "again-postgresql", databases[1])),
            (other, Installation(tmp_path / "again-sqlite")),
        ]
    for file, goal in goals:
        if not file.exists():
            assert goals[1][1].afspraak("backup", file).returncode == 0
        restored = goal.afspraak("restore", file)
        assert (restored.returncode, restored.stderr) == (0, "")
        assert rows(goal) == before
        assert (goal.data / "keys").read_bytes() == keys
        verified = goal.afspraak("audit", "verify")
        assert (verified.returncode, verified.stderr) == (0, ""), verified.stdout
    assert filled > len(before) * 2 / 3
