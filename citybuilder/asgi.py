"""The whole socket map: HTTP goes to Django."""

import os

from django.core.asgi import get_asgi_application

from citybuilder.body_limit import BodyLimit

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "citybuilder.settings")

application = BodyLimit(get_asgi_application())
