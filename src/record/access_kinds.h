// access_kinds.h - who may not see a record, to whom alone it is open, and who opened it in an
// emergency. Included by kinds.h, which names them; what follows from them is decided in access.h.
#pragma once

#include "record/kind_parts.h"

namespace gweld::record {

// found_alike: by itself, from what the worker declared (casework/connections.h).
enum class WhyExcluded { own_family, knows_them, in_dispute, found_alike, other };
BOOST_DESCRIBE_ENUM(WhyExcluded, own_family, knows_them, in_dispute, found_alike, other)

// About: the children, then the worker. From the moment it is recorded until it is lifted; for the
// worker there is no such record meanwhile.
struct PersonExcluded {
    WorkerId worker;
    std::string worker_name;
    WhyExcluded because = WhyExcluded::other;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(PersonExcluded, (), (worker, worker_name, because, words))

struct ExclusionLifted { // about: as the exclusion
    base::EntryId exclusion;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ExclusionLifted, (), (exclusion, reason))

enum class WhyRestricted { staff_family, well_known, practice_review, other };
BOOST_DESCRIBE_ENUM(WhyRestricted, staff_family, well_known, practice_review, other)

enum class OpenTo { allocated_chain, listed };
BOOST_DESCRIBE_ENUM(OpenTo, allocated_chain, listed)

struct ListedPerson {
    WorkerId worker;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(ListedPerson, (), (worker, name))

// About: the children. Until it is lifted, or another takes its place.
struct RecordRestricted {
    WhyRestricted because = WhyRestricted::other;
    OpenTo open_to = OpenTo::allocated_chain;
    std::vector<ListedPerson> listed; // none where it is open to the allocated chain
    std::string words;
    CivilDate review_on = to_be_given;
    std::optional<base::EntryId> instead_of = {}; // the one whose place it takes
};
BOOST_DESCRIBE_STRUCT(RecordRestricted, (),
                      (because, open_to, listed, words, review_on, instead_of))

struct RestrictionLifted { // about: as the restriction
    base::EntryId restriction;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RestrictionLifted, (), (restriction, reason))

// NOT VERIFIED: no national list was found; this council's own words.
enum class WhyOpened { child_at_risk, out_of_hours, standing_in, strategy_discussion, here_now };
BOOST_DESCRIBE_ENUM(WhyOpened, child_at_risk, out_of_hours, standing_in, strategy_discussion,
                    here_now)

// About: the child. For one worker, from the moment it is recorded until eight hours later.
struct OpenedInEmergency {
    WhyOpened because = WhyOpened::child_at_risk;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(OpenedInEmergency, (), (because, words))

enum class OpeningFound { right, not_needed, wrong };
BOOST_DESCRIBE_ENUM(OpeningFound, right, not_needed, wrong)

struct OpeningReviewed { // about: as the opening
    base::EntryId opening;
    OpeningFound found = OpeningFound::right;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(OpeningReviewed, (), (opening, found, words))

enum class ConnectedAs { self, relative, household, friend_of };
BOOST_DESCRIBE_ENUM(ConnectedAs, self, relative, household, friend_of)

// About: the worker. Somebody they are, live with, are related to or close to, or an address: what
// records are compared with, so that nobody opens their own family's. Given to be compared and
// shown to nobody else.
struct ConnectionDeclared {
    ConnectedAs as = ConnectedAs::relative;
    std::string forename;
    std::string surname;
    std::optional<CivilDate> born;
    std::string address; // the first line; with the postcode, or neither
    std::string postcode;
};
BOOST_DESCRIBE_STRUCT(ConnectionDeclared, (), (as, forename, surname, born, address, postcode))

} // namespace gweld::record
