// assessing_office.h - the small office with an assessment of Ffion and Osian, written to order.
#pragma once

#include "casework/assessments.h"
#include "casework/signing.h"
#include "record/signing.h"
#include "small_office.h"

namespace gweld::casework {

inline time::CivilDate november(unsigned n) { return time::day(n, std::chrono::November, 2026); }

class Assessing : public SmallOffice {
  protected:
    static access::Viewer head() {
        return {"elin", thing("elin"), "Elin Rees", record::Role::head_of_service, {}, ""};
    }
    static record::AssessmentContent blank() {
        record::AssessmentContent content;
        content.type = record::AssessmentType::after_section_47;
        content.runs_from = november(2);
        content.started = november(3);
        for (const auto* name : {"ffion", "osian"}) {
            content.children.emplace_back();
            content.children.back().child = child(name);
        }
        return content;
    }
    static record::AssessmentContent whole() {
        auto content = blank();
        content.why_now = "A neighbour rang.";
        content.others_seen = "Both parents.";
        content.family = "They moved in June.";
        content.analysis = "It can get better.";
        content.shared = {{record::SharedWith::parent_or_carer, "Mam", november(20)}};
        for (auto& part : content.children) {
            const std::string name = part.child == child("ffion") ? "Ffion" : "Osian";
            part.seen = record::SeenAtAssessment::alone;
            part.seen_on = november(12);
            part.how = "At school.";
            part.words = name + " would like the shouting to stop";
            part.words_language = "en";
            part.communication = "Talks.";
            part.identity = "Welsh.";
            part.risks = {"Hears fights, and " + name + " hides"};
            part.protective = {name + " goes to Nain after school"};
            part.analysis = "For " + name + " the nights are worst.";
            part.decision = record::AssessmentDecision::care_and_support_plan;
            part.what_follows = "A plan for " + name + ".";
            part.shared_on = november(20);
        }
        return content;
    }
    Saw fresh(std::vector<record::SeenVersion> versions = {}) {
        return {"key " + std::to_string(++keys_), std::move(versions)};
    }
    AssessmentId started(const record::AssessmentContent& content = blank()) {
        const auto answer = start_assessment(office, catrin(), content, fresh());
        EXPECT_TRUE(answer.ok());
        return answer.ok() ? answer.value().assessment : AssessmentId{};
    }
    AssessmentFile file_of(AssessmentId id) {
        std::optional<AssessmentFile> file;
        EXPECT_TRUE(
            store->read([&](const record::Reading& r) { file = read_assessment(r, id); }).ok());
        EXPECT_TRUE(file);
        return file.value_or(AssessmentFile{id, blank(), {}, {}, {}, 0});
    }
    Saw now(AssessmentId id) { return fresh({{id.uuid, file_of(id).version}}); }
    AssessmentAnswer finish(AssessmentId id, time::CivilDate on = november(24),
                            const std::string& changed = {}) {
        return finish_assessment(office, catrin(), id, on, changed, now(id));
    }
    AssessmentId finished() {
        const auto id = started(whole());
        EXPECT_TRUE(finish(id).ok());
        return id;
    }
    template <class Answer>
    static std::optional<AssessmentNonsense> nonsense(const Answer& answer) {
        if (answer.ok()) {
            return std::nullopt;
        }
        const auto* found = std::get_if<AssessmentNonsense>(&answer.error());
        return found == nullptr ? std::nullopt : std::optional{*found};
    }
    template <class Why, class Answer> static bool refused_as(const Answer& answer) {
        return !answer.ok() && std::holds_alternative<Why>(answer.error());
    }

  private:
    int keys_ = 0;
};

} // namespace gweld::casework
