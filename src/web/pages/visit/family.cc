#include "web/pages/visit/family.h"

#include "casework/standing.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

bool on_register(const casework::Facts& facts, time::CivilDate today) {
    return std::ranges::any_of(facts.history.registrations, [&](const auto& registration) {
        return time::Span{registration.start, registration.end}.contains(today);
    });
}

bool may_write_in(const Caller& caller, const casework::Facts& facts, access::Action action) {
    return access::decide(caller.viewer, action, facts.bearing(), caller.when()).allowed();
}

bool is_in(const VisitFamily& family, const casework::Facts& facts) {
    return std::ranges::any_of(family.children,
                               [&](const auto& child) { return child->child == facts.child; });
}

void add_brothers_and_sisters(const Caller& caller, const casework::OpenRecord& opened,
                              access::Action action, VisitFamily& family) {
    for (const auto& member : opened.family()) {
        if (!is_in(family, *member) && may_write_in(caller, *member, action)) {
            family.children.push_back(member);
        }
    }
}

void oldest_first_after(std::ptrdiff_t first, VisitFamily& family) {
    std::ranges::sort(family.children.begin() + first, family.children.end(), {},
                      [](const auto& facts) { return facts->person->born.value_or(0); });
}

} // namespace

base::Result<VisitFamily, casework::OpenRefused> family_for(const Caller& caller,
                                                            casework::PersonId child,
                                                            access::Action action,
                                                            std::string_view page) {
    auto opened = casework::open_record(caller.office(), caller.viewer, child, action, page);
    if (!opened.ok()) {
        return base::Err{opened.error()};
    }
    VisitFamily family;
    family.children.push_back(opened.value().standing.facts);
    add_brothers_and_sisters(caller, opened.value(), action, family);
    oldest_first_after(1, family);
    return base::Ok{std::move(family)};
}

base::Result<VisitFamily, casework::OpenRefused> family_of_entry(const Caller& caller,
                                                                 const record::Entry& entry,
                                                                 access::Action action,
                                                                 std::string_view page) {
    VisitFamily family;
    std::vector<casework::OpenRecord> records;
    for (const auto& child : entry.about) {
        auto opened = casework::open_record(caller.office(), caller.viewer,
                                            casework::PersonId{child}, action, page);
        if (!opened.ok()) {
            return base::Err{opened.error()};
        }
        family.children.push_back(opened.value().standing.facts);
        records.push_back(std::move(opened).value());
    }
    for (const auto& opened : records) {
        add_brothers_and_sisters(caller, opened, action, family);
    }
    oldest_first_after(1, family);
    return base::Ok{std::move(family)};
}

VisitForm blank_form(const Caller& caller, const VisitFamily& family, Purpose purpose) {
    VisitForm form;
    form.purpose = purpose;
    form.key = base::to_text(casework::fresh_id(caller.office()));
    for (const auto& facts : family.children) {
        ChildAnswers child;
        child.child = facts->child;
        child.name = facts->person->forename;
        const bool asked_for = facts == family.children.front();
        if (!asked_for && !on_register(*facts, caller.today())) {
            child.seen = "not_part";
        }
        form.children.push_back(std::move(child));
        form.versions.push_back({facts->child.uuid, facts->version});
    }
    return form;
}

void fill_as_begun(const Caller& caller, VisitForm& form) {
    const auto& begun = caller.begun();
    if (!begun) {
        return;
    }
    form.versions.clear();
    fill_as_shown(form, begun->fields, caller.today());
}

std::optional<casework::PersonId> person_in(const Caller& caller, std::string_view param) {
    const auto id = base::parse_uuid(caller.param(param));
    return id ? std::optional{casework::PersonId{*id}} : std::nullopt;
}

std::optional<base::EntryId> entry_in(const Caller& caller, std::string_view param) {
    const auto id = base::parse_uuid(caller.param(param));
    return id ? std::optional{base::EntryId{*id}} : std::nullopt;
}

Response saved(const Caller& caller, casework::PersonId child, std::string_view what) {
    const bool has_work = caller.viewer.role == record::Role::social_worker;
    const auto to =
        has_work ? caller.to("work") : caller.to("child", {{"id", base::to_text(child.uuid)}});
    return see_other(Url::path(to.text() + "?saved=" + std::string{what}));
}

std::string family_name(const Caller& caller, const VisitFamily& family) {
    const auto& first = *family.children.front()->person;
    if (family.children.size() == 1) {
        return casework::full_name(first);
    }
    return caller.say.say("The {surname} family", {{"surname", first.surname}});
}

} // namespace gweld::web::pages
