#include "web/pages/brought_in/mapping.h"

#include "protection/written_agreement.h"
#include "web/components/inset_text.h"
#include "web/components/spoken.h"
#include "web/pages/brought_in/brought_in.html.h"
#include "web/pages/problems/problems.h"
#include "web/pages/visit/answers.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

constexpr std::string_view nowhere = "nowhere";
constexpr std::size_t most_sections = 200;

std::string field_for(std::size_t section) { return "to-" + std::to_string(section + 1); }

std::string small(std::string_view text) {
    std::string out{text};
    std::ranges::transform(out, out.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return out;
}

Html agreement_warning(const Words& say, const documents::Section& section) {
    const auto called = protection::calls_itself_agreement(section.heading + "\n" + section.text);
    if (!called) {
        return {};
    }
    return govuk::render(govuk::warning_text(
        say, say.say("This speaks of a “{name}”. One is not a way to manage risk to a child, so it "
                     "cannot be part of a plan here. Do not take it over.",
                     {{"name", *called}})));
}

Html one_part(const Caller& caller, const documents::Section& section, std::size_t at,
              const Mapping& mapping, const Fields& guessed) {
    const auto& say = caller.say;
    const std::vector<FieldFault> none;
    const Questions ask{say, guessed, none};
    auto options = mapping.places;
    options.insert(options.begin(),
                   {std::string{nowhere}, say.say("Nowhere: it stays in the original")});
    const auto heading =
        section.heading.empty() ? say.say("Before the first heading") : section.heading;
    return part_found(say, heading, section.text, agreement_warning(say, section),
                      ask.from_list({field_for(at), say.say("Part {n}: where does it belong?",
                                                            {{"n", std::to_string(at + 1)}})},
                                    options));
}

void add_count(std::vector<std::string>& lines, int n, const std::string& words) {
    if (n > 0) {
        lines.push_back(words);
    }
}

Html not_read(const Words& say, const documents::WordText& text, std::size_t sections) {
    std::vector<std::string> lines;
    add_count(lines, text.pictures,
              say.say_n("1 picture or drawing", "{n} pictures or drawings", text.pictures));
    add_count(lines, text.comments, say.say_n("1 comment", "{n} comments", text.comments));
    add_count(lines, text.footnotes, say.say_n("1 footnote", "{n} footnotes", text.footnotes));
    add_count(lines, text.deletions,
              say.say_n("1 deletion with changes tracked", "{n} deletions with changes tracked",
                        text.deletions));
    if (sections > most_sections) {
        lines.push_back(say.say("everything after its first {n} parts",
                                {{"n", std::to_string(most_sections)}}));
    }
    if (lines.empty()) {
        return {};
    }
    std::string all;
    for (const auto& line : lines) {
        all += (all.empty() ? "" : "; ") + line;
    }
    govuk::InsetText inset;
    inset.content = say.say("In the original and not shown here: {text}.", {{"text", all}});
    return govuk::render(inset);
}

Response not_readable(const Caller& caller) { return refusal(caller, record::StoreFault::damaged); }

} // namespace

base::Result<FoundIn, Response> find_in_document(const Caller& caller, base::PersonId child,
                                                 access::Action action) {
    const auto entry = base::parse_uuid(caller.param("entry"));
    if (!entry) {
        return base::Err{not_found(caller)};
    }
    auto opened = casework::open_brought_in(caller.office(), caller.viewer, child,
                                            base::EntryId{*entry}, action);
    if (!opened.ok()) {
        const auto* fault = std::get_if<record::StoreFault>(&opened.error());
        const bool altered = std::holds_alternative<casework::FileIsNotAsRecorded>(opened.error());
        return base::Err{fault != nullptr ? store_says(caller, *fault)
                         : altered        ? store_says(caller, record::StoreFault::damaged)
                                          : not_found(caller)};
    }
    auto read = caller.site.read_word(opened.value().bytes);
    if (!read.ok()) { // it could be read when it was kept
        return base::Err{not_readable(caller)};
    }
    FoundIn found{std::move(opened).value(), std::move(read).value(), {}};
    found.sections = documents::sections_of(found.text);
    return base::Ok{std::move(found)};
}

std::string_view place_for(std::string_view heading, std::span<const Hint> hints) {
    const auto words = small(heading);
    // What the heading itself says before what stands above it.
    const auto last = words.rfind(": ");
    const auto own = last == std::string::npos ? words : words.substr(last + 2);
    for (const auto* text : {&own, &words}) {
        const auto found = std::ranges::find_if(
            hints, [&](const Hint& hint) { return text->find(hint.word) != std::string::npos; });
        if (found != hints.end()) {
            return found->place;
        }
    }
    return {};
}

Response show_mapping(const Caller& caller, const FoundIn& found, const Mapping& mapping) {
    const auto& say = caller.say;
    const auto shown = std::min(found.sections.size(), most_sections);
    std::vector<Field> guessed;
    for (std::size_t at = 0; at < shown; ++at) {
        const bool flagged = !agreement_warning(say, found.sections[at]).empty();
        const bool unsure = flagged || mapping.guesses[at].empty();
        guessed.push_back({field_for(at), unsure ? std::string{nowhere} : mapping.guesses[at]});
    }
    const Fields fields{std::move(guessed)};
    Sheet sheet;
    sheet.back = mapping.back;
    sheet.heading = mapping.heading;
    sheet.lede = mapping.lede;
    sheet.questions.push_back(not_read(say, found.text, found.sections.size()));
    for (std::size_t at = 0; at < shown; ++at) {
        sheet.questions.push_back(one_part(caller, found.sections[at], at, mapping, fields));
    }
    sheet.action = mapping.action;
    sheet.save = say.say("Fill in the form");
    sheet.keeps = Keeps::nothing;
    return show_sheet(caller, sheet);
}

std::vector<std::pair<std::string, std::string>>
confirmed(const Caller& caller, const FoundIn& found, std::span<const Option> places) {
    std::vector<std::pair<std::string, std::string>> all;
    const auto shown = std::min(found.sections.size(), most_sections);
    for (std::size_t at = 0; at < shown; ++at) {
        const auto chosen = caller.request.form.text(field_for(at));
        const bool known =
            std::ranges::any_of(places, [&](const Option& place) { return place.value == chosen; });
        if (known) {
            all.emplace_back(chosen, found.sections[at].text);
        }
    }
    return all;
}

} // namespace gweld::web::pages
