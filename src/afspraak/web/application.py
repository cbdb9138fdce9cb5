"""The application as a server calls it."""

import os
import signal

from django.core.wsgi import get_wsgi_application

from afspraak.web.worker import parent

PARENT = "AFSPRAAK_PARENT"
"""Set by `afspraak serve`: the process whose end is the end of this one too."""

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "afspraak.web.settings")
application = get_wsgi_application()

if os.environ.get(PARENT):
    parent.follow(int(os.environ[PARENT]), lambda: os.kill(os.getpid(), signal.SIGKILL))
