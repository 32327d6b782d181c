// visit_book.h - puts one visit or attempt of a family into the record: its parts, its account, who
// wrote it down and how long after. Decides nothing about when to visit.
#pragma once

#include "demo/lead_story.h"
#include "demo/visiting.h"

#include <optional>
#include <vector>

namespace gweld::demo {

struct Part {          // one child at a visit
    std::size_t child; // where in Household::children
    record::Answer seen = record::Answer::yes;
    record::Answer alone = record::Answer::no;
    record::Answer bedroom = record::Answer::not_recorded;
};

struct Outing {
    CivilDate on;
    record::Place place = record::Place::home;
    record::Announced announced = record::Announced::not_recorded;
    std::vector<Part> parts; // never empty
    // The last day on which this visit would be on time for a child seen alone in it; none: it
    // closes no duty in time.
    std::optional<CivilDate> in_time_until;
};

class VisitBook {
  public:
    VisitBook(const County& county, const Case& family, Scribe& scribe, Chance chance)
        : county_{county}, family_{family}, scribe_{scribe}, chance_{chance},
          telling_{family.household, chance.branch("telling")} {}

    void visited(const Outing& outing);
    void attempted(const Outing& outing, record::AttemptFailed because);
    // A visit written out by hand, recorded the same day.
    void scripted(const ScriptedVisit& visit);

  private:
    struct Writer {
        std::size_t worker;
        bool from_the_duty_desk;
    };
    Writer writer_on(CivilDate day);
    record::VisitMade visit_of(const Outing& outing, const Writer& writer);
    record::VisitMade visit_of(const ScriptedVisit& visit, CivilDate day) const;
    void say_words(record::VisitMade& visit, const Outing& outing);
    const Child& child_to_tell_of(const Outing& outing) const;
    std::string arrived(record::Place place);
    Instant recorded(const Outing& outing, std::string_view arrived_at);
    Subject about(const record::VisitMade& visit) const;
    Subject about(const record::VisitAttempted& attempt) const;

    void keep(const record::VisitMade& visit, const Written& written);
    void as_stub(record::VisitMade visit, const Written& written);
    void with_wrong_date(const record::VisitMade& visit, const Written& written);
    void on_wrong_family(const record::VisitMade& visit, const Written& written);

    const County& county_;
    const Case& family_;
    Scribe& scribe_;
    Chance chance_;
    Telling telling_;
};

} // namespace gweld::demo
