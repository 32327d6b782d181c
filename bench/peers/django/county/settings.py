"""As docs.djangoproject.com/en/3.2/howto/deployment/checklist asks, except for what only TLS in
front can give. Sessions stand in the database, so that one can be ended at once."""

import datetime
import os

SECRET_KEY = os.environ["COUNTY_SECRET"]
TODAY = datetime.date.fromisoformat(os.environ["COUNTY_TODAY"])
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "county.urls"
AUTH_USER_MODEL = "county.Account"
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions",
                  "county"]
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware",
              "django.contrib.sessions.middleware.SessionMiddleware",
              "django.middleware.common.CommonMiddleware",
              "django.middleware.csrf.CsrfViewMiddleware",
              "django.contrib.auth.middleware.AuthenticationMiddleware",
              "django.middleware.clickjacking.XFrameOptionsMiddleware"]
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "django",
                         "USER": "gweld", "HOST": os.environ["COUNTY_SOCKET"],
                         "CONN_MAX_AGE": None, "ATOMIC_REQUESTS": True}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
LOGIN_URL = "/sign-in"
LOGIN_REDIRECT_URL = "/"
USE_TZ = True
TIME_ZONE = "Europe/London"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
