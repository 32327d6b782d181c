#include "web/draw/control_chart.h"

#include "web/draw/svg.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace gweld::web::draw {
namespace {

constexpr double line_height = 20;

// What differs between the two drawings.
struct Sheet {
    std::string_view name;
    double width;
    double height;
    double left;
    double right; // where the plot ends; the words of the lines stand beyond it
    double top;
    double bottom;
    std::size_t months;    // newest, at most
    std::size_t label_gap; // every so many months have their name
};
constexpr Sheet wide{"wide", 1100, 372, 56, 880, 14, 310, 24, 3};
constexpr Sheet narrow{"narrow", 300, 346, 52, 284, 116, 290, 12, 3};

struct Drawing {
    const ControlChart& chart;
    const Sheet& sheet;
    std::size_t first; // index of the first month drawn
    Scale scale;

    std::size_t count() const { return chart.months.size() - first; }
    double step() const {
        return (sheet.right - sheet.left - 8) /
               static_cast<double>(std::max<std::size_t>(count() - 1, 1));
    }
    double x(std::size_t month) const {
        return sheet.left + 4 + step() * static_cast<double>(month - first);
    }
    bool better() const { return chart.range.signal == measure::Signal::getting_better; }
    bool known() const { return chart.range.signal != measure::Signal::too_few_to_say; }
    bool stands_out(std::size_t month) const {
        return month < chart.range.stands_out.size() && chart.range.stands_out[month];
    }
};

Drawing drawing(const ControlChart& chart, const Sheet& sheet) {
    const std::size_t all = chart.months.size();
    const std::size_t first = all > sheet.months ? all - sheet.months : 0;
    double low = chart.range.signal == measure::Signal::too_few_to_say ? 100 : chart.range.bottom;
    for (std::size_t i = first; i < all; ++i) {
        low = std::min(low, chart.months[i].percent.value_or(low));
    }
    // From a multiple of 20 that leaves room below the lowest; never a chart of ten percent only.
    low = std::clamp(std::floor((low - 6) / 20) * 20, 0.0, 60.0);
    return {
        chart, sheet, first, {.low = low, .high = 100, .top = sheet.top, .bottom = sheet.bottom}};
}

void words_at(Markup& out, std::string_view css_class, std::string_view anchor, Place place,
              std::string_view text) {
    out.raw("<text");
    if (!css_class.empty()) {
        out.classes({css_class});
    }
    out.attribute_if("text-anchor", anchor).attribute("x", coordinate(place.x));
    out.attribute("y", coordinate(place.y)).raw(">").text(text).raw("</text>");
}

void grid(Markup& out, const Drawing& d) {
    for (double percent = d.scale.low; percent <= 100; percent += 20) {
        const double y = d.scale.at(percent);
        line(out, "app-chart__grid", {d.sheet.left, y}, {d.sheet.right, y});
        words_at(out, {}, "end", {d.sheet.left - 7, y + 5}, coordinate(percent) + "%");
    }
}

void usual_range(Markup& out, const Drawing& d) {
    const auto& range = d.chart.range;
    const auto across = [&](std::string_view css_class, double percent) {
        line(out, css_class, {d.sheet.left, d.scale.at(percent)},
             {d.sheet.right, d.scale.at(percent)});
    };
    if (d.known()) {
        out.raw("<rect class=\"app-chart__band\"").attribute("x", coordinate(d.sheet.left));
        out.attribute("y", coordinate(d.scale.at(range.top)));
        out.attribute("width", coordinate(d.sheet.right - d.sheet.left));
        out.attribute("height", coordinate(d.scale.at(range.bottom) - d.scale.at(range.top)));
        out.raw("/>");
    }
    grid(out, d);
    if (d.known()) {
        across("app-chart__limit", range.top);
        across("app-chart__limit", range.bottom);
        across("app-chart__level", range.level);
    }
    if (d.chart.standard) {
        across("app-chart__standard", *d.chart.standard);
    }
}

void month_names(Markup& out, const Drawing& d) {
    const double y = d.sheet.bottom + line_height + 2;
    const std::size_t newest = d.chart.months.size() - 1;
    std::string_view year;
    for (std::size_t i = d.first; i <= newest; ++i) {
        const auto& month = d.chart.months[i];
        // Counted back from the newest, so that it always has its name.
        if ((newest - i) % d.sheet.label_gap != 0) {
            continue;
        }
        words_at(out, {}, "middle", {d.x(i), y}, month.label);
        // The year once, where it begins among the names shown.
        if (month.year != year) {
            year = month.year;
            words_at(out, "app-chart__muted", "middle", {d.x(i), y + line_height}, month.year);
        }
    }
}

void notes(Markup& out, const Drawing& d) {
    for (std::size_t i = d.first; i < d.chart.months.size(); ++i) {
        const auto& month = d.chart.months[i];
        if (month.note.empty() || !month.percent) {
            continue;
        }
        const double y = d.sheet.bottom - 30;
        line(out, "app-chart__note", {d.x(i), d.scale.at(*month.percent) + 9}, {d.x(i), y - 17});
        words_at(out, {}, "middle", {d.x(i), y}, month.note);
    }
}

void months(Markup& out, const Drawing& d) {
    std::vector<std::optional<double>> points;
    for (std::size_t i = d.first; i < d.chart.months.size(); ++i) {
        points.push_back(d.chart.months[i].percent);
    }
    lines(out, "app-chart__line", runs_of(points, d.scale, d.x(d.first), d.step()));
    for (std::size_t i = d.first; i < d.chart.months.size(); ++i) {
        if (!d.chart.months[i].percent) {
            continue;
        }
        const Place place{d.x(i), d.scale.at(*d.chart.months[i].percent)};
        if (d.stands_out(i)) {
            diamond(out, d.better() ? "app-chart__better" : "app-chart__out", place, 7);
        } else {
            dot(out, "app-chart__point", place, 5);
        }
    }
}

struct Named {
    double y;
    std::string_view text;
    std::string_view css_class;
};

std::vector<Named> named_lines(const Drawing& d) {
    const auto& range = d.chart.range;
    const auto& words = d.chart.words;
    std::vector<Named> names;
    if (d.known()) {
        names.push_back({d.scale.at(range.top), words.top, "app-chart__level-word"});
        names.push_back({d.scale.at(range.level), words.level, "app-chart__level-word"});
        names.push_back({d.scale.at(range.bottom), words.bottom, "app-chart__level-word"});
    }
    if (d.chart.standard) {
        names.push_back(
            {d.scale.at(*d.chart.standard), words.standard, "app-chart__standard-word"});
    }
    const bool newest_is_bad = d.stands_out(d.chart.months.size() - 1) && !d.better();
    if (d.chart.months.back().percent) {
        names.push_back({d.scale.at(*d.chart.months.back().percent), words.newest,
                         newest_is_bad ? "app-chart__out-word" : "app-chart__newest-word"});
    }
    std::erase_if(names, [](const Named& named) { return named.text.empty(); });
    std::ranges::stable_sort(names, {}, &Named::y);
    return names;
}

// Beside the lines, moved apart where two would touch.
void names_beside(Markup& out, const Drawing& d) {
    auto names = named_lines(d);
    double free = d.sheet.top;
    for (auto& named : names) {
        named.y = std::max(named.y, free);
        free = named.y + line_height;
    }
    for (const auto& named : names) {
        words_at(out, named.css_class, {}, {d.sheet.right + 10, named.y + 5}, named.text);
    }
}

// Above the drawing: on a phone there is no room beside it.
void names_above(Markup& out, const Drawing& d) {
    double y = 14;
    for (const auto& named : named_lines(d)) {
        words_at(out, named.css_class, {}, {0, y}, named.text);
        y += line_height - 2;
    }
}

void sheet(Markup& out, const ControlChart& chart, const Sheet& sheet) {
    const Drawing d = drawing(chart, sheet);
    const std::string id = chart.id + "-" + std::string{sheet.name};
    out.raw("<svg").classes({"app-chart__" + std::string{sheet.name}}).raw(" role=\"img\"");
    out.attribute("viewBox", "0 0 " + coordinate(sheet.width) + " " + coordinate(sheet.height));
    out.attribute("aria-labelledby", id + "-title " + id + "-desc").raw("><title");
    out.attribute("id", id + "-title").raw(">").text(chart.words.title).raw("</title><desc");
    out.attribute("id", id + "-desc").raw(">").text(chart.words.description).raw("</desc>");
    usual_range(out, d);
    month_names(out, d);
    months(out, d);
    if (&sheet == &wide) {
        notes(out, d);
        names_beside(out, d);
    } else {
        names_above(out, d);
    }
    out.raw("</svg>");
}

} // namespace

Html control_chart(const ControlChart& chart) {
    if (chart.months.empty()) {
        return {};
    }
    Markup out;
    out.raw("<figure class=\"app-chart\">");
    sheet(out, chart, wide);
    sheet(out, chart, narrow);
    if (!chart.words.caption.empty()) {
        out.raw("<figcaption>").text(chart.words.caption).raw("</figcaption>");
    }
    return out.raw("</figure>").take();
}

} // namespace gweld::web::draw
