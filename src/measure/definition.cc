#include "measure/definition.h"

#include "law/read_parts.h"
#include "protection/duties.h"

#include <algorithm>

namespace gweld::measure {
namespace {

using Faults = std::vector<law::CardFault>;

std::optional<Definition> read(const law::Page& page, Faults& faults) {
    auto fields = law::fields_of_block(page, faults);
    if (!fields) {
        return std::nullopt;
    }
    const auto line = fields->line_of("rule");
    Definition made;
    made.file = page.path;
    made.rule = fields->text("rule");
    made.confidence = law::read_confidence(*fields);
    made.title = fields->bilingual("title");
    made.definition = fields->bilingual("definition");
    made.numerator = fields->bilingual("numerator");
    made.denominator = fields->bilingual("denominator");
    made.not_counted = fields->bilingual("not-counted");
    made.counted_apart = fields->bilingual("counted-apart");
    made.source = fields->bilingual("source");
    fields->finish();
    const auto tracked = protection::tracked_rules();
    if (std::find(tracked.begin(), tracked.end(), made.rule) == tracked.end()) {
        faults.push_back({page.path, line, "no duty is tracked under the rule " + made.rule});
    }
    return made;
}

std::ptrdiff_t place_of(const Definition& made) {
    const auto tracked = protection::tracked_rules();
    return std::find(tracked.begin(), tracked.end(), made.rule) - tracked.begin();
}

} // namespace

base::Result<Definitions, Faults> definitions_of(std::span<const law::Page> pages) {
    Definitions definitions;
    Faults faults;
    for (const law::Page& page : pages) {
        if (page.path == "README.md") {
            continue;
        }
        auto made = read(page, faults);
        if (!made) {
            continue;
        }
        const auto same = std::find_if(definitions.begin(), definitions.end(),
                                       [&](const auto& d) { return d.rule == made->rule; });
        if (same != definitions.end()) {
            faults.push_back(
                {page.path, 1, "the rule " + made->rule + " is also in " + same->file});
        }
        definitions.push_back(std::move(*made));
    }
    if (!faults.empty()) {
        return base::Err{std::move(faults)};
    }
    std::stable_sort(definitions.begin(), definitions.end(),
                     [](const auto& a, const auto& b) { return place_of(a) < place_of(b); });
    return base::Ok{std::move(definitions)};
}

base::Result<Definitions, Faults> load_definitions(const std::string& directory) {
    auto pages = law::pages_in(directory);
    if (!pages.ok()) {
        return base::Err{std::move(pages).error()};
    }
    return definitions_of(pages.value());
}

base::Result<Definitions, Faults> built_in_definitions() {
    return definitions_of(built_in_pages());
}

} // namespace gweld::measure
