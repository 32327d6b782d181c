#include "casework/office.h"

#include <array>

namespace gweld::casework {

record::Recorder recorder_of(const access::Viewer& viewer) {
    return {viewer.worker, viewer.name, std::string{record::name_of(viewer.role)},
            viewer.team_name};
}

base::Uuid fresh_id(Office& office) {
    std::array<std::uint8_t, 10> noise{};
    office.random.fill(noise);
    return base::uuid_at(office.clock.now().time_since_epoch().count(), noise);
}

std::optional<record::Entry> entry_of(const Office& office, base::EntryId id,
                                      std::optional<record::StoreFault>& fault) {
    std::optional<record::Entry> entry;
    const auto read =
        office.store.read([&](const record::Reading& reading) { entry = reading.entry(id.uuid); });
    if (!read.ok()) {
        fault = read.error();
    }
    return entry;
}

std::string key_of(const access::Viewer& viewer) {
    return base::to_text(viewer.worker) + std::string{record::name_of(viewer.role)} +
           (viewer.team ? base::to_text(*viewer.team) : std::string{}) + viewer.team_name;
}

record::Draft draft_of(Office& office, const access::Viewer& viewer, std::string_view kind,
                       std::vector<Uuid> about, time::CivilDate effective, std::string body) {
    return draft_by(office, recorder_of(viewer), kind, std::move(about), effective,
                    std::move(body));
}

record::Draft draft_by(Office& office, record::Recorder recorder, std::string_view kind,
                       std::vector<Uuid> about, time::CivilDate effective, std::string body) {
    record::Draft draft;
    draft.id = fresh_id(office);
    draft.kind = kind;
    draft.about = std::move(about);
    draft.effective = effective;
    draft.recorded_at = office.clock.now();
    draft.recorded_by = std::move(recorder);
    draft.body = std::move(body);
    return draft;
}

access::Decision look(Office& office, record::Writing& tx, const access::Viewer& viewer,
                      access::Action action, const Ties& ties, std::string_view page) {
    const auto decision = access::decide(viewer, action, ties.bearing(), office.when());
    tx.log_look({office.clock.now(), viewer.worker, viewer.name,
                 std::string{record::name_of(viewer.role)}, ties.child.uuid, std::string{page},
                 std::string{access::name_of(decision.ground)}, decision.allowed()});
    return decision;
}

} // namespace gweld::casework
