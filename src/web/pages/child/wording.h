// wording.h - how a child's record is said: days near and far, ages, and the names of what the
// record keeps as enumerators. Knows no page.
#pragma once

#include "record/entry.h"
#include "record/kinds.h"
#include "record/tables.h"
#include "words/words.h"

#include <string>
#include <string_view>
#include <vector>

namespace gweld::web::pages::child_record {

using time::CivilDate;
using words::Words;

// With the year when it is more than half a year from today.
std::string near_day(const Words& say, CivilDate day, CivilDate today);
std::string near_moment(const Words& say, time::Instant moment, CivilDate today);
// "14 March 2018": for days whose weekday nobody asks for.
std::string plain_date(const Words& say, CivilDate day);
// "2:15pm" for "14:15", in both languages; anything else as it stands.
std::string time_of_day(const std::string& arrived);
CivilDate day_numbered(std::int64_t day);

// English sentences with their Welsh in the catalogue; "she" and "he" have a sentence each because
// Welsh has, and who is neither known to be has one that fits a child.
struct BySex {
    std::string_view female;
    std::string_view male;
    std::string_view not_known;
};
std::string_view for_sex(const record::PersonRow& person, const BySex& sentences);

std::string age(const Words& say, const record::PersonRow& person, CivilDate today);
// "born 14 March 2018", "expected 3 May 2027"; empty: neither is known.
std::string born(const Words& say, const record::PersonRow& person);
// "Prefers to speak Welsh"; empty: not known.
std::string speaks(const Words& say, const std::string& language);

// For the columns of a table, each whole: "Seen", "Not alone", "Not recorded".
std::string said_seen(const Words& say, record::Answer answer);
std::string said_alone(const Words& say, record::Answer answer);
std::string said(const Words& say, record::Category category);
std::string said(const Words& say, record::Place place);
std::string said(const Words& say, record::Announced announced);
std::string said(const Words& say, record::AttemptFailed because);
std::string said(const Words& say, record::GroundForRemoval ground);
// "Home visit", "Visit at school"
std::string visit_at(const Words& say, record::Place place);
// "seen on her own", "not seen": what one child's part of a visit came to
std::string seen_as(const Words& say, const record::PersonRow& person,
                    const record::ChildAtVisit& part);
// "neglect, physical abuse"
std::string all_of(const Words& say, const std::vector<record::Category>& categories);

std::string role_in_words(const Words& say, std::string_view role);
// Who wrote it, as they were then: "Catrin Hughes, social worker, North".
std::string writer(const Words& say, const record::Recorder& recorder);
// When it came into the record, and for an imported entry from where.
std::string when_recorded(const Words& say, const record::Entry& entry, CivilDate today);

// The text's language for a lang attribute; empty when it is the page's own.
std::string lang_other_than(const Words& say, const std::string& language);

} // namespace gweld::web::pages::child_record
