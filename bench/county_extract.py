#!/usr/bin/env python3
"""Writes an extract of a whole made-up county in the Standard Safeguarding Dataset layout: 8,000
children, 250,000 rows over sixteen tables, as SQL Server exports them (byte order mark, CRLF, dates
with a time). The same every time; nobody in it is real. With a PREFIX every id begins with it, so
that several such counties fit into one record.

    bench/county_extract.py FOLDER [PREFIX]
"""

import csv
import datetime
import json
import pathlib
import random
import sys

CHILDREN, ROWS = 8_000, 250_000
TODAY = datetime.date(2026, 11, 20)
chance = random.Random(20261120)
folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
prefix = sys.argv[2] if len(sys.argv) > 2 else ""
written = 0

GIRLS = "Nest Lowri Mali Seren Cadi Efa Beca Megan Alaw Ffion Zofia Maria Aisha Olivia Grace".split()
BOYS = "Twm Gruff Ifan Jac Osian Macsen Harri Tomos Kacper Miguel Yusuf Idris Noah Leo Cai".split()
SURNAMES = "Hopcyn Bowen Prosser Gittins Nowak Silva Rahman Tudor Vaughan Teague Orme Pugh".split()


def own(columns, row):
    return [f"{prefix}{cell}" if cell and column.endswith(("_id", "_team", "_department")) else cell
            for column, cell in zip(columns.split(), row)]


def table(name, columns, rows):
    global written
    rows = [own(columns, row) for row in rows] if prefix else rows
    with open(folder / f"{name}.csv", "w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(columns.split())
        writer.writerows(rows)
    written += len(rows)


def day(back_from, back_to=0):
    return TODAY - datetime.timedelta(days=chance.randint(back_to, back_from))


def at(date, clock="00:00:00.000"):
    return "" if date is None else f"{date} {clock}"


def later(date, low, high):
    """None: it has not come yet."""
    end = date + datetime.timedelta(days=chance.randint(low, high))
    return end if end < TODAY else None


def flags(names, yes):
    return json.dumps({f"{name}_FLAG": "Y" if name in yes else "" for name in names.split()})


CONTACT = ("NEW_REFERRAL EXISTING_REFERRAL CP_ENQUIRY NFA NON_AGENCY_ADOPTION PRIVATE_FOSTERING "
           "ADVICE MISSING OLA_CP OTHER_OUTCOMES_EXIST")
REFERRAL = ("SINGLE_ASSESSMENT NFA STRATEGY_DISCUSSION CLA_REQUEST NON_AGENCY_ADOPTION "
            "PRIVATE_FOSTERING CP_TRANSFER_IN CP_CONFERENCE CARE_LEAVER OTHER_OUTCOMES_EXIST")
ASSESSMENT = ("NFA NFA_S47_END STRATEGY_DISCUSSION CLA_REQUEST PRIVATE_FOSTERING LEGAL_ACTION "
              "PROV_OF_SERVICES PROV_OF_SB_CARE SPECIALIST_ASSESSMENT OTHER_ACTIONS")
ENQUIRY = ("NFA LEGAL_ACTION PROV_OF_SERVICES PROV_OF_SB_CARE CP_CONFERENCE NFA_CONTINUE_SINGLE "
           "MONITOR OTHER_OUTCOMES_EXIST")

people = [f"{100_000 + n}" for n in range(CHILDREN)]
families = [f"F{n // 2}" for n in range(CHILDREN)]
workers = [f"W{n}" for n in range(300)]
teams = [f"T{n}" for n in range(30)]


def person(n):
    girl = chance.random() < 0.49
    surname = SURNAMES[(n // 2) % len(SURNAMES)]
    return [people[n], chance.choice(GIRLS if girl else BOYS), surname, "F" if girl else "M",
            "WBRI", at(day(17 * 365, 30)), "", ""]


table("ssd_person", "pers_person_id pers_forename pers_surname pers_sex pers_ethnicity pers_dob "
      "pers_expected_dob pers_death_date", [person(n) for n in range(CHILDREN)])
table("ssd_department", "dept_team_id dept_team_name dept_team_parent_id",
      [[team, f"Team {team}", ""] for team in teams])
table("ssd_professionals", "prof_professional_id prof_professional_name "
      "prof_social_worker_registration_no prof_professional_job_title prof_professional_department",
      [[w, f"{chance.choice(GIRLS + BOYS)} {chance.choice(SURNAMES)}", f"SW{100_000 + n}",
        "Social Worker", chance.choice(teams)] for n, w in enumerate(workers)])
table("ssd_family", "fami_table_id fami_family_id fami_person_id",
      [[n, families[n], people[n]] for n in range(CHILDREN)])


def address(n):
    where = {"ROOM": "", "FLOOR": "", "FLAT": "", "BUILDING": "", "HOUSE": str(n % 90 + 1),
             "STREET": "Heol y Bont", "TOWN": "Abercwm", "UPRN": "", "EASTING": "", "NORTHING": ""}
    since = day(2500, 400)
    return [n, json.dumps(where), people[n % CHILDREN], "Home", at(since), "", "NP25 3XX"]


table("ssd_address", "addr_table_id addr_address_json addr_person_id addr_address_type "
      "addr_address_start_date addr_address_end_date addr_address_postcode",
      [address(n) for n in range(10_000)])


def involvement(n):
    since = day(2000)
    return [f"I{n}", chance.choice(workers), "Allocated Case Worker", chance.choice(teams),
            at(since), at(later(since, 60, 700)), chance.choice(people)]


table("ssd_involvements", "invo_involvements_id invo_professional_id invo_professional_role_id "
      "invo_professional_team invo_involvement_start_date invo_involvement_end_date invo_person_id",
      [involvement(n) for n in range(16_000)])

on_plan = chance.sample(people, 2_000)
since = {child: day(1800, 20) for child in on_plan}
table("ssd_cp_plans", "cppl_cp_plan_id cppl_person_id cppl_cp_plan_start_date "
      "cppl_cp_plan_end_date cppl_cp_plan_initial_category cppl_cp_plan_latest_category",
      [[f"P{n}", child, at(since[child]), at(later(since[child], 150, 500)), "Neglect",
        chance.choice(["Neglect", "Emotional abuse", "Physical abuse"])]
       for n, child in enumerate(on_plan)])


def visit(n):
    child = on_plan[n % len(on_plan)]
    on = min(since[child] + datetime.timedelta(days=7 * (n // len(on_plan)) + 3), TODAY)
    return [f"V{n}", child, f"P{n % len(on_plan)}", at(on), "Y", chance.choice("YYYN"),
            chance.choice(["Y", "N", ""]), "home", f"{on}T17:00:00"]


table("ssd_cp_visits", "cppv_cp_visit_id cppv_person_id cppv_cp_plan_id cppv_cp_visit_date "
      "cppv_cp_visit_seen cppv_cp_visit_seen_alone cppv_cp_visit_bedroom gweld_place "
      "gweld_recorded_at", [visit(n) for n in range(60_000)])
table("ssd_early_help_episodes", "earl_episode_id earl_person_id earl_episode_start_date "
      "earl_episode_end_date earl_episode_reason earl_episode_end_reason earl_episode_organisation "
      "earl_episode_worker_id",
      [[f"E{n}", chance.choice(people), at(begun), at(later(begun, 40, 300)), "Routines at home",
        "", "Families First", chance.choice(workers)]
       for n, begun in enumerate(day(2000) for _ in range(8_000))])
episodes = [(f"R{n}", chance.choice(people), day(2200)) for n in range(14_000)]
table("ssd_cin_episodes", "cine_referral_id cine_person_id cine_referral_date "
      "cine_cin_primary_need_code cine_referral_source_code cine_referral_source_desc "
      "cine_referral_outcome_json cine_referral_nfa cine_close_reason cine_close_date "
      "cine_referral_team cine_referral_worker_id",
      [[number, child, at(on), chance.choice(["N1", "N2", "N4", "N5"]), "6", "Police",
        flags(REFERRAL, {"SINGLE_ASSESSMENT"}), "N", "RC7", at(later(on, 60, 500)),
        chance.choice(teams), chance.choice(workers)] for number, child, on in episodes])


def assessment(n):
    number, child, on = episodes[n % len(episodes)]
    return [f"A{n}", child, number, at(on), "Y", at(later(on, 20, 60)),
            flags(ASSESSMENT, {"PROV_OF_SERVICES"}), "N", chance.choice(teams),
            chance.choice(workers)]


table("ssd_cin_assessments", "cina_assessment_id cina_person_id cina_referral_id "
      "cina_assessment_start_date cina_assessment_child_seen cina_assessment_auth_date "
      "cina_assessment_outcome_json cina_assessment_outcome_nfa cina_assessment_team "
      "cina_assessment_worker_id", [assessment(n) for n in range(16_000)])
table("ssd_assessment_factors", "cinf_table_id cinf_assessment_id cinf_assessment_factors_json",
      [[n, f"A{n}", json.dumps(sorted(chance.sample(["1B", "2B", "3B", "4B", "19A", "21A"], 2)))]
       for n in range(16_000)])


def enquiry(n):
    number, child, on = episodes[n]
    ended = later(on, 5, 20)
    return [f"S{n}", number, child, at(on), at(ended), "",
            flags(ENQUIRY, {"PROV_OF_SERVICES"} if ended else set())]


table("ssd_s47_enquiry", "s47e_s47_enquiry_id s47e_referral_id s47e_person_id s47e_s47_start_date "
      "s47e_s47_end_date s47e_s47_nfa s47e_s47_outcome_json", [enquiry(n) for n in range(12_000)])
table("ssd_initial_cp_conference", "icpc_icpc_id icpc_person_id icpc_icpc_date "
      "icpc_icpc_transfer_in icpc_icpc_outcome_cp_flag",
      [[f"C{n}", child, at(since.get(child, TODAY)), "N", "Y"]
       for n, child in enumerate((on_plan * 2)[:3_000])])
table("ssd_cp_reviews", "cppr_cp_review_id cppr_person_id cppr_cp_plan_id cppr_cp_review_date "
      "cppr_cp_review_outcome_continue_cp cppr_cp_review_participation",
      [[f"RV{n}", on_plan[n % 2_000], f"P{n % 2_000}",
        at(min(since[on_plan[n % 2_000]] + datetime.timedelta(days=85 + 170 * (n // 2_000)), TODAY)),
        "Y", "PN1"] for n in range(6_000)])
OUTCOMES = [{"NFA"}, {"ADVICE"}, {"NEW_REFERRAL"}]
contacts = ROWS - written
table("ssd_contacts", "cont_contact_id cont_person_id cont_contact_date cont_contact_source_code "
      "cont_contact_source_desc cont_contact_outcome_json",
      [[f"K{n}", chance.choice(people),
        at(TODAY - datetime.timedelta(days=(contacts - n) * 2500 // contacts), "10:06:00.000"), "6",
        chance.choice(["Police", "Schools", "GP", "Individual - relative"]),
        flags(CONTACT, set() if n >= contacts - 40 else chance.choice(OUTCOMES))]
       for n in range(contacts)])
print(f"{folder}: {CHILDREN} children, {written} rows")
