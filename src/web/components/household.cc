#include "web/components/household.h"

namespace gweld::web::ours {
namespace {

void head(Markup& out, const Household& household) {
    out.raw("<div class=\"app-visit__head\">").put(render(household.due));
    out.raw("<div class=\"app-visit__home\"><h").number(household.level);
    out.raw(" class=\"app-visit__name\">").put(household.name).raw("</h").number(household.level);
    out.raw(">");
    if (!household.where.empty()) {
        out.raw("<p class=\"app-visit__where\">").put(household.where).raw("</p>");
    }
    out.raw("</div>").put(household.action).raw("</div>");
}

void conditions(Markup& out, const Household& household) {
    CardTable table{.caption = household.caption,
                    .caption_classes = "govuk-visually-hidden",
                    .columns = household.columns,
                    .classes = "app-conditions"};
    for (const auto& child : household.children) {
        CardRow& row = table.rows.emplace_back();
        row.cells.push_back(child.name);
        for (const auto& condition : child.conditions) {
            row.cells.emplace_back(render(condition));
        }
    }
    out.put(render(table));
}

void plan(Markup& out, const Household& household) {
    if (household.safety.empty() && household.plan.empty()) {
        return;
    }
    out.raw("<div class=\"app-visit__plan\">");
    if (!household.safety.empty()) {
        out.raw("<p class=\"app-visit__safety\">").put(danger_icon()).raw("<span>");
        out.put(household.safety).raw("</span></p>");
    }
    if (!household.plan.empty()) {
        out.raw("<p>").put(household.plan).raw("</p>");
    }
    out.raw("</div>");
}

void card(Markup& out, std::string_view element, const Household& household) {
    out.raw("<").raw(element);
    out.classes({"app-visit", "app-visit--" + std::string{name_of(household.due.tone)}}).raw(">");
    head(out, household);
    conditions(out, household);
    plan(out, household);
    out.raw("</").raw(element).raw(">");
}

} // namespace

Html render(const Household& household) {
    Markup out;
    card(out, "div", household);
    return out.take();
}

Html render(const std::vector<Household>& households) {
    Markup out;
    out.raw("<ol class=\"app-visits\">");
    for (const auto& household : households) {
        card(out, "li", household);
    }
    return out.raw("</ol>").take();
}

} // namespace gweld::web::ours
