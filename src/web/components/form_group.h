// form_group.h - the box, the label, the hint and the error every form control has around it.
#pragma once

#include "web/components/error_message.h"
#include "web/components/hint.h"
#include "web/components/label.h"

namespace gweld::web::govuk {

struct FormGroup {
    std::string classes = {};
    Attributes attributes = {};
    Content before = {}; // beside the control, inside the group
    Content after = {};
};

// The opening <div> of the group; red at the side where there is an error.
void open(Markup& out, const FormGroup& group, const std::optional<ErrorMessage>& error);

// The label with `for` set to the control's id.
void put_label(Markup& out, Label label, const std::string& id);

// Hint and error, with ids made from the control's; returns what aria-describedby must say.
std::string put_hint_and_error(Markup& out, const std::string& id, std::string described_by,
                               std::optional<Hint> hint, std::optional<ErrorMessage> error);

} // namespace gweld::web::govuk
