// chronology_view.h - a chronology as one reader asked for it: whose, which events, and each told.
// Knows no layout.
#pragma once

#include "web/pages/child/shown.h"
#include "web/pages/child/telling.h"
#include "web/pages/forms/fault.h"
#include "web/pages/story/chronology.h"
#include "web/pages/story/chronology_parts.h"

#include <memory>
#include <string>
#include <vector>

namespace gweld::web::pages::story {

enum class Addresses : std::uint8_t { told, left_out };

struct ChronologyAsked {
    Wanted wanted;
    bool with_family = false;
    Addresses addresses = Addresses::told;
    std::vector<FieldFault> faults; // of the dates
};
ChronologyAsked asked_in(const Caller& caller);
bool anything_chosen(const Caller& caller);

// One child of those shown: the record opened for this reader.
struct Whose {
    std::shared_ptr<const casework::OpenRecord> record;
    std::shared_ptr<const Chronology> chronology;
};

struct ChronologyView {
    const Caller& caller;
    ChronologyAsked asked;
    std::vector<Whose> whose; // the child asked for first
    std::vector<SharedEvent> events;
    std::size_t not_shown_to_reader = 0; // brothers and sisters this reader may not open

    child_record::Shown shown(std::size_t of) const {
        return {caller, *whose[of].record, caller.today()};
    }
    std::size_t counted(record::Weight weight) const; // of all children, whatever was asked for
};
// Each brother and sister asked for is opened, and so logged, under `page`.
ChronologyView chronology_view(const Caller& caller, const casework::OpenRecord& record,
                               KeptChronologies& kept, std::string_view page);

// Tells the events of one page of the list.
class EventTeller {
  public:
    EventTeller(const ChronologyView& view, std::size_t from, std::size_t until);
    EventCell cell(const SharedEvent& event) const;
    std::string title(const SharedEvent& event) const; // one line
    const ChronologyView& view() const { return view_; }

  private:
    struct Voice {
        std::unique_ptr<child_record::Shown> shown;
        std::vector<child_record::Happening> happenings;
        std::unique_ptr<child_record::Teller> teller;
    };
    const child_record::Teller& teller_of(const SharedEvent& event) const {
        return *voices_[event.of.front()].teller;
    }
    const ChronologyView& view_;
    std::vector<Voice> voices_; // by child
};

std::string weight_in_words(const Words& say, record::Weight weight);
std::string area_in_words(const Words& say, Area area);
} // namespace gweld::web::pages::story
