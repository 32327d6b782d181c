"""The rules of who may see and do what, as a table, apart from the code that decides: written from
the requirements (docs/decisions/access.md, barriers.md), it reads cells and says which are not so.

    rules.py records|contacts|places|routes FILE

A cell: role, relation, state of the record (or of the contact), restriction, action, then the
ground and the bar the code gave."""

import sys

# What each relation gives, by role; a role that is not named gets nothing of it.
OWN = {role: "own-allocation" for role in
       ("social_worker", "team_manager", "head_of_service", "duty_worker", "reviewing_officer")}
TEAM = {"social_worker": "team-allocation", "team_manager": "team-allocation"}
CHAIR = {"reviewing_officer": "chairs-conference"}
RELATIONS = {
    # name: (grounds of the relation, who holds the child now, whose team held it last)
    "mine": (OWN, "somebody", "mine"),
    "mine-from-today": (OWN, "somebody", "theirs"),
    "mine-until-today": ({}, "nobody", "theirs"),
    "mine-from-tomorrow": ({}, "nobody", "theirs"),
    "mine-until-tomorrow": (OWN, "somebody", "theirs"),
    "i-am-co-worker": (OWN, "somebody", "mine"),
    "brothers-worker": ({"social_worker": "family-allocation"}, "somebody", "theirs"),
    "brothers-worker-until-today": ({}, "somebody", "theirs"),
    "my-teams": (TEAM, "somebody", "mine"),
    "my-teams-until-today": ({}, "nobody", "mine"),
    "another-teams": ({}, "somebody", "theirs"),
    "another-teams-until-today": ({}, "nobody", "theirs"),
    "only-a-co-workers": ({}, "nobody", "theirs"),  # nobody answers for the child
    "nobodys-ever": ({}, "nobody", None),
    "i-chaired-the-last": (CHAIR, "somebody", "theirs"),
    "i-chaired-the-last-told-first": (CHAIR, "somebody", "theirs"),
    "i-chaired-before-the-last": ({}, "somebody", "theirs"),
    "i-chaired-the-second-of-a-day": (CHAIR, "somebody", "theirs"),
    "i-chaired-the-last-another-chairs-today": (CHAIR, "somebody", "theirs"),
    "i-chaired-the-last-another-chairs-next": (CHAIR, "somebody", "theirs"),
    "i-chair-today": (CHAIR, "somebody", "theirs"),
    "i-chair-the-one-after-next": (CHAIR, "somebody", "theirs"),
}
# Whoever sees a record by what they are.
BY_ROLE = {"head_of_service": "whole-service", "duty_worker": "duty-desk"}
# States in which somebody must be able to act for a child whom nobody holds.
MUST_ACT = {"on-register", "on-register-from-today", "on-register-until-tomorrow", "handed-on-to-nobody", "lacks-both"}

EXCLUDED = {"i-am-excluded", "i-am-excluded-and-opened-it", "i-am-excluded-and-listed"}
# What else holds: which restrictions, and whether this person opened the record.
RESTRICTED = {
    "to-chain": {"chain"}, "to-chain-opened-by-me": {"chain"},
    "to-chain-opened-by-another": {"chain"}, "to-list-without-me": {"list"},
    "to-list-i-am-on-another": {"list"}, "to-list-without-me-opened-by-me": {"list"},
    "to-chain-and-list-with-me": {"chain"}, "to-list-with-me": set(),
}
OPENED = {"opened-by-me", "to-chain-opened-by-me", "to-list-without-me-opened-by-me"}

MANAGER, HEAD, WORKER, DUTY, CHAIRS = (
    "team_manager", "head_of_service", "social_worker", "duty_worker", "reviewing_officer")
ADMINISTRATOR = "administrator"  # lets people in, and reads nobody's record
GUARDIAN = "guardian"  # asks why people looked, and reads nobody's record
READ_NOTHING = {ADMINISTRATOR, GUARDIAN}
FAMILY = {"own-allocation", "family-allocation"}


def works_on_enquiries(role, ground):
    return role in (MANAGER, DUTY) or role == WORKER and ground in FAMILY | {"emergency"}


ACTIONS = {
    "see_record": lambda role, ground: True,
    "record_visit": lambda role, ground: role not in (HEAD, CHAIRS),
    "record_meeting": lambda role, ground: role not in (HEAD, CHAIRS),
    "record_story": lambda role, ground: role not in (HEAD, CHAIRS),
    "correct_entry": lambda role, ground: role == MANAGER or ground == "own-allocation",
    "allocate": lambda role, ground: role in (MANAGER, HEAD),
    "keep_register": lambda role, ground: role in (MANAGER, HEAD),
    "merge_people": lambda role, ground: role in (MANAGER, HEAD),
    "record_enquiry": works_on_enquiries,
    "record_assessment": works_on_enquiries,
    "accept_meeting": lambda role, ground: role == HEAD,
    "write_plan": lambda role, ground: role == MANAGER or role == WORKER and ground in FAMILY,
    "allow_gap": lambda role, ground: role == MANAGER,
    "sign": lambda role, ground: role in (MANAGER, HEAD) or ground == "chairs-conference",
    "run_conference": lambda role, ground: ground == "chairs-conference"
    or works_on_enquiries(role, ground),
    "bar": lambda role, ground: ground == "own-allocation" or role in (MANAGER, HEAD),
    "see_protected_address": lambda role, ground: role in (MANAGER, DUTY)
    or ground in FAMILY | {"emergency"},
    "answer_for_record": lambda role, ground: ground != "emergency" and role in (MANAGER, HEAD),
    "unbar": lambda role, ground: ground != "emergency" and role in (MANAGER, HEAD),
}


def ground_of(role, relation, state):
    given, holder, last_team = RELATIONS[relation]
    if role in given:
        return given[role]
    waits = holder == "nobody" and (last_team in (None, "mine") or state in MUST_ACT)
    if role == MANAGER and waits:
        return "nobody-allocated"
    return BY_ROLE.get(role, "none")


def in_chain(role, ground):
    return ground in ("own-allocation", "chairs-conference", "whole-service") or (
        role == MANAGER and ground in ("team-allocation", "nobody-allocated"))


def record(role, relation, state, restriction, action):
    if role in READ_NOTHING:
        return "none", "none"
    if restriction in EXCLUDED:
        return "none", "excluded"
    ground = ground_of(role, relation, state)
    kinds = RESTRICTED.get(restriction, set())
    shut = "list" in kinds or "chain" in kinds and not in_chain(role, ground)
    if shut or ground == "none":
        if restriction not in OPENED:
            return "none", "restricted" if shut else "none"
        ground = "emergency"
    return (ground if ACTIONS[action](role, ground) else "none"), "none"


DOOR = {DUTY: "duty-desk", MANAGER: "front-door", HEAD: "whole-service"}
DOOR_ACTIONS = {
    "see": lambda role: True,
    "work": lambda role: role in (DUTY, MANAGER),
    "extend": lambda role: role in (MANAGER, HEAD),
    "let_go": lambda role: role in (MANAGER, HEAD),
    "wait": lambda role: role in (DUTY, MANAGER, HEAD),  # work it, or let it wait longer
}


def contact(role, relation, stands, restriction, action):
    if role in READ_NOTHING:
        return "none", "none"
    if restriction in EXCLUDED:
        return "none", "excluded"
    mine = RELATIONS[relation][0] is OWN
    ground = DOOR.get(role) or ("own-allocation" if mine else "none")
    of_my_team = role == MANAGER and relation in ("mine", "i-am-co-worker", "my-teams")
    chain = of_my_team or ground in ("own-allocation", "whole-service")
    kinds = RESTRICTED.get(restriction, set())
    shut = "list" in kinds or "chain" in kinds and not chain
    if stands == "decided" and shut and restriction not in OPENED:
        return "none", "restricted"
    return (ground if DOOR_ACTIONS[action](role) else "none"), "none"


ALL = {WORKER, MANAGER, HEAD, DUTY, CHAIRS}
PLACES = {
    "my_work": {WORKER, DUTY},
    "my_team": {MANAGER, HEAD},
    "own_records": {MANAGER, HEAD},
    "enquiries": {MANAGER, HEAD},
    "front_door": {MANAGER, HEAD, DUTY},
    "signing": {MANAGER, HEAD, CHAIRS},
    "conferences": {MANAGER, HEAD, CHAIRS},
    "conference_practice": {HEAD},
    "whole_service": {HEAD},
    "out_of_hours": {DUTY, MANAGER, HEAD},
    "emergencies": {MANAGER, HEAD, GUARDIAN},
    "unusual_looks": {GUARDIAN},
    "own cases": {WORKER, DUTY, MANAGER},
    "every_record": {HEAD, DUTY},
    "accounts": {ADMINISTRATOR},
    "figures": ALL, "search": ALL, "alerts": ALL,
    "open in an emergency": ALL,
    "review another's emergency": {MANAGER, HEAD, GUARDIAN},
    "review their own emergency": set(),
    "keep their own diary": {MANAGER, HEAD, CHAIRS},
    "keep another's diary": {MANAGER, HEAD},
}


def place(role, what):
    return ("yes" if role in PLACES[what] else "no"), "none"


# ---- pages ---------------------------------------------------------------------------------------
def named(**pages):
    return {name: what for what, names in pages.items() for name in names.split()}


# About one child, by the child's own address: what the page takes. A plus: where the record does not
# call for it, or names no such thing, it is not found for anybody.
CHILD_PAGES = named(
    see_record="child child.timeline child.visits child.protection child.plan child.assessments "
    "child.people child.due child.looks child.story child.chronology child.genogram child.court "
    "same-person plan.copy+ plan.copy.download+ plan.download+ plan.version+ brought-in+ "
    "assessments.from+",
    record_visit="visit.new",
    record_meeting="core-group.new",
    see_protected_address="child.protected-address+",
    answer_for_record="child.own-record",
    record_story="child.protect-address child.disagreement+ event.new event.correct+ event.weigh+ relation.new relation.correct+ "
    "relation.end+ relative.new relative.correct+ relative.home+ story.take-back+",
    record_enquiry="discussion.new enquiry.new",
    run_conference="conference.book conference.record",
    record_assessment="assessment.new",
    write_plan="plan.write plan.from+ plan.action+ bring-in+",
    keep_register="plan.end coordinator register.away register.back register.category "
    "register.leaving register.received",
    allocate="allocate",
    bar="child.exclude child.restrict child.lift-protection+",
    unbar="child.lift",
)
# About one contact: what it takes of the front door.
CONTACT_PAGES = named(
    see="contact contact.letter+ contact.file+",
    work="contact.ask+ contact.correct+ contact.decide+ contact.match+ contact.take+ contact.tell+ "
    "contact.unmatch+",
    wait="contact.wait+",
    let_go="contact.let-go+ contact.let-go.back+",
)
# About no single child: who may enter.
PLACE_PAGES = named(
    my_work="work offline+ offline.list+",
    my_team="team",
    own_records="own-records",
    enquiries="enquiries",
    front_door="front-door front-door.handed-on front-door.to-tell contact.new+ front-door.take+",
    signing="signing",
    conferences="conferences",
    conference_practice="conferences.practice",
    out_of_hours="continuity continuity.looks continuity.file+",
    emergencies="emergencies emergency.review+",
    unusual_looks="looks.unusual",
    figures="figures figure",
    search="search",
    alerts="alerts",
    accounts="accounts account+ account.new account.change+",
    **{"own cases": "looked"},
)
# By the address of an entry or another thing, whose children are asked one by one; of a person's own;
# or for everybody: only that nothing is shown or written is asked here.
OTHER_PAGES = set("""
    alert mistake.read own-record own-record.download own-record.given own-record.leave-out
    own-record.put-back own-record.read assessment assessment.download assessment.finish assessment.from assessment.gap
    assessment.version assessment.withdraw assessment.write conference conference.answer
    conference.dissent conference.download conference.feedback conference.feedback.blank
    conference.paper conference.report conference.report.download conference.report.shared
    conferences.diary conferences.diary.away conferences.diary.slots discussion.accept
    enquiry.conclude entry.correct entry.withdraw same-person.compare same-person.take-back signing.one signing.return
    signing.sign visit.write-up emergency connections connections.withdraw drafts drafts.read
    drafts.ready drafts.bring-back drafts.throw-away offline.held offline.right offline.aside
    offline.visit offline.waiting offline.wipe team.phones home help accessibility rule rules refer
    refer.answer refer.answer.send refer.send sign-in sign-in.code sign-in.password sign-in.set-up signed-in
    signed-in.end signed-in.end-others second-factor second-factor.codes second-factor.off
    second-factor.set-up password prove
    looks.own
""".split())


def plus(pages):
    return {name.rstrip("+"): (what, name.endswith("+")) for name, what in pages.items()}


CHILD_PAGES, CONTACT_PAGES, PLACE_PAGES = map(plus, (CHILD_PAGES, CONTACT_PAGES, PLACE_PAGES))


def wrong_in(role, relation, how, method, name, pattern, status, shown, written):
    """Why this answer is not so; none: it is. The child is on the register, its contact decided."""
    def may(action):
        return record(role, relation, "on-register", how, action)[0] != "none"

    def may_contact(action):
        return contact(role, relation, "decided", how, action)[0] != "none"

    if written == "written":
        return "an empty form was written down"
    # Who may see the contact sees whom it is about; of the rest only who may see the record.
    # The guardian is told whose record a look was at.
    told = name == "looks.unusual" and role == GUARDIAN and how not in EXCLUDED
    if shown == "shown" and not (told or may("see_record") or name.startswith("contact") and may_contact("see")):
        return "it shows whom they may not see"
    if name in OTHER_PAGES:
        return None
    if name in CHILD_PAGES:
        action, sometimes = CHILD_PAGES[name]
        allowed = may(action)
    elif name in CONTACT_PAGES:
        action, sometimes = CONTACT_PAGES[name]
        allowed = may_contact(action)
    elif name in PLACE_PAGES:
        action, sometimes = PLACE_PAGES[name]
        allowed = role in PLACES[action]
    else:
        return "no rule names this page"
    if not allowed and status != "404":
        return f"they may not {action}"
    if allowed and status == "404" and not sometimes:
        return f"they may {action}"
    if status.startswith("5"):
        return "it broke"
    return None


def routes(lines):
    wrong = {}
    for line in lines:
        why = wrong_in(*line)
        if why:
            wrong.setdefault((why, *line[3:5], *line[6:]), []).append("/".join(line[:3]))
    for key, who in wrong.items():
        print(*key, len(who), who[:8])
    count = sum(map(len, wrong.values()))
    print(f"{count} of {len(lines)} answers are not so" if count else
          f"{len(lines)} answers are as the rules say")


def main():
    if sys.argv[1] == "routes":
        routes([line.rstrip("\n").split("\t") for line in open(sys.argv[2], encoding="utf-8")])
        return
    expected = {"records": record, "contacts": contact, "places": place}[sys.argv[1]]
    cells = wrong = 0
    for line in open(sys.argv[2], encoding="utf-8"):
        *cell, ground, bar = line.rstrip("\n").split("\t")
        cells += 1
        if expected(*cell) != (ground, bar):
            wrong += 1
            if wrong <= 20:
                print(cell, "the code says", (ground, bar), "the rules", expected(*cell))
    print(f"{wrong} of {cells} cells are not so" if wrong else f"{cells} cells are as the rules say")


main()
