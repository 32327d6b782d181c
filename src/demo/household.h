// household.h - a made-up family: its children, their names and ages, where they live. Knows no
// register and no worker.
#pragma once

#include "base/uuid.h"
#include "demo/chance.h"
#include "demo/texts.h"
#include "record/kinds.h"

#include <optional>
#include <string>
#include <vector>

namespace gweld::demo {

using time::CivilDate;

struct Child {
    base::PersonId id;
    std::string number;
    std::string forename;
    std::string surname;
    record::Sex sex = record::Sex::not_known;
    CivilDate born;
    std::string language;
    std::string ethnicity;
};

struct Home {
    std::string lines;
    std::string postcode;
    CivilDate from;
    std::optional<CivilDate> until;
};

struct Household {
    base::FamilyId id;
    std::string number;
    std::vector<Child> children; // the eldest first
    std::vector<Home> homes;     // the earliest first
    std::string carer;           // the grown-up at home, by forename
    std::string language;        // spoken at home
};

// Completed years.
int age_on(const Child& child, CivilDate day);
// Nursery children cannot be seen at school.
bool of_school_age(const Child& child, CivilDate day);

// Children between birth and seventeen on `day`; one to five of them.
Household household_at(CivilDate day, Chance& chance);
Home home_since(CivilDate from, Chance& chance);
// One of those that lie in the village. The village is in demo/places.txt.
std::string postcode_in(std::string_view village, Chance& chance);

} // namespace gweld::demo
