#include "web/components/card_table.h"
#include "web/components/link.h"
#include "web/components/long_text.h"
#include "web/pages/child/parts.h"
#include "web/pages/child/telling.h"
#include "web/pages/child/visits.html.h"
#include "web/pages/child/wording.h"
#include "web/pages/frame/page_turns.h"

namespace gweld::web::pages::child_record {

namespace {

using record::Entry;

constexpr std::size_t visits_on_a_page = 30;

std::optional<time::Instant> recorded_at(const Entry& entry) {
    return entry.provenance ? entry.provenance->recorded_at : std::optional{entry.recorded_at};
}

// When it was written down, and how long after.
std::string how_long_after(const Shown& shown, const Entry& entry) {
    const auto& say = shown.say();
    const auto moment = recorded_at(entry);
    if (!moment) {
        return say.say("Not known when it was recorded");
    }
    const auto day = time::date_in_wales(*moment);
    if (day <= entry.effective) {
        return say.say("Recorded the same day");
    }
    const auto* calendar = shown.caller.office().book.calendar("england-and-wales");
    const auto days =
        calendar == nullptr ? std::nullopt : calendar->working_days_between(entry.effective, day);
    if (!days) {
        return say.say("Recorded {date}", {{"date", near_day(say, day, shown.today)}});
    }
    return *days == 0 ? say.say("Recorded before the next working day")
                      : say.say_n("Recorded 1 working day later", "Recorded {n} working days later",
                                  *days);
}

// Whoever may correct it finds the way here, where the mistake is seen.
Content recorded_cell(const Shown& shown, const Entry& entry) {
    Markup cell;
    cell.put(two_lines(shown.say(), how_long_after(shown, entry), entry.recorded_by.name));
    const auto way = shown.may(access::Action::correct_entry)
                         ? shown.to_if_there("entry.correct", {{"id", base::to_text(entry.id)}})
                         : std::nullopt;
    if (way) {
        cell.put(ours::link(
            *way, shown.say().say("Correct"),
            shown.say().say("the visit of {date}",
                            {{"date", near_day(shown.say(), entry.effective, shown.today)}})));
    }
    return cell.take();
}

Content date_cell(const Shown& shown, const Entry& entry, const std::string& arrived) {
    return date_lines(shown.say(), near_day(shown.say(), entry.effective, shown.today),
                      time_of_day(arrived));
}

class Tables {
  public:
    Tables(const Shown& shown, const Teller& teller)
        : shown_{shown}, say_{shown.say()}, teller_{teller} {}

    ours::CardRow made(const Entry& entry, const record::ChildAtVisit& part,
                       const record::VisitMade& visit) const {
        ours::CardRow row;
        row.cells = {date_cell(shown_, entry, visit.arrived),
                     said(say_, visit.place),
                     said(say_, visit.announced),
                     said_seen(say_, part.seen),
                     said_alone(say_, part.alone),
                     said_seen(say_, part.bedroom),
                     recorded_cell(shown_, entry),
                     account_cell(say_, part.words, part.words_language, account(entry, visit))};
        return row;
    }

    ours::CardRow attempted(const Entry& entry) const {
        const auto attempt = record::body_of<record::VisitAttempted>(entry);
        ours::CardRow row;
        row.cells = {date_cell(shown_, entry, attempt.arrived),
                     said(say_, attempt.place),
                     said(say_, attempt.announced),
                     said(say_, attempt.because),
                     recorded_cell(shown_, entry),
                     ours::long_text(say_, attempt.account)};
        return row;
    }

    ours::CardTable table_of_made() const {
        ours::CardTable table;
        table.caption = say_.say("Visits at which somebody was seen");
        table.caption_classes = "govuk-visually-hidden";
        for (const auto head : {words::mark("Date"), words::mark("Where"), words::mark("Notice"),
                                words::mark("Seen"), words::mark("Alone"), words::mark("Bedroom"),
                                words::mark("Recorded"), words::mark("What was written")}) {
            table.columns.push_back({say_.say(head), {}, ours::Column::text});
        }
        return table;
    }

    ours::CardTable table_of_attempts() const {
        ours::CardTable table;
        table.caption = say_.say("Visits attempted");
        table.caption_classes = "govuk-visually-hidden";
        for (const auto head :
             {words::mark("Date"), words::mark("Where"), words::mark("Notice"), words::mark("Why"),
              words::mark("Recorded"), words::mark("What was written")}) {
            table.columns.push_back({say_.say(head), {}, ours::Column::text});
        }
        return table;
    }

  private:
    std::string account(const Entry& entry, const record::VisitMade& visit) const {
        if (teller_.awaits_write_up(entry)) {
            return say_.say("The write-up is to follow.");
        }
        // What a correction says stands before an earlier write-up.
        return visit.account.empty() ? teller_.account_of(entry) : visit.account;
    }

    const Shown& shown_;
    const Words& say_;
    const Teller& teller_;
};

std::string how_many(const Shown& shown, long made, long attempted) {
    const auto& say = shown.say();
    auto text = made == 0 ? say.say("No visit is recorded.")
                          : say.say_n("1 visit is recorded.",
                                      "{n} visits are recorded, newest first.", made);
    if (attempted > 0) {
        text += " " + say.say_n("1 more was attempted.", "{n} more were attempted.", attempted);
    }
    return text;
}

} // namespace

Html visits(const Shown& shown) {
    const auto happenings = happenings_of(shown.facts());
    const Teller teller{shown, happenings};
    const Tables tables{shown, teller};
    auto made = tables.table_of_made();
    auto attempts = tables.table_of_attempts();
    for (const auto& happening : happenings) {
        const auto& entry = happening.believed();
        if (happening.withdrawn != nullptr) {
            continue;
        }
        if (is_a<record::VisitAttempted>(entry)) {
            attempts.rows.push_back(tables.attempted(entry));
        } else if (is_a<record::VisitMade>(entry)) {
            const auto visit = record::body_of<record::VisitMade>(entry);
            if (const auto* part = part_of(visit, shown.facts().child)) {
                made.rows.push_back(tables.made(entry, *part, visit));
            }
        }
    }
    const auto lede = how_many(shown, static_cast<long>(made.rows.size()),
                               static_cast<long>(attempts.rows.size()));
    const auto stretch = stretch_of(shown.caller, shown.to("child.visits"), "page",
                                    made.rows.size(), visits_on_a_page);
    using At = std::vector<ours::CardRow>::difference_type;
    made.rows = {made.rows.begin() + static_cast<At>(stretch.from),
                 made.rows.begin() + static_cast<At>(stretch.until)};
    return child_visits(shown.say(), lede, made.rows.empty() ? Html{} : ours::render(made),
                        attempts.rows.empty() ? Html{} : ours::render(attempts), stretch.turns);
}

} // namespace gweld::web::pages::child_record
