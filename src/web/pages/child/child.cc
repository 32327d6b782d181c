#include "web/pages/child/child.h"

#include "web/pages/child/kept_summaries.h"
#include "web/pages/child/parts.h"
#include "web/pages/child/record_page.h"
#include "web/pages/paper/on_paper.h"
#include "web/pages/paper/paper.h"
#include "web/pages/problems/problems.h"

namespace gweld::web::pages {

namespace {

using child_record::Shown;

Response refused(const Caller& caller, const casework::OpenRefused& why) {
    return std::visit(
        base::overloaded{
            [&](const casework::NotFoundOrNotYours&) { return not_found(caller); },
            [&](const record::StoreFault& fault) { return store_says(caller, fault); },
        },
        why);
}

// Opens the record under the page's own name, so that the look says what was looked at.
template <class Show>
Response opened(const Caller& caller, std::string_view route, const Show& show) {
    const auto id = base::parse_uuid(caller.param("id"));
    if (!id) {
        return not_found(caller);
    }
    const auto record = casework::open_record(caller.office(), caller.viewer, base::PersonId{*id},
                                              access::Action::see_record, route);
    if (!record.ok()) {
        return refused(caller, record.error());
    }
    return show(Shown{caller, record.value(), caller.today()});
}

struct Part {
    std::string_view route;
    const char* pattern;
    std::string_view heading;
    Html (*write)(const Shown&);
};

void add_part(Site& site, const Part& part) {
    add_page(site, Method::get, std::string{part.route}, part.pattern,
             [part](const Caller& caller) {
                 return opened(caller, part.route, [&](const Shown& shown) {
                     return child_record::record_page(
                         shown, part.route, caller.say.say(part.heading), part.write(shown));
                 });
             });
}

Response looks(const Caller& caller) {
    constexpr std::string_view route = "child.looks";
    return opened(caller, route, [&](const Shown& shown) {
        const auto looks = casework::looks_at(caller.office(), shown.record);
        if (!looks.ok()) {
            return store_says(caller, looks.error());
        }
        return child_record::record_page(shown, route, caller.say.say("Who has looked"),
                                         child_record::who_has_looked(shown, looks.value()));
    });
}

Response plan_version(const Caller& caller) {
    return opened(caller, "plan.version", [&](const Shown& shown) {
        const auto entry = base::parse_uuid(caller.param("entry"));
        const auto version =
            entry ? child_record::plan_version_of(shown, base::EntryId{*entry}) : std::nullopt;
        return version ? child_record::record_page(shown, "child.plan", caller.say.say("Plan"),
                                                   *version)
                       : not_found(caller);
    });
}

Response plan_download(const Caller& caller) {
    const OnPaper paper{caller};
    return opened(paper.caller, "plan.download", [&](const Shown& shown) {
        auto plan = child_record::plan_on_paper(shown);
        return plan ? leave_as(paper.caller, {paper.words,
                                              std::move(plan->title),
                                              std::move(plan->content),
                                              {shown.facts().child},
                                              file_name_of(paper.caller, shown.say().say("plan"),
                                                           shown.person().number)})
                    : not_found(caller);
    });
}

} // namespace

void add_child_pages(Site& site) {
    using words::mark;
    add_page(site, Method::get, "child", "/child/{id}",
             [kept = std::make_shared<child_record::KeptSummaries>()](const Caller& caller) {
                 return opened(caller, "child", [&](const Shown& shown) {
                     return child_record::record_page(shown, "child", {}, kept->of(shown));
                 });
             });
    add_part(site,
             {"child.timeline", "/child/{id}/timeline", mark("Timeline"), &child_record::timeline});
    add_part(site, {"child.visits", "/child/{id}/visits", mark("Visits"), &child_record::visits});
    add_part(site, {"child.protection", "/child/{id}/protection", mark("Protection"),
                    &child_record::protection_of});
    add_part(site, {"child.plan", "/child/{id}/plan", mark("Plan"), &child_record::plan_of});
    add_part(site, {"child.assessments", "/child/{id}/assessments", mark("Assessments"),
                    &child_record::assessments_of_child});
    add_part(site, {"child.people", "/child/{id}/people", mark("Family and people"),
                    &child_record::people});
    add_part(site,
             {"child.due", "/child/{id}/due", mark("What is due"), &child_record::what_is_due});
    add_page(site, Method::get, "child.looks", "/child/{id}/looks", looks);
    add_page(site, Method::get, "plan.download", "/child/{id}/plan/as/{format}", plan_download);
    add_page(site, Method::get, "plan.version", "/child/{id}/plan/version/{entry}", plan_version);
}

} // namespace gweld::web::pages
