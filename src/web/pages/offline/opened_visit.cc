#include "web/pages/offline/opened_visit.h"

#include "web/csrf.h"
#include "web/pages/forms/typed.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

using record::WhyHeld;

constexpr std::string_view asked_of_child = "seen-";

std::optional<record::Instant> moment_in(const Fields& said, std::string_view name) {
    return time::parse_rfc3339(said.text(name));
}

// The phone writes the day it takes for the visit beside "today" and "yesterday".
bool named_by_clock(const VisitForm& form) {
    return form.when == "today" || form.when == "yesterday";
}

std::variant<casework::WrittenVisit, WhyHeld> visit_in(const Fields& said, VisitForm form,
                                                       time::CivilDate today) {
    if (said.text("finished") != "yes") {
        return WhyHeld::not_finished;
    }
    if (form.children.empty()) {
        return WhyHeld::nobody_named;
    }
    form.when = "other";
    const auto day = day_typed(form.day, form.month, form.year);
    auto parsed = parse(form, day ? std::max(*day, today) : today);
    if (!parsed.ok()) {
        return WhyHeld::not_complete;
    }
    return std::move(parsed).value();
}

} // namespace

VisitForm form_of_item(const Fields& said) {
    VisitForm form;
    for (const auto& field : said.list()) {
        if (!field.name.starts_with(asked_of_child)) {
            continue;
        }
        const auto id =
            base::parse_uuid(std::string_view{field.name}.substr(asked_of_child.size()));
        const auto known = [&](const auto& child) { return id && child.child.uuid == *id; };
        if (id && std::ranges::none_of(form.children, known)) {
            ChildAnswers child;
            child.child = base::PersonId{*id};
            child.name = said.text(field_of("name", child.child));
            form.children.push_back(std::move(child));
        }
    }
    fill(form, said);
    form.versions.clear();
    return form;
}

Fields fields_of(const std::vector<record::SaidOnPhone>& said) {
    std::vector<Field> fields;
    for (const auto& one : said) {
        fields.push_back({one.field, one.value});
    }
    return Fields{std::move(fields)};
}

std::optional<casework::FromPhone> read_visit(std::string_view text, const Envelope& envelope,
                                              time::CivilDate today) {
    const auto said = parse_fields(text, most_fields);
    const auto device = said ? base::parse_uuid(said->text("device")) : std::nullopt;
    const auto worker = said ? base::parse_uuid(said->text("worker")) : std::nullopt;
    const auto written = said ? moment_in(*said, "written") : std::nullopt;
    if (!device || !worker || !written) {
        return std::nullopt;
    }
    auto form = form_of_item(*said);
    casework::FromPhone sent{};
    sent.item = envelope.item;
    sent.device = record::DeviceId{*device};
    sent.worker = *worker;
    sent.written = *written;
    sent.sent = envelope.sent;
    sent.fast = moment_in(*said, "shown").value_or(*written) - *written;
    sent.content = fingerprint_of(text);
    if (named_by_clock(form)) {
        sent.todays_date = time::parse_iso(said->text("today"));
    }
    for (const auto& field : said->list()) {
        sent.said.push_back({field.name, field.value});
    }
    sent.visit = visit_in(*said, std::move(form), today);
    return sent;
}

} // namespace gweld::web::pages
