#include "gallery.h"

namespace gweld::gallery {
namespace {

using namespace web::govuk;

Html typed() {
    return together(
        {render(Input{.name = "surname", .label = {.content = "Surname"}, .value = "Llŷr"}),
         render(PasswordInput{.input = {.name = "password", .label = {.content = "Password"}},
                              .button_text = "Show",
                              .button_label = "Show password",
                              .words = {.show = "Show",
                                        .hide = "Hide",
                                        .show_label = "Show password",
                                        .hide_label = "Hide password"}}),
         render(CharacterCount{.textarea = {.name = "note", .label = {.content = "Note"}},
                               .maxlength = 500,
                               .limit_text = "You can enter up to %{count} characters"}),
         render(DateInput{.id = "born",
                          .name_prefix = "born",
                          .parts = {{.piece = DatePiece::day, .label = "Day"},
                                    {.piece = DatePiece::month, .label = "Month"},
                                    {.piece = DatePiece::year, .label = "Year"}},
                          .fieldset = Fieldset{.legend = {.content = "Date of birth"}},
                          .hint = Hint{.content = "For example, 27 3 2017"},
                          .error = ErrorMessage{.content = "Enter a date of birth",
                                                .spoken_before = "Error"}})});
}

Html chosen() {
    return together(
        {render(Select{.name = "team",
                       .label = {.content = "Team"},
                       .items = {{.text = "North", .value = "n"}, {.text = "South", .value = "s"}},
                       .value = "s"}),
         render(Checkboxes{
             .name = "who",
             .fieldset = Fieldset{.legend = {.content = "Who was there?"}},
             .items = {{.content = "Mother", .value = "m"}, {.content = "Father", .value = "f"}},
             .values = {"m"}}),
         render(Radios{.name = "reason",
                       .fieldset = Fieldset{.legend = {.content = "Why was the child not seen?"}},
                       .items = {{.content = "Nobody in", .value = "out"},
                                 {.content = "Another reason",
                                  .value = "other",
                                  .conditional = render(Input{.name = "other-reason",
                                                              .label = {.content = "Reason"}})}}}),
         render(Button{.content = "Save"})});
}

Html told() {
    return together(
        {render(NotificationBanner{
             .title = "Success", .text = "Visit saved", .tone = BannerTone::success}),
         render(
             WarningText{.content = "You cannot change this later.", .spoken_before = "Warning"}),
         render(InsetText{.content = "The calendar ends on 31 December 2028."}),
         render(SummaryList{
             .rows = {{.key = {"Name"},
                       .value = {"Lowri Bevan"},
                       .actions = SummaryActions{.items = {{.content = "Change",
                                                            .href = Url::fragment("surname"),
                                                            .spoken_after = "name"}}}},
                      {.key = {"Born"}, .value = {"2 May 2017"}}}}),
         render(Table{.caption = "Visits",
                      .caption_classes = "govuk-table__caption--m",
                      .head = {{"Month"}, {.content = "Visits", .format = "numeric"}},
                      .rows = {{{"October"}, {.content = "12", .format = "numeric"}}},
                      .first_cell_is_header = true}),
         render(Tag{.content = "Little change", .classes = "govuk-tag--orange"}),
         render(Pagination{
             .previous = PageTurn{.href = Url::path("/work.html"), .content = "Previous page"},
             .next = PageTurn{.href = Url::path("/child.html"), .content = "Next page"},
             .landmark_label = "Pages"})});
}

} // namespace

Page components_page() {
    Markup out;
    out.raw("<h1 class=\"app-title\">Components</h1>").put(told());
    out.raw("<form class=\"app-form\" method=\"post\" action=\"/components.html\" "
            "autocomplete=\"off\" novalidate>");
    out.put(typed()).put(chosen()).raw("</form>");
    return {"components.html",
            framed("Components", "components.html", "en", contained(out.take()))};
}

} // namespace gweld::gallery
