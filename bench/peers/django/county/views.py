"""Four pages: a child's record, a team's overdue list, a visit, a year's measure by month."""

import json
import uuid

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.db.models import F, Max, Q
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from county.forms import VisitForm
from county.models import (Address, Allocation, Event, FamilyMember, Look, Person, Registration,
                           Visit)

TODAY = settings.TODAY
HOLDS_TODAY = Q(from_day__lte=TODAY) & (Q(until_day=None) | Q(until_day__gt=TODAY))


def rows(sql, values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row)) for row in cursor.fetchall()]


def worked_out_once(name, work):
    """For each state of the record: whatever changes it leaves an event."""
    key = f"{name}-{Event.objects.aggregate(newest=Max('id'))['newest']}"
    return cache.get_or_set(key, work)


def opened(request, child, page):
    """The child and who holds it, when this person may see it; the look is kept. Else 404."""
    user = request.user
    person = Person.objects.filter(id=child).first()
    held = list(Allocation.objects.filter(HOLDS_TODAY, child=child).select_related("worker", "team"))
    allowed = person is not None and (
        user.role == "head_of_service"
        or any(one.worker_id == user.worker or one.team_id == user.team for one in held)
        or (user.role == "team_manager" and not held))
    if not allowed:
        raise Http404
    Look.objects.create(worker=user.worker, name=user.name, role=user.role, child=child, page=page,
                        ground="team")
    return person, held


@login_required
def child(request, child):
    person, held = opened(request, child, "child")
    families = FamilyMember.objects.filter(person=child).values("family")
    words = Visit.objects.filter(child=child).exclude(words="").order_by("-on_day").first()
    due = rows("select * from visits_due(array[%s], %s)", [child, TODAY])
    return render(request, "child.html", {
        "user": request.user, "child": person, "held": held, "words": words, "today": TODAY,
        "due": due[0] if due else None,
        "stays": Registration.objects.filter(child=child).order_by("-start_day"),
        "addresses": Address.objects.filter(HOLDS_TODAY, person=child),
        "family": Person.objects.filter(familymember__family__in=families).exclude(id=child)
                        .distinct(),
        "events": Event.objects.filter(child=child).order_by("-id")[:10],
        "all_events": Event.objects.filter(child=child).count()})


@login_required
def team(request):
    user = request.user
    if user.role != "team_manager":
        raise PermissionDenied
    children = worked_out_once(f"overdue-{user.team}", lambda: rows(
        "select * from overdue(%s, %s)", [user.team, TODAY]))
    return render(request, "team.html", {"user": user, "children": children, "today": TODAY})


@login_required
def figures(request):
    if request.user.role not in ("team_manager", "head_of_service"):
        raise PermissionDenied
    first = TODAY.replace(year=TODAY.year - 1, day=1)
    months = worked_out_once("figures", lambda: rows(
        "select * from seen_alone_by_month(%s, date %s - 1, %s)",
        [first, TODAY.replace(day=1), TODAY]))
    return render(request, "figures.html", {"user": request.user, "months": months})


def children_at_home(child):
    """Of the family, the children somebody works with."""
    families = FamilyMember.objects.filter(person=child).values("family")
    worked_with = Allocation.objects.filter(HOLDS_TODAY).values("child")
    return list(Person.objects.filter(familymember__family__in=families, id__in=worked_with)
                .distinct())


@login_required
def visit(request, child):
    person, _ = opened(request, child, "record-visit")
    children = children_at_home(child) or [person]
    form = VisitForm(children, request.POST or None, initial={"key": uuid.uuid4()})
    if request.method != "POST" or not form.is_valid():
        return render(request, "visit.html", {"user": request.user, "child": person, "form": form},
                      status=422 if request.method == "POST" else 200)
    said = form.cleaned_data
    if Visit.objects.filter(entry=said["key"]).exists():
        return HttpResponseRedirect("/work")
    for one in form.parts():
        unchanged = Person.objects.filter(id=one["child"], version=one["version"])
        if not unchanged.update(version=F("version") + 1):
            transaction.set_rollback(True)
            return HttpResponse("Something was recorded meanwhile.", status=409)
        record(request.user, said, one)
    return HttpResponseRedirect("/work")


def record(user, said, part):
    Visit.objects.create(entry=said["key"], child_id=part["child"], on_day=TODAY,
                         place=said["place"], announced=said["announced"], seen=part["seen"],
                         alone=part["alone"], bedroom=part["bedroom"], account=said["account"],
                         worker=user.worker)
    body = {**part, "child": str(part["child"]), "place": said["place"],
            "account": said["account"]}
    Event.objects.create(child_id=part["child"], kind="visit.made", on_day=TODAY,
                         recorder=user.name, role=user.role, team=str(user.team),
                         body=json.dumps(body))
