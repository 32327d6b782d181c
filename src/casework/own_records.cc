#include "casework/own_records.h"

#include "casework/standing.h"

#include <algorithm>

namespace gweld::casework {

namespace {

constexpr std::string_view answer_rule = "records.own-record"; // law/records/own-record.md

using OwnFault = std::optional<OwnRecordNonsense>;

OwnRecordAnswer refuse(OwnRecordNonsense nonsense) {
    return base::Err{StepRefused<OwnRecordNonsense>{nonsense}};
}

law::DueAnswer due_of(const Office& office, CivilDate asked) {
    const auto* card = office.book.card(answer_rule);
    return card == nullptr
               ? law::DueAnswer{law::CannotSay{}}
               : law::due_after(card->interval, asked, office.book.calendar(card->calendar));
}

bool holds_entry(const Facts& child, Uuid entry) {
    return std::ranges::find(child.entries, entry, &record::Entry::id) != child.entries.end();
}

// One entry about the person of a request that has not been answered yet.
template <class Kind, class Check>
OwnRecordAnswer on_request(Office& office, const access::Viewer& viewer, base::EntryId request,
                           const Kind& body, const Saw& saw, const Check& check) {
    std::optional<record::StoreFault> fault;
    const auto asked = entry_of(office, request, fault);
    if (fault) {
        return base::Err{StepRefused<OwnRecordNonsense>{*fault}};
    }
    if (!asked || !record::is_a<record::OwnRecordAsked>(*asked)) {
        return base::Err{StepRefused<OwnRecordNonsense>{NotFoundOrNotYours{}}};
    }
    const auto person = asked->about.front();
    return take_step<OwnRecordNonsense>(
        office, viewer, {access::Action::answer_for_record, "own-record", {person}}, saw,
        [&](const FamilyFacts& facts) -> OwnFault {
            const auto own = own_record_of(office, *facts.front(), request);
            if (!own || own->given) {
                return OwnRecordNonsense::given_already;
            }
            return check(*facts.front(), *own);
        },
        [&](const FamilyFacts&) -> std::vector<record::Draft> {
            return {draft_about(office, viewer, {person}, office.today(), body)};
        });
}

} // namespace

OwnRecordAnswer note_disagreement(Office& office, const access::Viewer& viewer,
                                  const record::EntryDisagreedWith& what, const Saw& saw) {
    if (what.words.empty()) {
        return refuse(OwnRecordNonsense::no_words);
    }
    if (what.by != record::SaidBy::the_person && what.name.empty()) {
        return refuse(OwnRecordNonsense::no_name);
    }
    if (what.on > office.today()) {
        return refuse(OwnRecordNonsense::in_the_future);
    }
    std::optional<record::StoreFault> fault;
    const auto entry = entry_of(office, what.entry, fault);
    if (fault) {
        return base::Err{StepRefused<OwnRecordNonsense>{*fault}};
    }
    if (!entry) {
        return base::Err{StepRefused<OwnRecordNonsense>{NotFoundOrNotYours{}}};
    }
    std::vector<Uuid> people;
    const auto read = office.store.read([&](const record::Reading& reading) {
        std::ranges::copy_if(entry->about, std::back_inserter(people),
                             [&](const Uuid& id) { return reading.person(id).has_value(); });
    });
    if (!read.ok()) {
        return base::Err{StepRefused<OwnRecordNonsense>{read.error()}};
    }
    if (people.empty()) {
        return refuse(OwnRecordNonsense::no_such_entry);
    }
    return take_step<OwnRecordNonsense>(
        office, viewer, {access::Action::record_story, "disagreement", people}, saw,
        [](const FamilyFacts&) -> OwnFault { return std::nullopt; },
        [&](const FamilyFacts&) -> std::vector<record::Draft> {
            return {draft_about(office, viewer, people, what.on, what)};
        });
}

std::vector<Disagreement> disagreements_with(const Facts& child,
                                             const std::vector<const record::Entry*>& versions) {
    std::vector<Disagreement> found;
    for (const auto& entry : child.entries) {
        if (!record::is_a<record::EntryDisagreedWith>(entry)) {
            continue;
        }
        auto said = record::body_of<record::EntryDisagreedWith>(entry);
        const bool of_it = std::ranges::any_of(
            versions, [&](const auto* version) { return version->id == said.entry.uuid; });
        if (of_it) {
            found.push_back({std::move(said), entry});
        }
    }
    return found;
}

OwnRecordAnswer ask_own_record(Office& office, const access::Viewer& viewer, PersonId person,
                               const record::OwnRecordAsked& what, const Saw& saw) {
    if (what.by != record::SaidBy::the_person && what.name.empty()) {
        return refuse(OwnRecordNonsense::no_name);
    }
    if (what.identity.empty()) {
        return refuse(OwnRecordNonsense::no_identity);
    }
    if (what.on > office.today()) {
        return refuse(OwnRecordNonsense::in_the_future);
    }
    return take_step<OwnRecordNonsense>(
        office, viewer, {access::Action::answer_for_record, "own-record", {person.uuid}}, saw,
        [](const FamilyFacts&) -> OwnFault { return std::nullopt; },
        [&](const FamilyFacts&) -> std::vector<record::Draft> {
            return {draft_about(office, viewer, {person.uuid}, what.on, what)};
        });
}

bool OwnRecord::is_left_out(Uuid entry) const {
    return std::ranges::any_of(left_out, [&](const LeftOut& one) {
        return one.said.entry.uuid == entry && one.said.passage.empty();
    });
}

std::optional<OwnRecord> own_record_of(const Office& office, const Facts& person,
                                       base::EntryId request) {
    std::optional<OwnRecord> own;
    for (const auto& entry : person.entries) {
        if (entry.id == request.uuid && record::is_a<record::OwnRecordAsked>(entry)) {
            own.emplace();
            own->request = request;
            own->asked = record::body_of<record::OwnRecordAsked>(entry);
            own->due = due_of(office, own->asked.on);
        }
        if (!own) {
            continue;
        }
        if (record::is_a<record::PassagesRead>(entry)) {
            const auto body = record::body_of<record::PassagesRead>(entry);
            for (const auto& one : body.entries) {
                if (body.request == request) {
                    own->read.insert(one.uuid);
                }
            }
        } else if (record::is_a<record::PassageLeftOut>(entry)) {
            auto body = record::body_of<record::PassageLeftOut>(entry);
            if (body.request == request) {
                own->left_out.push_back({base::EntryId{entry.id}, std::move(body)});
            }
        } else if (record::is_a<record::PassagePutBack>(entry)) {
            const auto back = record::body_of<record::PassagePutBack>(entry).left_out;
            std::erase_if(own->left_out, [&](const LeftOut& one) { return one.entry == back; });
        } else if (record::is_a<record::OwnRecordGiven>(entry)) {
            auto body = record::body_of<record::OwnRecordGiven>(entry);
            if (body.request == request) {
                own->given = std::move(body);
            }
        }
    }
    return own;
}

std::string without_passages(std::string text, const OwnRecord& own, Uuid entry,
                             InsteadOf instead) {
    // Where each stands is found in the whole text: of two that overlap the one taken out first
    // would keep the other from being found, and the rest of it would be given.
    std::vector<std::optional<record::LeftOutFor>> out(text.size());
    for (const auto& one : own.left_out) {
        const auto& passage = one.said.passage;
        if (one.said.entry.uuid != entry || passage.empty()) {
            continue;
        }
        for (auto at = text.find(passage); at != std::string::npos;
             at = text.find(passage, at + 1)) {
            std::fill_n(out.begin() + static_cast<std::ptrdiff_t>(at), passage.size(),
                        one.said.because);
        }
    }
    std::string given;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!out[at]) {
            given += text[at];
        } else if (at == 0 || out[at - 1] != out[at]) {
            given += instead(*out[at]);
        }
    }
    return given;
}

OwnRecordAnswer note_read(Office& office, const access::Viewer& viewer, base::EntryId request,
                          std::vector<base::EntryId> entries, const Saw& saw) {
    const record::PassagesRead body{request, std::move(entries)};
    return on_request(
        office, viewer, request, body, saw, [&](const Facts& facts, const OwnRecord&) -> OwnFault {
            const bool all =
                !body.entries.empty() && std::ranges::all_of(body.entries, [&](const auto& entry) {
                    return holds_entry(facts, entry.uuid);
                });
            return all ? std::nullopt : OwnFault{OwnRecordNonsense::no_such_entry};
        });
}

OwnRecordAnswer leave_out(Office& office, const access::Viewer& viewer,
                          const record::PassageLeftOut& what, const Saw& saw) {
    if (what.words.empty()) {
        return refuse(OwnRecordNonsense::no_words);
    }
    return on_request(office, viewer, what.request, what, saw,
                      [&](const Facts& facts, const OwnRecord&) -> OwnFault {
                          return holds_entry(facts, what.entry.uuid)
                                     ? std::nullopt
                                     : OwnFault{OwnRecordNonsense::no_such_entry};
                      });
}

OwnRecordAnswer put_back(Office& office, const access::Viewer& viewer, base::EntryId request,
                         base::EntryId left_out, const Saw& saw) {
    return on_request(office, viewer, request, record::PassagePutBack{left_out}, saw,
                      [&](const Facts&, const OwnRecord& own) -> OwnFault {
                          return std::ranges::find(own.left_out, left_out, &LeftOut::entry) ==
                                         own.left_out.end()
                                     ? OwnFault{OwnRecordNonsense::not_left_out}
                                     : std::nullopt;
                      });
}

OwnRecordAnswer note_given(Office& office, const access::Viewer& viewer,
                           const record::OwnRecordGiven& what,
                           const std::vector<Uuid>& must_be_read, const Saw& saw) {
    if (what.how.empty()) {
        return refuse(OwnRecordNonsense::no_words);
    }
    if (what.on > office.today()) {
        return refuse(OwnRecordNonsense::in_the_future);
    }
    return on_request(office, viewer, what.request, what, saw,
                      [&](const Facts&, const OwnRecord& own) -> OwnFault {
                          const bool all =
                              std::ranges::all_of(must_be_read, [&](const Uuid& entry) {
                                  return own.read.contains(entry);
                              });
                          return all ? std::nullopt : OwnFault{OwnRecordNonsense::not_all_read};
                      });
}

base::Result<std::vector<OwnRecordAskedFor>, record::StoreFault>
own_records_asked(Office& office, const access::Viewer& viewer) {
    std::vector<OwnRecordAskedFor> all;
    const auto read = office.store.read([&](const record::Reading& reading) {
        for (const auto& row : reading.own_records_asked()) {
            const auto ties = read_ties(reading, PersonId{row.person});
            const auto seen =
                access::decide(viewer, access::Action::see_record, ties.bearing(), office.when());
            if (ties.person && seen.allowed()) {
                all.push_back({row, full_name(*ties.person),
                               due_of(office, CivilDate::from_day_number(
                                                  static_cast<std::int32_t>(row.asked_day)))});
            }
        }
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    std::ranges::stable_sort(all, {}, [](const auto& one) {
        return std::pair{one.row.given_day.has_value(), one.row.asked_day};
    });
    return base::Ok{std::move(all)};
}

} // namespace gweld::casework
