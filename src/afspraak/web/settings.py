"""Django's settings, translated from `config`. There is one of these: the environment differs."""

from pathlib import Path as _Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from afspraak.web import config as _config
from afspraak.web import database as _database
from afspraak.web import fingerprint as _fingerprint
from afspraak.web import keys as _keys
from afspraak.web import outgoing as _outgoing

CONFIG = _config.load()
KEYS = _keys.read(CONFIG.data) or _keys.passing()
SECRET_KEY = KEYS.signing
DEBUG = False

_public = urlsplit(CONFIG.url)
ALLOWED_HOSTS = [_public.hostname or "localhost", "localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = [f"{_public.scheme}://{_public.netloc}"]
SECURE = _public.scheme == "https"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.sites",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "afspraak.web.kit",
    "afspraak.web.worker",
    "afspraak.web.organisation",
    "afspraak.web.audit",
    "afspraak.web.people",
    "afspraak.web.mail",
    "afspraak.web.editions",
    "afspraak.web.agreeing",
    "afspraak.web.checks",
    "afspraak.web.demo",
    "afspraak.web.drafting",
    "afspraak.web.handbook",
    "afspraak.web.home",
    "afspraak.web.insights",
    "afspraak.web.dossier",
    "afspraak.web.mydata",
    "afspraak.web.reading",
    "afspraak.web.retention",
    "afspraak.web.setup",
    "afspraak.web.supplementing",
    "afspraak.web.transparency",
    "afspraak.web.flows",
]
SITE_ID = 1

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "afspraak.web.kit.middleware.Moment",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "afspraak.web.people.middleware.OwnLanguage",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "afspraak.web.kit.middleware.Headers",
]

ROOT_URLCONF = "afspraak.web.urls"
WSGI_APPLICATION = "afspraak.web.application.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # The pages of signing in go before those that come with allauth.
        "DIRS": [_Path(__file__).parent / "people" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "afspraak.web.frame.frame",
            ],
            "builtins": ["afspraak.web.kit.templatetags.kit"],
        },
    }
]

DATABASES = {"default": _database.described(CONFIG.database, CONFIG.data)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    # Throttling counts across processes, so the counts stand in the database.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "throttle",
        # Who tries many addresses at once must not push out what is counted of them.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    # What `{% cache %}` keeps: pieces of pages that are the same for everybody, in this process
    # only. They are named by all that is in them, so none is ever out of date.
    "template_fragments": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 1000},
    },
}

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SAMESITE = "Lax"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

STATIC_URL = f"static/{_fingerprint.of_static_files()}/"
STATIC_ROOT = CONFIG.data / "static"
STATICFILES_DIRS = [("engine", _fingerprint.ENGINE)]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # Gathered and compressed at each start.
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}
WHITENOISE_IMMUTABLE_FILE_TEST = ".*"  # the address holds a fingerprint

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"

ACCOUNT_ADAPTER = "afspraak.web.people.adapters.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "afspraak.web.people.adapters.SocialAccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
# allauth asks for a password at sign-in when it would ask for one at sign-up, which is closed.
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"] if "password" in CONFIG.sign_in else ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGIN_BY_CODE_ENABLED = "code" in CONFIG.sign_in
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_REAUTHENTICATION_REQUIRED = True
# A whole office may have one address, so what counts is the person (key).
ACCOUNT_RATE_LIMITS = {
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
    "login": "120/m/ip",
    "login_failed": "60/m/ip,5/5m/key",
    "request_login_code": "120/m/ip,3/5m/key",
}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if CONFIG.behind_proxy else 0
# A page that waits for the mail server tells by its time which addresses are known.
SEND_CODES_BESIDE = True
_FORMS = "afspraak.web.people.entrance_forms"
ACCOUNT_FORMS = {
    "request_login_code": f"{_FORMS}.AskCode",
    "confirm_login_code": f"{_FORMS}.GiveCode",
    "login": f"{_FORMS}.Password",
    "reauthenticate": f"{_FORMS}.PasswordAgain",
    "set_password": f"{_FORMS}.SetPassword",
    "change_password": f"{_FORMS}.ChangePassword",
}
MFA_FORMS = {
    "authenticate": f"{_FORMS}.RecoveryCode",
    "reauthenticate": f"{_FORMS}.RecoveryCodeAgain",
    "add_webauthn": f"{_FORMS}.AddPasskey",
}
MFA_ADAPTER = "afspraak.web.people.adapters.MFAAdapter"
MFA_SUPPORTED_TYPES = ["webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = "passkey" in CONFIG.sign_in
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_AUTO_SIGNUP = False
# Who is who is decided in the adapter: the address has to be of somebody who works here.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
# A form that ends at another site is refused by our own policy (form-action), a link is not.
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "sso",
                "name": CONFIG.oidc_name or "Single sign-on",
                "client_id": CONFIG.oidc_client,
                "secret": CONFIG.oidc_secret,
                "settings": {"server_url": CONFIG.oidc_issuer},
            }
        ]
        if CONFIG.oidc_issuer and "oidc" in CONFIG.sign_in
        else [],
    }
}

SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = SECURE
SESSION_COOKIE_NAME = "__Host-session" if SECURE else "session"
CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "afspraak.web.kit.views.csrf_failure"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if CONFIG.behind_proxy else None
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SECURE else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 5

vars().update(_outgoing.mail_settings(CONFIG))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = CONFIG.mail_from

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"afspraak": {"level": "INFO"}},
}
SILENCED_SYSTEM_CHECKS: list[str] = []
