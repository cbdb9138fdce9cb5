"""The tables as the migrations that were applied describe them, and rows as JSON and back."""

import base64
import datetime as dt
import decimal
import uuid
from collections.abc import Iterable, Mapping, Sequence

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader

Node = tuple[str, str]
Json = str | int | float | bool | None | list[object] | dict[str, object]


def at(loader: MigrationLoader, applied: Iterable[Node]) -> Sequence[type[models.Model]]:
    """The tables once `applied` were applied: a program reads what an older one left, as it was."""
    apps = loader.project_state(list(last(loader, applied))).apps
    return sorted(
        (each for each in apps.get_models(include_auto_created=True) if each._meta.managed),  # noqa: SLF001 - Django's public name
        key=lambda each: each._meta.db_table,  # noqa: SLF001
    )


def last(loader: MigrationLoader, applied: Iterable[Node]) -> Iterable[Node]:
    """The migrations of `applied` that no other of the same app builds on."""
    held = {node for node in applied if node in loader.graph.nodes}
    for node in sorted(held):
        children = loader.graph.node_map[node].children
        if not any(child.key in held and child.key[0] == node[0] for child in children):
            yield node


def columns(model: type[models.Model]) -> Mapping[str, "models.Field[object, object]"]:
    """The columns of a table by name, in order."""
    return {field.column: field for field in model._meta.concrete_fields}  # noqa: SLF001


def as_json(value: object) -> Json:
    """A value as a backup holds it."""
    if isinstance(value, (bytes, memoryview)):
        return base64.b64encode(bytes(value)).decode("ascii")
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat() if value.tzinfo else value.isoformat()
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, (uuid.UUID, decimal.Decimal)):
        return str(value)
    if isinstance(value, dt.timedelta):
        return str(value)
    if value is None or isinstance(value, (str, int, float, bool, list, dict)):
        return value
    raise TypeError(type(value).__name__)


def for_database(
    value: object, field: "models.Field[object, object]", connection: BaseDatabaseWrapper
) -> object:
    """A value of a backup as the column of `connection` takes it."""
    while isinstance(field, models.ForeignKey):
        field = field.target_field
    if isinstance(field, models.JSONField):
        if value is None and field.null:
            return None
        return connection.ops.adapt_json_value(value, field.encoder)
    if value is None:
        return None
    if isinstance(field, models.BinaryField):
        return field.get_db_prep_save(base64.b64decode(str(value)), connection)
    return field.get_db_prep_save(field.to_python(value), connection)
