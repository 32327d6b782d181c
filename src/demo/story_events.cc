#include "demo/story_events.h"

#include "demo/moments.h"

#include <algorithm>
#include <array>

namespace gweld::demo {

namespace {

using record::Precision;
using record::Weight;

struct Noted {
    std::string_view what;
    std::string_view source;
    Precision known_to;
    int months_ago; // before the first day on the register
};

constexpr std::array in_english{
    Noted{"The family moved here from another county. Nothing was handed over.",
          "A letter of the other council’s children’s services", Precision::month, 19},
    Noted{"The parents separated for the first time.", "The mother, at the first visit",
          Precision::year, 40},
    Noted{"Seen at the emergency department with a broken wrist; the explanation was accepted.",
          "The health visitor’s file", Precision::day, 11},
    Noted{"The school began to give breakfast, because there was none at home.",
          "The head teacher’s report", Precision::month, 8},
    Noted{"A grandfather who was close to the children died.", "Their grandmother",
          Precision::month, 27},
};
constexpr std::array in_welsh{
    Noted{"Symudodd y teulu yma o sir arall. Ni throsglwyddwyd dim.",
          "Llythyr gwasanaethau plant y cyngor arall", Precision::month, 21},
    Noted{"Dechreuodd Nain aros dwy noson yr wythnos, am nad oedd swper bob nos.", "Nain",
          Precision::year, 16},
    Noted{"Bu farw Taid, a oedd yn agos at y plant.", "Y teulu", Precision::month, 36},
    Noted{"Dywedodd yr ysgol fod dillad y plant yn rhy fach ac yn wlyb.", "Adroddiad y pennaeth",
          Precision::month, 9},
};

CivilDate as_known(CivilDate day, Precision to) {
    const auto ymd = day.ymd();
    switch (to) {
    case Precision::day:
        break;
    case Precision::month:
        return CivilDate{ymd.year() / ymd.month() / std::chrono::day{1}};
    case Precision::year:
        return CivilDate{ymd.year() / std::chrono::January / std::chrono::day{1}};
    }
    return day;
}

void note(const County& county, const Case& family, const Noted& noted, Scribe& scribe) {
    const auto start = family.stays.front().start;
    const auto day = start.plus_months_clipped(-noted.months_ago);
    std::vector<Uuid> about;
    for (const auto& child : family.household.children) {
        if (child.born < day) {
            about.push_back(child.id.uuid);
        }
    }
    if (about.empty()) {
        return;
    }
    const auto on = as_known(day, noted.known_to);
    const auto written = county.workdays.after(start, 6);
    const auto* holder = family.held_on(written);
    if (holder == nullptr) {
        return;
    }
    scribe.write(
        record::EventNoted{on, noted.known_to, std::string{noted.what}, std::string{noted.source}},
        {about, on}, {moment(written, at_time(16, 5)), holder->worker});
}

struct Marked {
    Weight weight;
    std::string_view why;
};

void weigh(const County& county, const Case& family, Uuid child, const record::Draft& event,
           const Marked& marked, Scribe& scribe) {
    const auto day = county.workdays.after(event.effective, 2);
    const auto* holder = family.held_on(day);
    if (holder != nullptr) {
        scribe.write(
            record::EventWeighed{base::EntryId{event.id}, marked.weight, std::string{marked.why}},
            {{child}, day}, {moment(day, at_time(9, 25)), holder->worker});
    }
}

// The last visit at which the child's words were written down, and one attempt that says nothing.
void weigh_visits(const County& county, const Case& family, const Child& child, Scribe& scribe) {
    const record::Draft* spoken = nullptr;
    const record::Draft* failed = nullptr;
    const auto about = scribe.about(child.id.uuid);
    for (const auto& draft : about) {
        if (draft.corrects || draft.effective > county.days.today.plus_days(-8)) {
            continue;
        }
        if (draft.kind == record::Named<record::VisitMade>::name) {
            const auto visit = record::body_of<record::VisitMade>(draft);
            const auto part =
                std::ranges::find(visit.children, child.id, &record::ChildAtVisit::child);
            if (part != visit.children.end() && !part->words.empty()) {
                spoken = &draft;
            }
        } else if (draft.kind == record::Named<record::VisitAttempted>::name) {
            failed = &draft;
        }
    }
    const bool welsh = child.language == "cy";
    if (spoken != nullptr) {
        weigh(county, family, child.id.uuid, *spoken,
              {Weight::significant, welsh ? "Y tro cyntaf i’r plentyn sôn am hyn ar ei ben ei hun."
                                          : "The first time the child spoke of it alone."},
              scribe);
    }
    if (failed != nullptr) {
        weigh(county, family, child.id.uuid, *failed,
              {Weight::left_out, "A card was left; nothing else came of it."}, scribe);
    }
}

} // namespace

void tell_story_events(const County& county, const Case& family, Scribe& scribe, Chance chance) {
    constexpr int in_a_thousand = 170;
    if (family.script == nullptr && !chance.happens(in_a_thousand)) {
        return;
    }
    const bool welsh = family.household.language == "cy";
    const auto first = static_cast<std::size_t>(chance.between(0, 3));
    for (std::size_t nth = 0; nth < 2; ++nth) {
        note(county, family,
             welsh ? in_welsh.at((first + nth) % in_welsh.size())
                   : in_english.at((first + nth) % in_english.size()),
             scribe);
    }
    for (const auto& child : family.household.children) {
        weigh_visits(county, family, child, scribe);
    }
}

} // namespace gweld::demo
