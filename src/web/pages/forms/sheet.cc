#include "web/pages/forms/sheet.h"

#include "web/components/back_link.h"
#include "web/components/button.h"
#include "web/components/spoken.h"
#include "web/pages/forms/sheet.html.h"
#include "web/pages/visit/questions.h"

namespace gweld::web::pages {

namespace {

Html hidden_fields(const Caller& caller, const Sheet& sheet) {
    const auto& saw = sheet.saw;
    Markup hidden;
    hidden.put(sheet.was);
    hidden.put(csrf_field(caller));
    hidden.put(hidden_field("key", saw.idempotency_key.empty()
                                       ? base::to_text(casework::fresh_id(caller.office()))
                                       : saw.idempotency_key));
    for (const auto& [subject, version] : saw.versions) {
        hidden.put(hidden_field("saw", base::to_text(subject) + ":" + std::to_string(version)));
    }
    return hidden.take();
}

std::string_view sentence_for(std::string_view kind) {
    using words::mark;
    struct Said {
        std::string_view kind;
        std::string_view sentence;
    };
    static constexpr Said all[] = {
        {"allocation.made", mark("A worker was allocated, recorded by {name} at {moment}")},
        {"visit.made", mark("A visit, recorded by {name} at {moment}")},
        {"visit.attempted", mark("An attempted visit, recorded by {name} at {moment}")},
        {"strategy-discussion.held",
         mark("A strategy discussion or meeting, recorded by {name} at {moment}")},
        {"internal-meeting.accepted",
         mark("A meeting without the police was accepted by {name} at {moment}")},
        {"enquiry.started", mark("A section 47 enquiry was started by {name} at {moment}")},
        {"enquiry.concluded",
         mark("What a section 47 enquiry found, recorded by {name} at {moment}")},
        {"conference.booked", mark("A conference was booked by {name} at {moment}")},
        {"conference.held", mark("A conference, recorded by {name} at {moment}")},
        {"core-group.met", mark("A core group, recorded by {name} at {moment}")},
        {"plan.agreed", mark("A version of the plan was saved by {name} at {moment}")},
        {"plan.action-marked", mark("What came of a thing to do, recorded by {name} at {moment}")},
        {"plan.ended", mark("That no plan follows was recorded by {name} at {moment}")},
        {"plan.coordinator-named",
         mark("Who co-ordinates the plan was recorded by {name} at {moment}")},
        {"register.category-changed",
         mark("Another category on the register, recorded by {name} at {moment}")},
        {"register.moved-for-a-time", mark("A move for a time, recorded by {name} at {moment}")},
        {"register.move-notified", mark("A move for good, recorded by {name} at {moment}")},
        {"register.came-back", mark("The return from a move, recorded by {name} at {moment}")},
        {"register.removed", mark("The name was taken off the register by {name} at {moment}")},
        {"assessment.written", mark("An assessment was saved by {name} at {moment}")},
        {"assessment.gap-allowed",
         mark("A gap in an assessment was let stand by {name} at {moment}")},
        {"assessment.finished", mark("An assessment was finished by {name} at {moment}")},
        {"signing.signed", mark("Signed by {name} at {moment}")},
        {"signing.returned", mark("Returned for rework by {name} at {moment}")},
        {"event.weighed", mark("An event of the chronology was weighed by {name} at {moment}")},
        {"event.noted", mark("An event was added by {name} at {moment}")},
        {"relative.named", mark("A relative, recorded by {name} at {moment}")},
        {"relation.named", mark("Who is what to whom, recorded by {name} at {moment}")},
        {"relation.ended", mark("That a relation ended, recorded by {name} at {moment}")},
        {"relative.lived-at", mark("Where a relative lives, recorded by {name} at {moment}")},
        {"access.excluded", mark("Somebody was excluded from the record by {name} at {moment}")},
        {"access.exclusion-lifted", mark("An exclusion was lifted by {name} at {moment}")},
        {"access.restricted", mark("The record was restricted by {name} at {moment}")},
        {"access.restriction-lifted", mark("A restriction was lifted by {name} at {moment}")},
        {"access.opened-in-emergency",
         mark("The record was opened in an emergency by {name} at {moment}")},
        {"access.opening-reviewed", mark("An emergency was reviewed by {name} at {moment}")},
        {"address.protected", mark("An address was protected by {name} at {moment}")},
        {"address.protection-lift-asked",
         mark("{name} asked at {moment} that an address be protected no longer")},
        {"address.protection-lifted",
         mark("An address was made an ordinary one by {name} at {moment}")},
        {"person.mistake-told", mark("Whoever acted on a mistake was told by {name} at {moment}")},
        {"person.merged",
         mark("{name} said at {moment} that this record and another are one person’s")},
        {"person.unmerged",
         mark("{name} said at {moment} that this record and another are two people’s")},
    };
    for (const auto& said : all) {
        if (said.kind == kind) {
            return said.sentence;
        }
    }
    return mark("Another entry, recorded by {name} at {moment}");
}

} // namespace

Html draw_sheet(const Words& say, const Sheet& sheet, const Html& hidden,
                const UnsavedParts& unsaved) {
    SheetParts parts;
    parts.begun = unsaved.begun;
    parts.state = unsaved.state;
    if (sheet.back) {
        auto back = govuk::back_link(say, *sheet.back);
        if (!sheet.back_words.empty()) {
            back.content = sheet.back_words;
        }
        parts.back = govuk::render(back);
    }
    parts.errors = error_summary(say, sheet.faults);
    parts.since = sheet.since;
    parts.heading = sheet.heading;
    parts.lede = sheet.lede;
    parts.action = sheet.action;
    Markup carried;
    carried.put(hidden).put(unsaved.hidden);
    parts.hidden = carried.take();
    parts.has_files = sheet.carries == Carries::files;
    parts.questions = sheet.questions;
    govuk::Button save;
    save.content = sheet.save;
    save.prevent_double_click = true;
    parts.save = govuk::render(save);
    return sheet_form(say, parts);
}

std::string title_of(const Words& say, const Sheet& sheet) {
    return (sheet.faults.empty() ? "" : say.say("Error") + ": ") + sheet.heading;
}

Response show_sheet(const Caller& caller, const Sheet& sheet) {
    Frame frame;
    frame.title = title_of(caller.say, sheet);
    frame.here = sheet.here;
    frame.status = sheet.status;
    frame.content =
        draw_sheet(caller.say, sheet, hidden_fields(caller, sheet),
                   sheet.keeps == Keeps::drafts ? unsaved_parts(caller, sheet.heading, sheet.action)
                                                : UnsavedParts{});
    return framed(caller, frame);
}

std::vector<std::string> said_since(const Words& say, const std::vector<record::Entry>& entries) {
    std::vector<std::string> lines;
    for (const auto& entry : entries) {
        if (entry.corrects) {
            lines.push_back(
                say.say("An entry was put right by {name} at {moment}, because: {reason}",
                        {{"name", entry.recorded_by.name},
                         {"moment", say.moment(entry.recorded_at)},
                         {"reason", entry.reason}}));
            continue;
        }
        lines.push_back(
            say.say(sentence_for(entry.kind),
                    {{"name", entry.recorded_by.name}, {"moment", say.moment(entry.recorded_at)}}));
    }
    return lines;
}

} // namespace gweld::web::pages
