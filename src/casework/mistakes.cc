#include "casework/mistakes.h"

#include "casework/standing.h"

#include <algorithm>
#include <map>

namespace gweld::casework {

namespace {

constexpr std::chrono::days looks_count_for{90};

using Acting = std::map<Uuid, record::ToldOfMistake>;

record::ToldOfMistake& acting(Acting& all, Uuid worker, const std::string& name) {
    auto& one = all[worker];
    one.worker = base::WorkerId{worker};
    one.name = name;
    return one;
}

void add_who_recorded(Acting& all, const record::Reading& written, Uuid record,
                      std::int64_t after) {
    for (const auto& entry : written.about(record, after)) {
        ++acting(all, entry.recorded_by.worker, entry.recorded_by.name).recorded;
    }
}

void add_who_looked(Acting& all, const record::Reading& written, Uuid record,
                    record::Instant since) {
    for (const auto& look : written.looks_at_since(record, since)) {
        if (look.allowed) {
            ++acting(all, look.worker, look.name).looked;
        }
    }
}

record::Instant begun(const record::Reading& written, PersonId record, std::int64_t& seq) {
    const auto entries = written.about(record.uuid, 0);
    if (entries.empty()) {
        return {};
    }
    seq = std::max(seq, entries.front().seq);
    return entries.front().recorded_at;
}

} // namespace

Believed believed_two(const record::Reading& reading, PersonId kept, PersonId other,
                      record::Instant now) {
    const auto& written = reading.as_recorded();
    Believed two;
    two.since = std::max({begun(written, kept, two.after_seq), begun(written, other, two.after_seq),
                          now - looks_count_for});
    --two.after_seq; // the first entry of the younger record is part of it
    return two;
}

std::vector<record::Draft> telling_who_acted(Office& office, const access::Viewer& viewer,
                                             const record::Reading& reading,
                                             record::Mistaken mistake, PersonId kept,
                                             PersonId other, const Believed& while_believed) {
    const auto& written = reading.as_recorded();
    Acting all;
    for (const auto& record : {kept.uuid, other.uuid}) {
        add_who_recorded(all, written, record, while_believed.after_seq);
        add_who_looked(all, written, record, while_believed.since);
    }
    all.erase(viewer.worker);
    record::MistakeTold told{mistake, kept, other, {}};
    for (auto& [worker, one] : all) {
        if (reading.worker(worker)) { // an extract has a writer too
            told.told.push_back(std::move(one));
        }
    }
    if (told.told.empty()) {
        return {};
    }
    return {draft_about(office, viewer, {kept.uuid, other.uuid}, office.today(), told)};
}

base::Result<std::vector<MistakeToRead>, record::StoreFault>
mistakes_to_read(const Office& office, const access::Viewer& viewer) {
    std::vector<MistakeToRead> all;
    const auto read = office.store.read([&](const record::Reading& reading) {
        const auto& written = reading.as_recorded();
        const auto name_of = [&](Uuid id) {
            const auto person = written.person(id);
            return person ? full_name(*person) : std::string{};
        };
        for (const auto& row : reading.mistakes_told_to(viewer.worker)) {
            const auto entry = written.entry(row.entry);
            all.push_back({row, name_of(row.kept), name_of(row.other),
                           entry ? entry->recorded_by.name : std::string{}});
        }
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    std::ranges::stable_sort(all, {}, [](const auto& one) { return one.row.told_at; });
    return base::Ok{std::move(all)};
}

base::Result<Recorded, std::variant<NotFoundOrNotYours, record::StoreFault>>
note_mistake_read(Office& office, const access::Viewer& viewer, base::EntryId told) {
    using Refused = std::variant<NotFoundOrNotYours, record::StoreFault>;
    std::optional<Recorded> recorded;
    const auto done = office.store.write([&](record::Writing& tx) {
        const auto rows = tx.mistakes_told_to(viewer.worker);
        const auto row = std::ranges::find(rows, told.uuid, &record::MistakeToldRow::entry);
        if (row == rows.end()) {
            return record::Keep::no;
        }
        const auto appended = append_drafts(
            tx,
            {draft_about(office, viewer, {told.uuid}, office.today(), record::MistakeRead{told})},
            {"read " + base::to_text(told.uuid) + base::to_text(viewer.worker), {}});
        if (appended.ok()) {
            recorded = appended.value();
        }
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return base::Err{Refused{done.error()}};
    }
    if (!recorded) {
        return base::Err{Refused{NotFoundOrNotYours{}}};
    }
    return base::Ok{*recorded};
}

} // namespace gweld::casework
