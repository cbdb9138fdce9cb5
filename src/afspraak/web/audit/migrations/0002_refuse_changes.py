"""The database itself refuses to change or remove what was logged.

A personal part may be deleted, when it is erased, but not changed.
"""

from django.db import migrations

NEVER = "raise(ABORT, 'the log is only added to')"

SQLITE = {
    "audit_entry_stays_as_it_is": "BEFORE UPDATE ON audit_entry",
    "audit_entry_stays": "BEFORE DELETE ON audit_entry",
    "audit_personal_stays_as_it_is": "BEFORE UPDATE ON audit_personal",
    # INSERT OR REPLACE removes a row without asking the trigger on DELETE.
    "audit_entry_is_not_replaced": "BEFORE INSERT ON audit_entry WHEN EXISTS"
    " (SELECT 1 FROM audit_entry WHERE number = NEW.number)",
    "audit_personal_is_not_replaced": "BEFORE INSERT ON audit_personal WHEN EXISTS"
    " (SELECT 1 FROM audit_personal WHERE entry_id = NEW.entry_id)",
}
POSTGRESQL = {
    "audit_entry_stays_as_it_is": "BEFORE UPDATE ON audit_entry FOR EACH ROW",
    "audit_entry_stays": "BEFORE DELETE ON audit_entry FOR EACH ROW",
    "audit_entry_is_not_emptied": "BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT",
    "audit_personal_stays_as_it_is": "BEFORE UPDATE ON audit_personal FOR EACH ROW",
}
FUNCTION = """
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the log is only added to' USING ERRCODE = 'restrict_violation';
END $$
"""


def guard(apps, schema_editor):  # noqa: ARG001 - Django's
    """Adds the triggers."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(FUNCTION)
        for name, when in POSTGRESQL.items():
            schema_editor.execute(f"CREATE TRIGGER {name} {when} EXECUTE FUNCTION audit_refuse()")
            table = when.split()[3]
            # Also where a session calls itself a replica, which skips ordinary triggers.
            schema_editor.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}")
        return
    for name, when in SQLITE.items():
        schema_editor.execute(f"CREATE TRIGGER {name} {when} BEGIN SELECT {NEVER}; END")


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [migrations.RunPython(guard, migrations.RunPython.noop, elidable=False)]
