#include "adapters.h"

#include "web/components/govuk.h"

namespace gweld::test {
namespace {

using namespace web;
using namespace web::govuk;

const boost::json::array& list(const Json& from, const char* name) {
    static const boost::json::array none;
    const auto* array = member(from, name).if_array();
    return array == nullptr ? none : *array;
}

Html generic_header(const Json& o) {
    return render(
        GenericHeader{.logo = content(o, "logoHtml", "logoText"),
                      .url = url(o, "url", "/"),
                      .container_classes = text(o, "containerClasses", "govuk-width-container"),
                      .classes = text(o, "classes"),
                      .attributes = attributes(o)});
}

Html language_navigation(const Json& o) {
    LanguageNavigation navigation{.label = text(o, "ariaLabel", "Language"),
                                  .classes = text(o, "classes"),
                                  .attributes = attributes(o)};
    for (const auto& item : list(o, "items")) {
        navigation.items.push_back({.content = content(item),
                                    .href = maybe_url(item, "href"),
                                    .current = truthy(item, "current"),
                                    .lang = text(item, "lang"),
                                    .href_lang = text(item, "hrefLang"),
                                    .dir = text(item, "dir"),
                                    .spoken_after = text(item, "languageDescriptionText"),
                                    .classes = text(item, "classes"),
                                    .attributes = attributes(item)});
    }
    return render(navigation);
}

std::optional<PageTurn> turn(const Json& o, const char* name, const char* usual) {
    const Json& link = member(o, name);
    if (!truthy(link, "href")) {
        return {};
    }
    const Content said = content(link);
    return PageTurn{.href = url(link, "href"),
                    .content = said.empty() ? Content{Trusted::html(usual)} : said,
                    .label_text = text(link, "labelText"),
                    .attributes = attributes(link)};
}

Html pagination(const Json& o) {
    Pagination pagination{
        .previous =
            turn(o, "previous", "Previous<span class=\"govuk-visually-hidden\"> page</span>"),
        .next = turn(o, "next", "Next<span class=\"govuk-visually-hidden\"> page</span>"),
        .landmark_label = text(o, "landmarkLabel", "Pagination"),
        .classes = text(o, "classes"),
        .attributes = attributes(o)};
    for (const auto& item : list(o, "items")) {
        if (is_truthy(item) && !item.as_object().empty()) {
            pagination.items.push_back(
                {.number = text(item, "number"),
                 .href = url(item, "href"),
                 .label = text(item, "visuallyHiddenText", "Page " + text(item, "number")),
                 .current = truthy(item, "current"),
                 .ellipsis = truthy(item, "ellipsis"),
                 .attributes = attributes(item)});
        }
    }
    return render(pagination);
}

Here here(const Json& item) {
    if (truthy(item, "current")) {
        return Here::page;
    }
    return truthy(item, "active") ? Here::section : Here::no;
}

NavigationSlots navigation_slots(const Json& o) {
    const Json& options = member(o, "slots");
    const Json& end = member(options, "end");
    return {.start = html(options, "start"),
            .end = end.is_string() ? html(options, "end") : html(end, "html"),
            .end_inline = text(end, "align") == "inline",
            .navigation_start = html(options, "navigationStart"),
            .navigation_end = html(options, "navigationEnd")};
}

Html service_navigation(const Json& o) {
    ServiceNavigation nav{.service_name = text(o, "serviceName"),
                          .service_url = maybe_url(o, "serviceUrl"),
                          .label = text(o, "ariaLabel", "Service information"),
                          .navigation_id = text(o, "navigationId", "navigation"),
                          .navigation_classes = text(o, "navigationClasses"),
                          .menu_button_text = text(o, "menuButtonText", "Menu"),
                          .menu_button_label = text(o, "menuButtonLabel"),
                          .navigation_label = text(o, "navigationLabel"),
                          .collapse_on_phone = maybe_bool(o, "collapseNavigationOnMobile"),
                          .slots = navigation_slots(o),
                          .classes = text(o, "classes"),
                          .attributes = attributes(o)};
    for (const auto& item : list(o, "navigation")) {
        if (is_truthy(item)) {
            nav.navigation.push_back({.content = content(item),
                                      .href = maybe_url(item, "href"),
                                      .here = here(item),
                                      .attributes = attributes(item)});
        }
    }
    return render(nav);
}

SummaryActions summary_actions(const Json& o) {
    SummaryActions actions{.classes = text(o, "classes")};
    for (const auto& item : list(o, "items")) {
        actions.items.push_back({.content = content(item),
                                 .href = url(item, "href"),
                                 .spoken_after = text(item, "visuallyHiddenText"),
                                 .classes = text(item, "classes"),
                                 .attributes = attributes(item)});
    }
    return actions;
}

SummaryText summary_text(const Json& o) {
    return {.content = content(o), .classes = text(o, "classes")};
}

std::optional<SummaryCard> summary_card(const Json& o) {
    const Json& card = member(o, "card");
    if (!is_truthy(card)) {
        return {};
    }
    SummaryCard read{.actions = summary_actions(member(card, "actions")),
                     .classes = text(card, "classes"),
                     .attributes = attributes(card)};
    if (const Json& title = member(card, "title"); is_truthy(title)) {
        read.title = SummaryCardTitle{.content = content(title),
                                      .level = maybe_int(title, "headingLevel").value_or(2),
                                      .classes = text(title, "classes")};
    }
    return read;
}

Html summary_list(const Json& o) {
    SummaryList summary{
        .card = summary_card(o), .classes = text(o, "classes"), .attributes = attributes(o)};
    for (const auto& row : list(o, "rows")) {
        if (!is_truthy(row)) {
            continue;
        }
        const Json& actions = member(row, "actions");
        summary.rows.push_back({.key = summary_text(member(row, "key")),
                                .value = summary_text(member(row, "value")),
                                .actions = truthy(actions, "items")
                                               ? std::optional{summary_actions(actions)}
                                               : std::nullopt,
                                .classes = text(row, "classes")});
    }
    return render(summary);
}

Cell cell(const Json& o) {
    return {.content = content(o),
            .format = text(o, "format"),
            .colspan = maybe_int(o, "colspan").value_or(0),
            .rowspan = maybe_int(o, "rowspan").value_or(0),
            .classes = text(o, "classes"),
            .attributes = attributes(o)};
}

Html table(const Json& o) {
    Table table{.caption = text(o, "caption"),
                .caption_classes = text(o, "captionClasses"),
                .first_cell_is_header = truthy(o, "firstCellIsHeader"),
                .classes = text(o, "classes"),
                .attributes = attributes(o)};
    for (const auto& item : list(o, "head")) {
        table.head.push_back(cell(item));
    }
    for (const auto& row : list(o, "rows")) {
        if (!is_truthy(row)) {
            continue;
        }
        auto& cells = table.rows.emplace_back();
        for (const auto& item : row.as_array()) {
            cells.push_back(cell(item));
        }
    }
    return render(table);
}

} // namespace

std::map<std::string, Adapter> page_adapters() {
    return {{"generic-header", generic_header}, {"language-navigation", language_navigation},
            {"pagination", pagination},         {"service-navigation", service_navigation},
            {"summary-list", summary_list},     {"table", table}};
}

} // namespace gweld::test
