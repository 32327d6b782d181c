"""Makes an account for everyone in account.csv, all with one password."""

import csv

from django.contrib.auth.hashers import make_password
from django.core.management.base import BaseCommand

from county.models import Account


class Command(BaseCommand):
    def add_arguments(self, parser):
        parser.add_argument("file")
        parser.add_argument("password")

    def handle(self, *_, file, password, **__):
        hashed = make_password(password)
        with open(file, encoding="utf-8") as given:
            for name, worker, shown, role, team in csv.reader(given):
                Account.objects.create(username=name, first_name=shown, worker=worker, role=role,
                                       team=None if team == r"\N" else team, password=hashed)
