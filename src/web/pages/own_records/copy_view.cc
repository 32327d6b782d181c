#include "web/pages/own_records/copy_view.h"

#include "record/codec.h"
#include "web/pages/child/wording.h"

#include <algorithm>
#include <map>

namespace gweld::web::pages {

namespace {

using child_record::Happening;

// How the record is guarded, from whom an address is kept, who was told of a mistake, and the
// making of copies: it says who is feared, and nothing of what the person lived through.
bool is_the_offices_own(const record::Entry& entry) {
    return entry.kind.starts_with("own-record.") || entry.kind.starts_with("access.") ||
           entry.kind.starts_with("address.protect") || record::is_a<record::MistakeTold>(entry);
}

std::vector<std::string> paragraphs_of(const child_record::Told& told) {
    std::vector<std::string> paragraphs = told.sentences;
    paragraphs.push_back(told.words);
    paragraphs.push_back(told.account);
    std::erase_if(paragraphs, [](const auto& text) { return text.empty(); });
    return paragraphs;
}

std::string disagreement_line(const Words& say, const casework::Disagreement& one,
                              const std::string& person) {
    return say.say("{name} did not agree: {words}",
                   {{"name", one.said.by == record::SaidBy::the_person ? person : one.said.name},
                    {"words", one.said.words}});
}

// Whoever wrote a visit up later wrote what stands in it.
using WriteUps = std::map<record::Uuid, const record::Entry*>;

CopyPiece piece_of(const CopyView& view, const child_record::Shown& shown,
                   const child_record::Teller& teller, const WriteUps& write_ups,
                   const Happening& happening) {
    const auto& say = shown.say();
    const auto& entry = happening.believed();
    const auto told = teller.tell(entry);
    const auto written_up = write_ups.find(entry.id);
    CopyPiece piece;
    piece.entry = entry.id;
    piece.rests_on = {entry.id};
    if (written_up != write_ups.end()) {
        piece.rests_on.push_back(written_up->second->id);
    }
    piece.date = say.long_date(entry.effective);
    piece.title = told.title;
    piece.paragraphs = paragraphs_of(told);
    if (happening.withdrawn != nullptr) {
        piece.rests_on.push_back(happening.withdrawn->id);
        piece.paragraphs.insert(piece.paragraphs.begin(),
                                say.say("Withdrawn since, because: {reason}",
                                        {{"reason", happening.withdrawn->reason}}));
    }
    for (const auto& one : casework::disagreements_with(shown.facts(), happening.versions)) {
        piece.rests_on.push_back(one.entry.id);
        piece.paragraphs.push_back(
            disagreement_line(say, one, casework::full_name(shown.person())));
    }
    for (const auto& one : view.own.left_out) {
        if (one.said.entry.uuid == entry.id && one.said.passage.empty()) {
            piece.left_out = said(say, one.said.because);
        }
    }
    const auto instead = [&](record::LeftOutFor because) {
        return "[" + say.say("left out: {reason}", {{"reason", said(say, because)}}) + "]";
    };
    if (piece.left_out.empty()) {
        for (const auto& text : piece.paragraphs) {
            piece.given.push_back(casework::without_passages(text, view.own, entry.id, instead));
        }
        piece.given_title = casework::without_passages(piece.title, view.own, entry.id, instead);
    } else {
        piece.given_title = say.say("An entry");
    }
    return piece;
}

} // namespace

bool CopyView::is_read(const CopyPiece& piece) const {
    return std::ranges::all_of(piece.rests_on,
                               [&](const record::Uuid& id) { return own.read.contains(id); });
}

std::size_t CopyView::not_read() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(pieces, [&](const CopyPiece& piece) { return !is_read(piece); }));
}

std::vector<record::Uuid> CopyView::entries() const {
    std::vector<record::Uuid> ids;
    for (const auto& piece : pieces) {
        ids.insert(ids.end(), piece.rests_on.begin(), piece.rests_on.end());
    }
    return ids;
}

base::Result<CopyView, casework::OpenRefused> open_copy(const Caller& caller) {
    using Refused = casework::OpenRefused;
    const auto request = base::parse_uuid(caller.param("request"));
    std::optional<record::StoreFault> fault;
    const auto entry = request ? casework::entry_of(caller.office(), base::EntryId{*request}, fault)
                               : std::nullopt;
    if (fault) {
        return base::Err{Refused{*fault}};
    }
    if (!entry || !record::is_a<record::OwnRecordAsked>(*entry)) {
        return base::Err{Refused{casework::NotFoundOrNotYours{}}};
    }
    auto opened =
        casework::open_record(caller.office(), caller.viewer, base::PersonId{entry->about.front()},
                              access::Action::answer_for_record, "own-record");
    if (!opened.ok()) {
        return base::Err{opened.error()};
    }
    auto own = casework::own_record_of(caller.office(), *opened.value().standing.facts,
                                       base::EntryId{*request});
    if (!own) {
        return base::Err{Refused{casework::NotFoundOrNotYours{}}};
    }
    CopyView view{std::move(opened).value(), std::move(*own), {}};
    const child_record::Shown shown{caller, view.record, caller.today()};
    auto happenings = child_record::happenings_of(shown.facts());
    const child_record::Teller teller{shown, happenings};
    const auto write_ups = child_record::write_ups(happenings);
    std::ranges::reverse(happenings); // as it is read: from the beginning
    for (const auto& happening : happenings) {
        if (!is_the_offices_own(happening.believed())) {
            view.pieces.push_back(piece_of(view, shown, teller, write_ups, happening));
        }
    }
    return base::Ok{std::move(view)};
}

} // namespace gweld::web::pages
