// form.h - the form of a visit as it was typed, and the visit it means. Parsed at the door: what
// comes out cannot be half a visit; what cannot be read comes back with a sentence per field and
// every word that was typed.
#pragma once

#include "base/result.h"
#include "record/kinds.h"
#include "record/store.h"
#include "web/fields.h"
#include "web/pages/forms/fault.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gweld::web::pages {

// One child's answers as typed. Empty: not answered.
struct ChildAnswers {
    base::PersonId child;
    std::string name;    // forename, for sentences
    std::string seen;    // yes, no, not_part
    std::string alone;   // yes, no
    std::string bedroom; // yes, no
    std::string words;
    std::string language;
};

enum class Purpose { recording, correcting };
enum class Saving { whole, stub }; // stub: "seen, alone, safe: write-up to follow"

struct VisitForm {
    Purpose purpose = Purpose::recording;
    Saving saving = Saving::whole;
    std::string outcome; // made, attempted
    std::string when;    // today, yesterday, other
    std::string day;
    std::string month;
    std::string year;
    std::string arrived;
    std::string place;
    std::string announced;
    std::string because;
    std::string account;
    std::string reason; // of a correction
    std::string key;
    std::vector<ChildAnswers> children;
    std::vector<record::SeenVersion> versions;
};

using ParsedVisit = std::variant<record::VisitMade, record::VisitAttempted>;

// `today`: the present date in Wales. Dates are day, month and year as typed; a year of two digits
// is refused. A time is hh:mm, h.mm or hhmm, 24 hours.
base::Result<ParsedVisit, std::vector<FieldFault>> parse(const VisitForm& form,
                                                         time::CivilDate today);

// Field names of one child: "seen-<id>".
std::string field_of(std::string_view what, base::PersonId child);

// Takes what was posted. The children are those the page was made for; anything else is ignored.
void fill(VisitForm& form, const Fields& posted);
// As posted by a page of ours, which says in its field "today" what day it took for today: saved,
// kept, or sent again after midnight, it means the day that was read. Without that field, or where
// it names `today` or later, nothing is put in its place.
void fill_as_shown(VisitForm& form, const Fields& posted, time::CivilDate today);
// As an entry already says it, for correcting.
void fill(VisitForm& form, const record::VisitMade& visit);
void fill(VisitForm& form, const record::VisitAttempted& attempt);

} // namespace gweld::web::pages
