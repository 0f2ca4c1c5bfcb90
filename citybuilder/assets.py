"""The built client files, served by the application itself."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.responders import StaticFile


class AssetMiddleware(WhiteNoiseMiddleware):  # type: ignore[misc]
    """WhiteNoise for ASGI.

    WhiteNoise answers with an open file, which Django's ASGI handler can only read whole in a
    thread, with a warning at every request. The client's files are small: they are sent as bytes.
    """

    @staticmethod
    def serve(static_file: StaticFile, request: HttpRequest) -> HttpResponse:
        """The file, its not-modified answer or the range that was asked for."""
        found = static_file.get_response(request.method, request.META)
        content = b""
        if found.file is not None:
            with found.file as file:
                content = file.read()
        response = HttpResponse(content, status=int(found.status))
        del response["Content-Type"]
        for name, value in found.headers:
            response[name] = value
        return response


def client_context(request: HttpRequest) -> dict[str, bool]:
    """For templates: whether the client comes from Vite's development server."""
    return {"client_dev_server": settings.CLIENT_DEV_SERVER}
