"""The shop's tables seen from Django, for the blocks of Python that runbooks hold. Settings come from the environment."""
import os
from urllib.parse import urlsplit

_postgres = urlsplit(os.environ["SHOP_DATABASE_URL"])

SECRET_KEY = os.environ["SHOP_DJANGO_SECRET"]
DEBUG = False
ALLOWED_HOSTS = []
USE_TZ = True
TIME_ZONE = "UTC"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "rest_framework",
    "apps.stock",
    "apps.website",
]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": _postgres.hostname,
        "PORT": _postgres.port,
        "USER": _postgres.username,
        "PASSWORD": _postgres.password or "",
        "NAME": _postgres.path.lstrip("/"),
        "OPTIONS": {"connect_timeout": 5, "application_name": "django shell"},
    }
}
CACHES = {
    "default": {
        "BACKEND": "apps.website.redis_cache.RedisCache",
        "LOCATION": os.environ.get("SHOP_REDIS", "127.0.0.1:6379"),
    }
}
REST_FRAMEWORK = {
    "DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.AnonRateThrottle"],
    "DEFAULT_THROTTLE_RATES": {"anon": "120/min", "lead_burst": "10/min", "lead_hourly": "60/hour"},
}
