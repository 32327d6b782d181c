// planner.h - one run of plan_import. Knows what an earlier extract said of each row.
#pragma once

#include "record/codec.h"
#include "record/kinds.h"
#include "ssd/ids.h"
#include "ssd/plan.h"

#include <optional>
#include <span>
#include <string>
#include <unordered_map>

namespace gweld::ssd {

enum class Became : std::uint8_t { unchanged, added, changed, kept_by_hand };
// What became of a row of which there are two entries.
Became both(Became beginning, Became end);

// What a row says, as an entry would.
struct Said {
    Table table = Table::person;
    std::string key;
    std::string_view kind;
    std::vector<record::Uuid> about;
    time::CivilDate effective = record::to_be_given;
    std::optional<time::Instant> effective_at;
    std::optional<time::Instant> recorded_at;
    std::string body;
    // What a change is told by; the body, unless that names an entry.
    std::string content;
};

struct Standing { // what speaks for the row now
    Became became = Became::unchanged;
    record::Uuid entry;
};

// "14:05"; empty below nought.
std::string clock_text(std::int16_t minute_of_day);

// What the provenance keeps of a row's content: the same text for the same content.
std::string fingerprint_of(const Said& what);

class Planner {
  public:
    Planner(const record::Reading& reading, std::string_view authority, const Extract& extract,
            record::Instant now, const record::Recorder& recorder, DraftSink sink)
        : reading_{reading}, authority_{authority}, extract_{extract}, now_{now},
          today_{time::date_in_wales(now)}, recorder_{recorder}, sink_{sink}, head_{reading.head()},
          earlier_{reading} {}

    ImportPlan plan();

  private:
    struct VisitGroup { // rows of one visit that agree about it
        std::vector<const VisitRow*> rows;
        record::VisitMade made;
        std::vector<record::Uuid> about;
        std::optional<time::Instant> recorded_at;
    };

    void put_people();
    void put_teams();
    void put_workers();
    void put_family_members();
    void put_involvements();
    Became put_involvement(const InvolvementRow& row);
    void put_plans();
    Became put_plan(const PlanRow& row);
    void put_addresses();
    void put_visits();
    void put_visit(std::span<const VisitRow> rows);
    std::vector<VisitGroup> groups_of(std::span<const VisitRow> rows) const;
    void keep_absent(VisitGroup& group, std::span<const VisitRow> rows, const std::string& key);
    Said said_by(const VisitGroup& group, std::string key) const;
    Became put_group(const VisitGroup& group, std::string key);
    void withdraw_spent_parts(std::span<const VisitRow> rows, const std::string& key);
    void put_contacts();
    Became put_contact(const ContactRow& row, const std::string& name);
    void put_early_help();
    void put_episodes();
    void put_assessments();
    void put_factors();
    void put_enquiries();
    Became put_enquiry(const EnquiryRow& row);
    void put_conferences(Table table, const std::vector<ConferenceRow>& rows);
    Became put_or_take_back_end(Table table, const std::string& key, Became beginning,
                                std::optional<Said> end);
    void note_not_in_extract();
    void put_extract_read();

    template <class Kind> Said said(Table table, std::string key, const Kind& body) const {
        Said what;
        what.table = table;
        what.key = std::move(key);
        what.kind = record::Named<Kind>::name;
        what.effective = today_;
        what.body = record::encode(body);
        what.content = what.body;
        return what;
    }
    Standing put(Said what);
    Standing replace(Said what, Left& left);
    void withdraw(Left& left, const std::string& key);
    // Takes back the end an earlier extract gave, where there is one.
    bool withdraw_end(Table table, const std::string& key);
    record::Uuid emit(const Said& what, const std::string& fingerprint,
                      std::optional<record::Uuid> corrects);
    record::Uuid next_id(const record::Hash& hash) const;
    std::string reason(Table table) const;
    void count(Table table, const std::string& key, Became became, std::int64_t rows = 1);
    void not_in_extract(Table table, std::string key);

    base::PersonId person(std::string_view number) const { return person_id(authority_, number); }

    const record::Reading& reading_;
    std::string_view authority_;
    const Extract& extract_;
    record::Instant now_;
    time::CivilDate today_;
    const record::Recorder& recorder_;
    DraftSink sink_;
    std::int64_t head_;
    Earlier earlier_;
    ImportPlan plan_;
    struct AssessmentKnown {
        base::PersonId child;
        record::Uuid entry;
        time::CivilDate on;
    };
    std::unordered_map<std::string, AssessmentKnown> assessments_; // by number
};

} // namespace gweld::ssd
