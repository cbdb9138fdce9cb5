"""The settings of the web tests: everything in a folder that goes away afterwards.

`AFSPRAAK_TEST_DATABASE` names another database than SQLite for the whole run.
"""

import os
import tempfile

# Tests that run side by side begin with what the first of them was given, and need one each.
if "AFSPRAAK_DATA" not in os.environ or "PYTEST_XDIST_WORKER" in os.environ:
    os.environ["AFSPRAAK_DATA"] = tempfile.mkdtemp(prefix="afspraak-test-")
os.environ.setdefault("AFSPRAAK_DATABASE", os.environ.get("AFSPRAAK_TEST_DATABASE", ""))

from afspraak.web.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STATIC_ROOT = None  # type: ignore[assignment]  # nothing is gathered
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
SEND_CODES_BESIDE = False  # a test looks at the mail right after
