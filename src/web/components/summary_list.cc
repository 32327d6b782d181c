#include "web/components/summary_list.h"

#include <algorithm>

namespace gweld::web::govuk {
namespace {

void action_link(Markup& out, const SummaryAction& action, const Content& card_title) {
    out.raw("<a").classes({"govuk-link", action.classes}).attribute("href", action.href.text());
    out.attributes(action.attributes).raw(">").put(action.content);
    if (!action.spoken_after.empty() || !card_title.empty()) {
        out.raw("<span class=\"govuk-visually-hidden\">");
        if (!action.spoken_after.empty()) {
            out.raw(" ").text(action.spoken_after);
        }
        if (!card_title.empty()) {
            out.raw(" (").put(card_title).raw(")");
        }
        out.raw("</span>");
    }
    out.raw("</a>");
}

bool has_actions(const SummaryRow& row) { return row.actions && !row.actions->items.empty(); }

void row_actions(Markup& out, const SummaryActions& actions, const Content& card_title) {
    out.raw("<dd").classes({"govuk-summary-list__actions", actions.classes}).raw(">");
    if (actions.items.size() == 1) {
        action_link(out, actions.items.front(), card_title);
    } else {
        out.raw("<ul class=\"govuk-summary-list__actions-list\">");
        for (const auto& action : actions.items) {
            out.raw("<li class=\"govuk-summary-list__actions-list-item\">");
            action_link(out, action, card_title);
            out.raw("</li>");
        }
        out.raw("</ul>");
    }
    out.raw("</dd>");
}

void plain_list(Markup& out, const SummaryList& list) {
    const Content card_title =
        list.card && list.card->title ? list.card->title->content : Content{};
    const bool actions_somewhere = std::ranges::any_of(list.rows, has_actions);
    out.raw("<dl").classes({"govuk-summary-list", list.classes}).attributes(list.attributes);
    out.raw(">");
    for (const auto& row : list.rows) {
        out.raw("<div").classes({"govuk-summary-list__row",
                                 actions_somewhere && !row.actions
                                     ? "govuk-summary-list__row--no-actions"
                                     : std::string_view{},
                                 row.classes});
        out.raw("><dt").classes({"govuk-summary-list__key", row.key.classes}).raw(">");
        out.put(row.key.content).raw("</dt><dd");
        out.classes({"govuk-summary-list__value", row.value.classes}).raw(">");
        out.put(row.value.content).raw("</dd>");
        if (has_actions(row)) {
            row_actions(out, *row.actions, card_title);
        }
        out.raw("</div>");
    }
    out.raw("</dl>");
}

void card_title(Markup& out, const SummaryCardTitle& title) {
    out.raw("<h").number(title.level).classes({"govuk-summary-card__title", title.classes});
    out.raw(">").put(title.content).raw("</h").number(title.level).raw(">");
}

void card_actions(Markup& out, const SummaryActions& actions, const Content& title) {
    if (actions.items.size() == 1) {
        out.raw("<div").classes({"govuk-summary-card__actions", actions.classes}).raw(">");
        action_link(out, actions.items.front(), title);
        out.raw("</div>");
    } else if (!actions.items.empty()) {
        out.raw("<ul").classes({"govuk-summary-card__actions", actions.classes}).raw(">");
        for (const auto& action : actions.items) {
            out.raw("<li class=\"govuk-summary-card__action\">");
            action_link(out, action, title);
            out.raw("</li>");
        }
        out.raw("</ul>");
    }
}

} // namespace

Html render(const SummaryList& list) {
    Markup out;
    if (!list.card) {
        plain_list(out, list);
        return out.take();
    }
    const SummaryCard& card = *list.card;
    out.raw("<div").classes({"govuk-summary-card", card.classes}).attributes(card.attributes);
    out.raw("><div class=\"govuk-summary-card__title-wrapper\">");
    if (card.title) {
        card_title(out, *card.title);
    }
    card_actions(out, card.actions, card.title ? card.title->content : Content{});
    out.raw("</div><div class=\"govuk-summary-card__content\">");
    plain_list(out, list);
    return out.raw("</div></div>").take();
}

} // namespace gweld::web::govuk
