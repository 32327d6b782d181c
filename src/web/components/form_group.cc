#include "web/components/form_group.h"

namespace gweld::web::govuk {

void open(Markup& out, const FormGroup& group, const std::optional<ErrorMessage>& error) {
    out.raw("<div");
    out.classes({"govuk-form-group", error ? "govuk-form-group--error" : std::string_view{},
                 group.classes});
    out.attributes(group.attributes).raw(">");
}

void put_label(Markup& out, Label label, const std::string& id) {
    label.control = id;
    out.put(render(label));
}

std::string put_hint_and_error(Markup& out, const std::string& id, std::string described_by,
                               std::optional<Hint> hint, std::optional<ErrorMessage> error) {
    if (hint) {
        hint->id = id + "-hint";
        described_by = joined(described_by, hint->id);
        out.put(render(*hint));
    }
    if (error) {
        error->id = id + "-error";
        described_by = joined(described_by, error->id);
        out.put(render(*error));
    }
    return described_by;
}

} // namespace gweld::web::govuk
