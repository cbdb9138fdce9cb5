"""The application as a server calls it."""

import os
import signal

from django.core.wsgi import get_wsgi_application

from afspraak.web.worker import parent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "afspraak.web.settings")
application = get_wsgi_application()

if os.environ.get(parent.VARIABLE):
    parent.follow(int(os.environ[parent.VARIABLE]), lambda: os.kill(os.getpid(), signal.SIGKILL))
