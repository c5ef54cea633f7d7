"""Django's settings, read from the environment; a desk lives in FIRSTHAND_HOME."""

import os
from pathlib import Path

import dj_database_url
from platformdirs import user_data_path

HOME = Path(os.environ.get("FIRSTHAND_HOME") or user_data_path("firsthand"))

SECRET_KEY = os.environ.get("FIRSTHAND_SECRET_KEY", "not yet made")
DEBUG = False
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
USE_TZ = True
TIME_ZONE = "Europe/Paris"
LANGUAGE_CODE = "en"
LANGUAGES = [("fr", "Français"), ("en", "English")]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
DATABASES = {
    "default": dj_database_url.config(
        env="DATABASE_URL", default=f"sqlite:///{HOME / 'firsthand.sqlite3'}"
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
