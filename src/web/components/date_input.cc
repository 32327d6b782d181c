#include "web/components/date_input.h"

#include <algorithm>

namespace gweld::web::govuk {
namespace {

constexpr std::string_view error_class = "govuk-input--error";

bool says(const std::string& classes, std::string_view name) {
    return classes.find(name) != std::string::npos;
}

std::string_view usual_name(DatePiece piece) {
    switch (piece) {
    case DatePiece::day:
        return "day";
    case DatePiece::month:
        return "month";
    case DatePiece::year:
        return "year";
    case DatePiece::other:
        break;
    }
    return {};
}

bool has_error(const DatePart& part) {
    return part.error.value_or(false) || says(part.classes, error_class);
}

std::string classes_of(const DateInput& date, const DatePart& part, bool a_part_has_error) {
    std::string classes;
    const bool whole_date_wrong = part.error.value_or(true) && date.error && !a_part_has_error;
    if (!says(part.classes, error_class) && (has_error(part) || whole_date_wrong)) {
        classes = error_class;
    }
    if (!says(part.classes, "govuk-input--width-")) {
        classes = joined(classes, part.piece == DatePiece::year ? "govuk-input--width-4"
                                                                : "govuk-input--width-2");
    }
    return joined("govuk-date-input__input", joined(classes, part.classes));
}

std::optional<std::string> value_of(const DateInput& date, const DatePart& part,
                                    const std::string& full_name) {
    const auto known = date.values.find(full_name);
    return part.value || known == date.values.end() ? part.value : known->second;
}

void put_part(Markup& out, const DateInput& date, const DatePart& part, bool a_part_has_error) {
    const std::string name = part.name.empty() ? std::string{usual_name(part.piece)} : part.name;
    const std::string full_name = date.name_prefix.empty() ? name : date.name_prefix + "-" + name;
    out.raw("<div class=\"govuk-date-input__item\">");
    out.put(render(Input{.name = full_name,
                         .id = part.id.empty() ? date.id + "-" + name : part.id,
                         .label = {.content = part.label, .classes = "govuk-date-input__label"},
                         .value = value_of(date, part, full_name),
                         .inputmode = part.inputmode,
                         .autocomplete = part.autocomplete,
                         .pattern = part.pattern,
                         .classes = classes_of(date, part, a_part_has_error),
                         .attributes = part.attributes}));
    out.raw("</div>");
}

std::string inside(Markup& out, const DateInput& date) {
    auto described_by = put_hint_and_error(
        out, date.id, date.fieldset ? date.fieldset->described_by : std::string{}, date.hint,
        date.error);
    out.raw("<div").classes({"govuk-date-input", date.classes}).attributes(date.attributes);
    out.attribute_if("id", date.id).raw(">").put(date.group.before);
    const bool a_part_has_error = std::ranges::any_of(date.parts, has_error);
    for (const auto& part : date.parts) {
        put_part(out, date, part, a_part_has_error);
    }
    out.put(date.group.after).raw("</div>");
    return described_by;
}

} // namespace

Html render(const DateInput& date) {
    Markup out;
    open(out, date.group, date.error);
    if (!date.fieldset) {
        inside(out, date);
        return out.raw("</div>").take();
    }
    Markup content;
    Fieldset fieldset = *date.fieldset;
    // Without the role JAWS keeps the description of a fieldset of text boxes to itself.
    fieldset.role = "group";
    fieldset.described_by = inside(content, date);
    fieldset.content = content.take();
    return out.put(render(fieldset)).raw("</div>").take();
}

} // namespace gweld::web::govuk
