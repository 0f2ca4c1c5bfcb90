"""The whole server: HTTP goes to Django, sockets to Channels."""

import os

from channels.routing import ProtocolTypeRouter
from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "citybuilder.settings")
_django = get_asgi_application()

# What uses models may only be imported now that Django is set up.
from citybuilder import garbage, sockets  # noqa: E402
from citybuilder.body_limit import BodyLimit  # noqa: E402
from citybuilder.lifespan import lifespan  # noqa: E402
from games.realtime import lifespan as realtime  # noqa: E402

lifespan.add(realtime)
lifespan.add(garbage)  # last: it sets aside what the others have made

application = ProtocolTypeRouter(
    {"http": BodyLimit(_django), "websocket": sockets.application(), "lifespan": lifespan}
)
