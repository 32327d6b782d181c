#include "web/pages/forms/meanwhile.h"

#include "base/uuid.h"
#include "web/components/difference.h"
#include "web/csrf.h"
#include "web/pages/forms/typed.h"
#include "web/pages/frame/frame.h"

#include <algorithm>
#include <set>

namespace gweld::web::pages {

namespace {

constexpr std::string_view mark_before = "was-";

// All values of that name: a question may have several ticks.
std::string whole(const Fields& fields, std::string_view name) {
    std::string all;
    for (const auto value : fields.all(name)) {
        all += trimmed(value);
        all += '\n';
    }
    return trimmed(all);
}

// Long enough that two texts do not look alike by chance, too short to tell what they say.
std::string mark_of(const Fields& fields, std::string_view name) {
    constexpr std::size_t length = 16;
    return fingerprint_of(std::string{name} + '\n' + whole(fields, name)).substr(0, length);
}

std::set<std::string> names_in(const Fields& fields) {
    std::set<std::string> names;
    for (const auto& field : fields.list()) {
        names.insert(field.name);
    }
    return names;
}

bool has_marks(const Fields& fields) {
    return std::ranges::any_of(
        fields.list(), [](const Field& field) { return field.name.starts_with(mark_before); });
}

struct Changed {
    bool by_me = true;
    bool by_them = true;
};
// A form without any mark says nothing of what was: then both are taken to have changed it. One
// field without a mark was not there.
Changed changed(const Fields& mine, const Fields& now, const std::string& name) {
    const auto was = mine.first(std::string{mark_before} + name);
    if (!was) {
        return has_marks(mine) ? Changed{!whole(mine, name).empty(), !whole(now, name).empty()}
                               : Changed{};
    }
    return {mark_of(mine, name) != *was, mark_of(now, name) != *was};
}

// Which outcome of a plan, which child: what such a field names has its texts beside it.
bool names_a_part(const Fields& fields, const std::string& name) {
    return name != "brought-in" && base::parse_uuid(fields.text(name)).has_value();
}

void replace(Fields& fields, const std::string& name, const Fields& from) {
    std::vector<Field> list{fields.list().begin(), fields.list().end()};
    std::erase_if(list, [&](const Field& field) { return field.name == name; });
    for (const auto value : from.all(name)) {
        list.push_back({name, std::string{value}});
    }
    fields = Fields{std::move(list)};
}

Html set_apart(const std::string& sentence, const Html& more) {
    Markup out;
    out.raw("<div class=\"govuk-inset-text app-meanwhile\"><p class=\"govuk-body\"><strong>")
        .text(sentence)
        .raw("</strong></p>")
        .put(more)
        .raw("</div>");
    return out.take();
}

Html was_taken(const words::Words& say) {
    return set_apart(say.say("Somebody else changed this while you wrote, and you had not. Their "
                             "text stands here now."),
                     {});
}

} // namespace

std::optional<std::string_view> Meanwhile::theirs(std::string_view field) const {
    const auto found = std::ranges::find(theirs_, field, &Field::name);
    return found == theirs_.end() ? std::nullopt : std::optional<std::string_view>{found->value};
}

bool Meanwhile::is_taken(std::string_view field) const {
    return std::ranges::find(taken_, field) != taken_.end();
}

Meanwhile bring_together(Fields& mine, const Fields& now) {
    Meanwhile meanwhile;
    auto names = names_in(now);
    for (const auto& field : mine.list()) {
        if (field.name.starts_with(mark_before)) {
            names.insert(field.name.substr(mark_before.size()));
        }
    }
    const bool moved = std::ranges::any_of(names, [&](const auto& name) {
        return (names_a_part(now, name) || names_a_part(mine, name)) &&
               changed(mine, now, name).by_them;
    });
    for (const auto& name : names) {
        if (whole(mine, name) == whole(now, name)) {
            continue;
        }
        const auto who = changed(mine, now, name);
        if (!moved && who.by_them && !who.by_me) {
            replace(mine, name, now);
            meanwhile.taken_.push_back(name);
        } else if (who.by_them) {
            meanwhile.theirs_.push_back({name, whole(now, name)});
        }
    }
    return meanwhile;
}

Html marks_of_what_was(const Fields& on_record, const Fields& typed) {
    Markup out;
    auto names = names_in(on_record);
    if (!has_marks(typed)) {
        for (const auto& field : typed.list()) {
            names.insert(field.name);
        }
        for (const auto& name : names) {
            out.put(hidden_field(std::string{mark_before} + name, mark_of(on_record, name)));
        }
        return out.take();
    }
    for (const auto& field : typed.list()) {
        if (field.name.starts_with(mark_before)) {
            out.put(hidden_field(field.name, field.value));
        }
    }
    return out.take();
}

Html beside(const words::Words& say, const Meanwhile* meanwhile, std::string_view field,
            std::string_view mine) {
    if (meanwhile == nullptr) {
        return {};
    }
    if (meanwhile->is_taken(field)) {
        return was_taken(say);
    }
    const auto theirs = meanwhile->theirs(field);
    if (!theirs) {
        return {};
    }
    if (theirs->empty()) {
        return set_apart(say.say("Somebody else changed this too. On the record it is empty now."),
                         {});
    }
    const ours::Difference words{say.say("On the record, not in yours"),
                                 say.say("In yours, not on the record"),
                                 say.say("end of the difference")};
    Markup difference;
    difference.raw("<p class=\"govuk-body\">")
        .text(say.say("Your text stands in the box. Here are both: struck through is what only "
                      "theirs has, underlined what only yours has. What is right of theirs, copy "
                      "into the box."))
        .raw("</p>")
        .put(ours::render(words, *theirs, mine));
    return set_apart(say.say("Somebody else changed this too. Their text is on the record."),
                     difference.take());
}

Html beside_choice(const words::Words& say, const Meanwhile* meanwhile, std::string_view field,
                   const std::string& theirs_in_words) {
    if (meanwhile == nullptr) {
        return {};
    }
    if (meanwhile->is_taken(field)) {
        return was_taken(say);
    }
    if (!meanwhile->theirs(field)) {
        return {};
    }
    return set_apart(
        theirs_in_words.empty()
            ? say.say("Somebody else changed this too. On the record it is empty now.")
            : say.say("Somebody else changed this too. On the record it is now: {answer}",
                      {{"answer", theirs_in_words}}),
        {});
}

} // namespace gweld::web::pages
