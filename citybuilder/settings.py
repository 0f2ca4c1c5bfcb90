"""Every setting of the platform. Values come from the environment; see docs/configuration.md."""

from pathlib import Path

from csp.constants import NONCE, NONE, SELF, WASM_UNSAFE_EVAL

from citybuilder import data_dir, databases, environment, limits, logging_setup, origins, shared

BASE_DIR = Path(__file__).resolve().parent.parent
PRODUCTION = environment.profile() == "production"
DEBUG = False

DATA_DIR = BASE_DIR / environment.required("DATA_DIR")
HOST = environment.required("HOST")
PORT = environment.whole_number("PORT", 1, 65535)

if PRODUCTION:
    SECRET_KEY = environment.required("SECRET_KEY")
    ALLOWED_HOSTS = environment.required("ALLOWED_HOSTS")
else:
    SECRET_KEY = environment.read("SECRET_KEY") or data_dir.secret_key(DATA_DIR)
    ALLOWED_HOSTS = [*environment.read("ALLOWED_HOSTS"), "127.0.0.1", "localhost", "[::1]"]
CLIENT_DEV_SERVER = environment.read("CLIENT_DEV_SERVER") and not PRODUCTION

# The pages that may open sockets and send forms, as browsers write their origin.
if environment.read("ORIGINS"):
    ORIGINS = environment.read("ORIGINS")
elif PRODUCTION:
    ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
else:
    _ports = [PORT, 5173] if CLIENT_DEV_SERVER else [PORT]
    ORIGINS = [f"http://{host}:{port}" for host in ALLOWED_HOSTS for port in _ports]
ORIGINS = origins.checked(ORIGINS, schemes=("https",) if PRODUCTION else ("http", "https"))
TRUSTED_PROXIES = environment.networks("TRUSTED_PROXIES")

# -- the application ---------------------------------------------------------------------
INSTALLED_APPS = [
    "citybuilder",
    "accounts",
    "games",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "csp",
    "django_vite",
    "drf_spectacular",
    "rest_framework",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    # Before the files: a worker is bound by the policy that came with its own script.
    "csp.middleware.CSPMiddleware",
    "citybuilder.assets.AssetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "citybuilder.urls"
ASGI_APPLICATION = "citybuilder.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "citybuilder.assets.client_context",
            ]
        },
    }
]
DATABASES = databases.databases(
    DATA_DIR,
    environment.read("DATABASE_URL"),
    environment.read("MATCHES_DATABASE_URL"),
    synchronous=environment.one_of("SQLITE_SYNCHRONOUS", databases.SYNCHRONOUS),
    pool_size=environment.whole_number("DATABASE_POOL", 1, 1000),
)
ON_FILES = not environment.read("DATABASE_URL")
DATABASE_ROUTERS = ["citybuilder.database_router.DatabaseRouter"]
REDIS_URL = shared.checked(environment.read("REDIS_URL"))
CHANNEL_LAYERS = shared.channel_layers(REDIS_URL)
CACHES = shared.caches(REDIS_URL)
LOGGING = logging_setup.configuration(as_json=PRODUCTION)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# -- people ------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.backends.EmailBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
    )
]
STAND_IN_SECONDS = environment.whole_number("STAND_IN_SECONDS", 30, 3600)
WORKER_LOOK_SECONDS = environment.whole_number("WORKER_LOOK_SECONDS", 1, 3600)
REALTIME_LIMITS = limits.read()
GUESTS_KEPT_DAYS = environment.whole_number("GUESTS_KEPT_DAYS", 1, 3650)
GUESTS_AN_HOUR = environment.whole_number("GUESTS_AN_HOUR", 1, 1_000_000)
# In the database and nowhere else: what ends a session ends it in every process at once.
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 180 * 24 * 3600

# -- the REST interface ------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["accounts.rest.authentication.SessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "accounts.rest.problems.handle",
    "NUM_PROXIES": 0,
    "URL_FORMAT_OVERRIDE": None,  # ?format= has no meaning here
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "City Builder",
    "DESCRIPTION": "Accounts and matches. What happens in a match goes over sockets.",
    "VERSION": "1",
    # The shapes of matches are described by msgspec, in JSON Schema as it is today and whole.
    "OAS_VERSION": "3.1.1",
    "POSTPROCESSING_HOOKS": [],
    "SERVE_INCLUDE_SCHEMA": False,
    "COMPONENT_SPLIT_REQUEST": True,
}

# -- languages and time ------------------------------------------------------------------
LANGUAGE_CODE = "en"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
LOCALE_PATHS = [BASE_DIR / "locale"]

# -- the browser client ------------------------------------------------------------------
CLIENT_DIST = BASE_DIR / "client" / "dist"
STATIC_URL = "/static/"
STATIC_ROOT = None
STATICFILES_DIRS = [CLIENT_DIST] if CLIENT_DIST.is_dir() else []
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_ALLOW_ALL_ORIGINS = False
# Vite puts a hash of the content into every name; the manifest itself is not for browsers.
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/assets/.+-[0-9A-Za-z_-]{8,}\.\w+$"
DJANGO_VITE = {
    "default": {
        "dev_mode": CLIENT_DEV_SERVER,
        "manifest_path": CLIENT_DIST / "manifest.json",
    }
}

# -- security ----------------------------------------------------------------------------
# Vite's development server reloads the page over a socket.
_DEV_SOCKET = ["ws://localhost:5173"] if CLIENT_DEV_SERVER else []
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE, WASM_UNSAFE_EVAL],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "media-src": [SELF],
        "connect-src": [SELF, *_DEV_SOCKET],
        "worker-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CSRF_COOKIE_HTTPONLY = True
CSRF_TRUSTED_ORIGINS = ORIGINS
if PRODUCTION:
    SECURE_SSL_REDIRECT = True
    # Load balancers ask for it inside the network.
    SECURE_REDIRECT_EXEMPT = [r"^health/$"]
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    CSRF_COOKIE_SECURE = True
    CSRF_COOKIE_NAME = "__Host-csrftoken"
    SESSION_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-sessionid"
