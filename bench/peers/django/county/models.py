"""The tables of sql/tables.sql, and who may sign in."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils import timezone


class Account(AbstractUser):
    worker = models.UUIDField()
    role = models.TextField()
    team = models.UUIDField(null=True)

    @property
    def name(self):
        return self.first_name


def table(name):
    return type("Meta", (), {"managed": False, "db_table": name})


class Team(models.Model):
    id = models.UUIDField(primary_key=True)
    name = models.TextField()
    Meta = table("team")


class Worker(models.Model):
    id = models.UUIDField(primary_key=True)
    name = models.TextField()
    Meta = table("worker")


class Person(models.Model):
    id = models.UUIDField(primary_key=True)
    number = models.TextField()
    forename = models.TextField()
    surname = models.TextField()
    born = models.DateField(null=True)
    language = models.TextField()
    version = models.IntegerField()
    Meta = table("person")


class FamilyMember(models.Model):
    family = models.UUIDField()
    person = models.ForeignKey(Person, models.DO_NOTHING, db_column="person")
    Meta = table("family_member")


class Address(models.Model):
    id = models.UUIDField(primary_key=True)
    person = models.ForeignKey(Person, models.DO_NOTHING, db_column="person")
    kind = models.TextField()
    lines = models.TextField()
    postcode = models.TextField()
    from_day = models.DateField()
    until_day = models.DateField(null=True)
    Meta = table("address")


class Registration(models.Model):
    id = models.UUIDField(primary_key=True)
    child = models.ForeignKey(Person, models.DO_NOTHING, db_column="child")
    start_day = models.DateField()
    end_day = models.DateField(null=True)
    categories = models.TextField()
    Meta = table("registration")


class Allocation(models.Model):
    id = models.UUIDField(primary_key=True)
    child = models.ForeignKey(Person, models.DO_NOTHING, db_column="child")
    worker = models.ForeignKey(Worker, models.DO_NOTHING, db_column="worker")
    team = models.ForeignKey(Team, models.DO_NOTHING, db_column="team", null=True)
    from_day = models.DateField()
    until_day = models.DateField(null=True)
    Meta = table("allocation")


class Visit(models.Model):
    entry = models.UUIDField()
    child = models.ForeignKey(Person, models.DO_NOTHING, db_column="child")
    made = models.TextField(default="made")
    on_day = models.DateField()
    place = models.TextField()
    announced = models.TextField()
    seen = models.TextField()
    alone = models.TextField()
    bedroom = models.TextField()
    account = models.TextField()
    words = models.TextField(default="")
    worker = models.UUIDField()
    recorded_at = models.DateTimeField(default=timezone.now)
    Meta = table("visit")


class Event(models.Model):
    child = models.ForeignKey(Person, models.DO_NOTHING, db_column="child")
    kind = models.TextField()
    on_day = models.DateField()
    recorded_at = models.DateTimeField(default=timezone.now)
    recorder = models.TextField()
    role = models.TextField()
    team = models.TextField()
    body = models.TextField()
    Meta = table("event")


class Look(models.Model):
    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(default=timezone.now)
    worker = models.UUIDField()
    name = models.TextField()
    role = models.TextField()
    child = models.UUIDField()
    page = models.TextField()
    ground = models.TextField()
    Meta = table("look")
