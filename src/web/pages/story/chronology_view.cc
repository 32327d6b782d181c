#include "web/pages/story/chronology_view.h"

#include "access/access.h"
#include "casework/child.h"
#include "casework/standing.h"
#include "record/codec.h"
#include "web/pages/story/known_date.h"

#include <algorithm>
#include <array>

namespace gweld::web::pages::story {

namespace {

using words::mark;

struct AreaNamed {
    std::string_view value; // of ?theme=
    std::string_view words;
    Area area;
};
constexpr std::array areas{
    AreaNamed{"visits", mark("Visits"), Area::visits},
    AreaNamed{"protection", mark("Protection and meetings"), Area::protection},
    AreaNamed{"contacts", mark("Contacts at the front door"), Area::contacts},
    AreaNamed{"home", mark("Family and home"), Area::family_and_home},
    AreaNamed{"workers", mark("Workers"), Area::workers},
    AreaNamed{"added", mark("Added from elsewhere"), Area::added},
};

bool may_open(const Caller& caller, const casework::Facts& facts) {
    return access::decide(caller.viewer, access::Action::see_record, facts.bearing(), caller.when())
        .allowed();
}

void add_family(ChronologyView& view, const casework::OpenRecord& record, KeptChronologies& kept,
                std::string_view page) {
    for (const auto& member : record.family()) {
        if (!may_open(view.caller, *member)) {
            ++view.not_shown_to_reader;
            continue;
        }
        auto opened = casework::open_record(view.caller.office(), view.caller.viewer, member->child,
                                            access::Action::see_record, page);
        if (!opened.ok()) {
            ++view.not_shown_to_reader;
            continue;
        }
        auto theirs = std::make_shared<const casework::OpenRecord>(std::move(opened).value());
        auto chronology = kept.of(theirs->standing.facts);
        view.whose.push_back({std::move(theirs), std::move(chronology)});
    }
}

bool is_the_address(const record::Entry& entry) {
    return record::is_a<record::AddressLivedAt>(entry);
}

} // namespace

ChronologyAsked asked_in(const Caller& caller) {
    const auto& query = caller.request.query;
    ChronologyAsked asked;
    const auto show = query.text("show");
    asked.wanted.which = show == "all"        ? Which::all
                         : show == "left-out" ? Which::left_out
                                              : Which::significant;
    for (const auto& area : areas) {
        if (area.value == query.text("theme")) {
            asked.wanted.area = area.area;
        }
    }
    Answers answers{query, caller.today()};
    if (const auto from = known_date(answers, "from", {})) {
        asked.wanted.from = from->on;
    }
    if (const auto until = known_date(answers, "until", {})) {
        asked.wanted.until = until->latest();
    }
    asked.with_family = query.text("with") == "family";
    asked.addresses = query.text("addresses") == "told" ? Addresses::told : Addresses::left_out;
    asked.faults = answers.take_faults();
    return asked;
}

bool anything_chosen(const Caller& caller) {
    return std::ranges::any_of(caller.request.query.list(), [](const auto& field) {
        return field.name != "page" && field.name != "saved" && !field.value.empty();
    });
}

std::size_t ChronologyView::counted(record::Weight weight) const {
    std::size_t count = 0;
    for (const auto& one : whose) {
        count += static_cast<std::size_t>(
            std::ranges::count(one.chronology->events, weight, &ChronologyEvent::weight));
    }
    return count;
}

ChronologyView chronology_view(const Caller& caller, const casework::OpenRecord& record,
                               KeptChronologies& kept, std::string_view page) {
    ChronologyView view{caller, asked_in(caller), {}, {}, 0};
    // The page outlives the view, and so does the record it was opened with.
    view.whose.push_back(
        {std::shared_ptr<const casework::OpenRecord>{std::shared_ptr<void>{}, &record},
         kept.of(record.standing.facts)});
    if (view.asked.with_family) {
        add_family(view, record, kept, page);
    }
    std::vector<const Chronology*> chronologies;
    for (const auto& one : view.whose) {
        chronologies.push_back(one.chronology.get());
    }
    view.events = shared_events(chronologies, view.asked.wanted);
    return view;
}

EventTeller::EventTeller(const ChronologyView& view, std::size_t from, std::size_t until)
    : view_{view}, voices_(view.whose.size()) {
    for (std::size_t child = 0; child < voices_.size(); ++child) {
        auto& voice = voices_[child];
        voice.shown = std::make_unique<child_record::Shown>(view.shown(child));
        // What is told here, and the write-ups of visits, which are told with their visits.
        for (const auto& happening : view.whose[child].chronology->happenings) {
            if (record::is_a<record::VisitWrittenUp>(happening.first())) {
                voice.happenings.push_back(happening);
            }
        }
    }
    for (auto at = from; at < until; ++at) {
        const auto& event = view.events[at];
        voices_[event.of.front()].happenings.push_back(*event.event->happening);
    }
    for (auto& voice : voices_) {
        voice.teller = std::make_unique<child_record::Teller>(*voice.shown, voice.happenings);
    }
}

EventCell EventTeller::cell(const SharedEvent& event) const {
    const auto& entry = event.event->happening->believed();
    const auto& teller = teller_of(event);
    EventCell cell;
    cell.told = teller.tell(entry);
    cell.title = cell.told.title;
    if (cell.told.account.empty()) {
        cell.told.account = teller.account_of(entry);
    }
    if (record::is_a<record::EventNoted>(entry)) {
        cell.title
            .clear(); // what happened is the account, and where it comes from stands beside it
        cell.told.sentences.clear();
    }
    if (is_the_address(entry) && view_.asked.addresses == Addresses::left_out) {
        cell.told.sentences.clear();
    }
    if (view_.whose.size() > 1) {
        for (const auto of : event.of) {
            cell.whose += (cell.whose.empty() ? "" : ", ") + view_.shown(of).called();
        }
    }
    return cell;
}

std::string EventTeller::title(const SharedEvent& event) const {
    return teller_of(event).tell(event.event->happening->believed()).title;
}

std::string weight_in_words(const Words& say, record::Weight weight) {
    switch (weight) {
    case record::Weight::significant:
        return say.say("Significant");
    case record::Weight::ordinary:
        return say.say("Ordinary");
    case record::Weight::left_out:
        break;
    }
    return say.say("Left out");
}

std::string area_in_words(const Words& say, Area area) {
    const auto* const found = std::ranges::find(areas, area, &AreaNamed::area);
    return found == areas.end() ? std::string{} : say.say(found->words);
}

} // namespace gweld::web::pages::story
