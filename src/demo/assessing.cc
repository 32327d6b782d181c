#include "demo/assessing.h"

#include "demo/enquiring.h"
#include "demo/moments.h"
#include "record/signing.h"

#include <algorithm>
#include <array>

namespace gweld::demo {

namespace {

using record::AssessmentContent;
using record::ChildInAssessment;

constexpr int two_years = 731;
constexpr int in_time_in_a_thousand = 680;
constexpr std::size_t returned_at_most = 2;

constexpr std::array homes{
    "The parents separated last year. There is little money, and the older children look after the "
    "younger ones in the evening.",
    "Grandparents live two doors away and help most days. The adults at home have argued loudly, "
    "and neighbours have called the police.",
    "The family moved here eighteen months ago and knows few people. One parent works nights.",
    "The adults have used alcohol to cope since a bereavement. They say so themselves and have "
    "asked for help."};
constexpr std::array risks{"Left without an adult in the evening more than once",
                           "Hears and sees the adults at home fight",
                           "Appointments with the health visitor missed",
                           "Often late for school, hungry and without a coat",
                           "An adult who drinks is in charge at weekends",
                           "Does not want to be picked up by one of the adults"};
constexpr std::array strengths{"A grandmother who comes every day",
                               "Likes school and has a teacher to talk to",
                               "The parents open the door and keep appointments",
                               "Has an older brother or sister who tells somebody",
                               "Well in themselves: grows, eats and sleeps",
                               "The family has told the whole story without being asked"};
constexpr std::array ways_of_being{
    "Speaks clearly and likes to draw while talking.",
    "Needs time and a quiet room; answers better to one question at a time.",
    "Hears well; wears glasses for reading. No other need was found.",
    "Understands more than is said back. Pictures helped."};

std::string words_of(const Child& child, const Household& home, CivilDate day, Chance& chance) {
    const int age = age_on(child, day);
    std::vector<const Saying*> fitting;
    for (const auto& saying : texts().sayings) {
        if (saying.language == child.language && saying.from_age <= age && age <= saying.to_age &&
            !saying.of_brothers_and_sisters) {
            fitting.push_back(&saying);
        }
    }
    return fitting.empty()
               ? std::string{}
               : filled(chance.one_of(fitting)->text, {child.forename, home.carer, "Mali"});
}

class Family {
  public:
    Family(const County& county, const Case& family, const Stay& stay, CivilDate enquiry,
           Chance chance)
        : county_{county}, family_{family}, enquiry_{enquiry}, chance_{chance} {
        for (const auto& child : family.household.children) {
            if (registered(child, stay, stay.start)) {
                children_.push_back(&child);
            }
        }
        started_ = county.workdays.after(enquiry, chance_.between(1, 4));
        const bool in_time = chance_.happens(in_time_in_a_thousand);
        finished_ = county.workdays.after(enquiry, in_time ? chance_.between(26, 42)
                                                           : chance_.between(44, 63));
    }

    enum class Fate : std::uint8_t { signed_soon, returned };
    // Answers whether there was anything to return.
    bool tell(Scribe& scribe, Fate fate) {
        if (children_.empty() || started_ > county_.days.today) {
            return false;
        }
        scribe_ = &scribe;
        const auto at = moment(started_, at_time(16, 25));
        id_ = record::AssessmentId{scribe.fresh_id(at)};
        save(begun(), at);
        const auto done_at = moment(finished_, at_time(15, 50));
        if (!scribe.in_time(done_at)) {
            save(half_done(),
                 moment(county_.workdays.on_or_before(county_.days.today.plus_days(-1)),
                        at_time(11, 5)));
            return false;
        }
        return finish(done_at, fate);
    }

  private:
    std::size_t writer(CivilDate day) const {
        const auto* held = family_.held_on(day);
        return held == nullptr ? county_.staff.manager_of(family_.team) : held->worker;
    }
    // Whoever manages the team of the writer; for a manager's own work the head of service.
    std::size_t signer(CivilDate day) const {
        const auto by = writer(day);
        const auto manager = county_.staff.manager_of(county_.staff.workers[by].team);
        return manager == by ? county_.staff.head_of_service() : manager;
    }
    std::vector<Uuid> about(bool whole) const {
        std::vector<Uuid> subjects;
        for (const auto* child : children_) {
            if (whole) {
                subjects.push_back(child->id.uuid);
            }
        }
        subjects.push_back(id_.uuid);
        return subjects;
    }

    AssessmentContent begun() const {
        AssessmentContent content;
        content.type = record::AssessmentType::after_section_47;
        content.started = started_;
        content.runs_from = enquiry_;
        content.why_now = "Section 47 enquiries were started after a strategy discussion.";
        for (const auto* child : children_) {
            content.children.emplace_back();
            content.children.back().child = child->id;
        }
        return content;
    }
    AssessmentContent half_done() {
        auto content = begun();
        content.family = chance_.one_of(homes);
        write_child(*children_.front(), content.children.front());
        content.children.front().decision = record::AssessmentDecision::not_recorded;
        content.children.front().shared_on.reset();
        return content;
    }
    AssessmentContent whole() {
        auto content = begun();
        content.others_seen = family_.household.carer + ", at home, three times; school and health "
                                                        "visitor by telephone.";
        content.family = chance_.one_of(homes);
        for (std::size_t i = 0; i < children_.size(); ++i) {
            write_child(*children_[i], content.children[i]);
        }
        content.analysis = "What happened was not a single event. The adults see most of it; what "
                           "they change has to last.";
        content.shared = {
            {record::SharedWith::parent_or_carer, family_.household.carer, last_day()},
            {record::SharedWith::agency, "Health visiting team", last_day()}};
        return content;
    }
    CivilDate last_day() const { return std::min(finished_, county_.days.today); }

    // Two that are not the same, and the second child does not get those of the first.
    template <class Things> std::vector<std::string> two_of(const Things& things) {
        const auto from =
            static_cast<std::size_t>(chance_.between(0, static_cast<int>(std::size(things)) - 1));
        return {things[from], things[(from + 2) % std::size(things)]};
    }

    void write_child(const Child& child, ChildInAssessment& part) {
        const auto day =
            county_.workdays.on_or_before(last_day().plus_days(-chance_.between(2, 9)));
        const bool small = age_on(child, day) < 3;
        part.seen = chance_.happens(870) ? record::SeenAtAssessment::alone
                                         : record::SeenAtAssessment::not_alone;
        part.seen_on = std::max(day, started_);
        part.how = small ? "At home, awake, in the carer’s arms and on the floor."
                         : "Alone in the bedroom and on a walk; three times in all.";
        if (part.seen == record::SeenAtAssessment::not_alone) {
            part.why_not = child.forename + " did not want to be without " +
                           family_.household.carer + " in the room.";
        }
        part.words = words_of(child, family_.household, day, chance_);
        part.words_language = child.language;
        if (part.words.empty()) {
            part.words = child.forename + " looked round for " + family_.household.carer +
                         ", smiled and reached out.";
            part.words_language = "en";
        }
        part.communication = chance_.one_of(ways_of_being);
        part.identity = std::string{child.language == "cy" ? "Welsh at home and at school. "
                                                           : "English at home. "} +
                        child.forename + " has lived here for as long as they remember.";
        part.risks = two_of(risks);
        part.protective = two_of(strengths);
        part.analysis = child.forename + ": " + part.risks.front() +
                        ". That weighs more than what protects, until it has stopped for some "
                        "months. On the other side: " +
                        part.protective.front() + ".";
        part.decision = record::AssessmentDecision::care_and_support_plan;
        part.what_follows = "The child protection plan holds what " + child.forename + " needs.";
        part.shared_on = last_day();
    }

    void save(const AssessmentContent& content, Instant at) {
        const auto day = time::date_in_wales(at);
        const bool first = saved_++ == 0;
        scribe_->write(record::AssessmentWritten{id_, content}, {about(first), day},
                       {at, writer(day)});
    }
    base::EntryId finish_with(const AssessmentContent& content, CivilDate on, Instant at,
                              const std::optional<Correction>& rework) {
        return base::EntryId{scribe_->write(record::AssessmentFinished{id_, on, content, {}},
                                            {about(true), on}, {at, writer(on)}, rework)};
    }

    bool finish(Instant at, Fate fate) {
        auto content = whole();
        if (fate == Fate::returned) {
            content.children.front().what_follows = "See above.";
        }
        save(content, at - std::chrono::minutes{20});
        const auto finished = finish_with(content, finished_, at, std::nullopt);
        if (fate != Fate::returned) {
            return false;
        }
        const auto found = std::ranges::find(scribe_->written(), finished.uuid, &record::Draft::id);
        const auto day = county_.workdays.after(finished_, 1);
        const auto back_at = moment(day, at_time(9, 35));
        if (found == scribe_->written().end() || !scribe_->in_time(back_at)) {
            return false;
        }
        auto subjects = about(true);
        subjects.push_back(finished.uuid);
        scribe_->write(
            record::ReturnedForRework{finished, record::content_digest(*found),
                                      "Say what follows for each child and who does it, and by "
                                      "when we look again."},
            {subjects, day}, {back_at, signer(finished_)});
        return true;
    }

    const County& county_;
    const Case& family_;
    CivilDate enquiry_;
    Chance chance_;
    std::vector<const Child*> children_;
    CivilDate started_ = enquiry_;
    CivilDate finished_ = enquiry_;
    record::AssessmentId id_{};
    Scribe* scribe_ = nullptr;
    int saved_ = 0;
};

// An assessment is read before it is signed, and lies longest; a contact closed goes quickly.
bool gets_signed(const record::Draft& draft, int days_ago, Chance& chance) {
    if (draft.kind == record::Named<record::AssessmentFinished>::name) {
        constexpr int lies_for = 75; // days; by then it has been signed
        return chance.happens(350) || days_ago > lies_for;
    }
    constexpr int old_enough = 21;
    const bool contact = draft.kind == record::Named<record::ContactDecided>::name;
    return chance.happens(contact ? 940 : 820) || days_ago > old_enough;
}

// Who signs what this worker wrote.
std::size_t signer_for(const Staff& staff, const record::Draft& draft) {
    const auto author = draft.recorded_by.worker;
    const auto worker = std::ranges::find(staff.workers, base::WorkerId{author}, &Worker::id);
    if (draft.kind == record::Named<record::ConferenceHeld>::name) {
        const auto chair = std::ranges::find(
            staff.workers, record::body_of<record::ConferenceHeld>(draft).chair, &Worker::name);
        return chair == staff.workers.end()
                   ? staff.head_of_service()
                   : static_cast<std::size_t>(chair - staff.workers.begin());
    }
    if (worker == staff.workers.end() || worker->role == record::Role::team_manager) {
        return staff.head_of_service();
    }
    return staff.team_name_of(*worker).empty() ? staff.manager_of(north)
                                               : staff.manager_of(worker->team);
}

} // namespace

void tell_assessments(const County& county, const std::vector<Case>& cases, Scribe& scribe,
                      const Chance& chance) {
    std::size_t returned = 0;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const auto& family = cases[i];
        const auto of_family = chance.branch("family", i);
        const auto days = enquiry_days(county, family, of_family.branch("enquiries"));
        for (std::size_t stay = 0; stay < family.stays.size(); ++stay) {
            const auto ago = time::days_between(family.stays[stay].start, county.days.today);
            if (ago > two_years) {
                continue;
            }
            // A manager answers within days, so what was returned and still lies there is new.
            constexpr int lately_from = 35;
            constexpr int lately_to = 95;
            const bool lately = ago >= lately_from && ago <= lately_to;
            const auto fate = lately && returned < returned_at_most ? Family::Fate::returned
                                                                    : Family::Fate::signed_soon;
            Family told{county, family, family.stays[stay], days[stay].discussed,
                        of_family.branch("assessment", stay)};
            returned += told.tell(scribe, fate) ? 1U : 0U;
        }
    }
}

void tell_signatures(const County& county, Scribe& scribe, Chance chance) {
    std::vector<Uuid> settled;
    for (const auto& draft : scribe.written()) {
        if (draft.kind == record::Named<record::ReturnedForRework>::name) {
            settled.push_back(draft.about.back());
        }
    }
    const auto written = scribe.written();
    for (const auto& draft : written) {
        if (record::decision_of(draft) == nullptr ||
            std::ranges::find(settled, draft.id) != settled.end()) {
            continue;
        }
        const auto day = time::date_in_wales(draft.recorded_at);
        const int after = chance.between(1, 6);
        if (!gets_signed(draft, time::days_between(day, county.days.today), chance)) {
            continue;
        }
        const auto on = county.workdays.after(day, after);
        auto about = draft.about;
        about.push_back(draft.id);
        scribe.write(
            record::Signed{base::EntryId{draft.id}, record::content_digest(draft), {}}, {about, on},
            {moment(on, at_time(9, chance.between(0, 50))), signer_for(county.staff, draft)});
    }
}

} // namespace gweld::demo
