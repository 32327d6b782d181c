// What must be so of a simulated world, whatever happened in it.
#include "world.h"

#include "record/codec.h"
#include "record/verify.h"

#include <algorithm>

namespace gweld::simulation {

template <class Question> auto World::asked(const Question& question) {
    decltype(question(std::declval<const record::Reading&>())) answer{};
    const auto done = machine_.server().store().read(
        [&](const record::Reading& reading) { answer = question(reading); });
    must(done.ok(), "acknowledged and lost: a record on a disk that is well cannot be read");
    return answer;
}

std::map<std::string, std::size_t> World::what_is_there() {
    return asked([](const record::Reading& reading) {
        std::map<std::string, std::size_t> found;
        reading.each_entry(0, [&](const record::Entry& entry) {
            for (const auto& mark : marks_in(entry.body)) {
                ++found[mark];
            }
            return true;
        });
        return found;
    });
}

void World::check_marks(const std::map<std::string, std::size_t>& found) {
    for (const auto& [mark, deed] : ledger_.deeds) {
        const auto there = found.find(mark);
        const auto times = there == found.end() ? std::size_t{0} : there->second;
        const auto what = name_of(deed.kind) + " " + mark;
        must(times <= 1, "doubled: " + what);
        must(times == 1 || !deed.acknowledged, "acknowledged and lost: " + what);
    }
    for (const auto& [mark, times] : found) {
        must(ledger_.deeds.contains(mark), "nobody wrote " + mark);
    }
}

// Every draft that was said to be kept is kept, with its text, until its form was sent.
void World::check_drafts() {
    const auto kept = asked([](const record::Reading& reading) {
        std::map<std::string, std::set<std::string>> of_writer;
        for (const auto& [viewer, works] : workers()) {
            for (const auto& form : reading.unsaved_forms(viewer.worker)) {
                const auto fields = web::parse_fields(form.fields, web::most_fields).value();
                for (const auto& field : fields.list()) {
                    of_writer[viewer.sign_in_name].merge(marks_in(field.value));
                }
            }
        }
        return of_writer;
    });
    for (const auto& [key, draft] : ledger_.drafts) {
        if (draft.told.empty() || draft.may_be_done) {
            continue;
        }
        const auto of_writer = kept.find(draft.writer);
        must(of_writer != kept.end() && of_writer->second.contains(draft.told),
             "a draft lost its text: " + draft.told);
    }
}

// A child has exactly one worker, whatever became of the form that said so.
void World::check_hand_overs() {
    for (const auto& child : children) {
        const auto [holders, given] = asked([&](const record::Reading& reading) {
            std::vector<base::Uuid> open;
            for (const auto& row : reading.allocations_of(thing(child))) {
                if (!row.until_day) {
                    open.push_back(row.worker);
                }
            }
            const auto entries = reading.about(thing(child), 0);
            const auto times = std::ranges::count_if(
                entries, [](const auto& entry) { return is_a<record::Allocated>(entry); });
            return std::pair{open, static_cast<std::size_t>(times) - 1};
        });
        const auto& handed = ledger_.hand_overs[child];
        must(holders.size() == 1, child + " has " + std::to_string(holders.size()) + " workers");
        const auto is = [&](const std::string& who) { return holders.front() == thing(who); };
        must(is(handed.now.empty() ? "catrin" : handed.now) ||
                 std::ranges::any_of(handed.maybe, is),
             child + " was given to somebody, and it is lost");
        must(given <= handed.sent, child + " was given to somebody twice");
    }
}

void World::check_record() {
    auto& store = machine_.server().store();
    const auto broken = asked([](const record::Reading& r) { return record::verify_chain(r); });
    must(!broken, "the chain of entries does not verify");
    const auto tables = [&] {
        return asked([](const record::Reading& reading) { return reading.dump_tables(); });
    };
    const auto before = tables();
    must(store.rebuild().ok() && tables() == before,
         "the tables are not what the entries make of them");
}

// What people see is what they were told: the same from the outside.
void World::check_pages(const std::map<std::string, std::size_t>& found) {
    std::map<std::string, std::string> timelines;
    auto& manager = *people_.at(2);
    for (const auto& child : children) {
        const auto page = manager.open("/child/" + id_of(child) + "/timeline");
        must(page && page->status == 200, "the manager cannot open " + child);
        timelines[child] = page ? page->text : "";
    }
    std::set<std::string> corrected;
    std::set<std::string> waiting;
    for (const auto& [mark, deed] : ledger_.deeds) {
        if (found.contains(mark)) {
            corrected.insert(deed.replaces);
            if (deed.kind == Kind::contact) {
                waiting.insert(deed.about);
            }
        }
    }
    for (const auto& [mark, deed] : ledger_.deeds) {
        if (deed.kind == Kind::decision && found.contains(mark)) {
            waiting.erase(deed.about);
        }
        const bool shown =
            deed.kind == Kind::visit || deed.kind == Kind::attempt || deed.kind == Kind::correction;
        if (shown && found.contains(mark) && !corrected.contains(mark)) {
            must(timelines[deed.about].find(mark) != std::string::npos,
                 "recorded and not on the timeline: " + mark);
        }
        if (shown && !found.contains(mark)) {
            must(timelines[deed.about].find(mark) == std::string::npos,
                 "not recorded and on the timeline: " + mark);
        }
    }
    const auto board = people_.at(3)->open("/front-door");
    const auto says = waiting.empty()       ? std::string{"No contact is waiting for a decision."}
                      : waiting.size() == 1 ? std::string{"1 contact is waiting for a decision."}
                                            : std::to_string(waiting.size()) +
                                                  " contacts are waiting for a decision.";
    must(board && board->says(says), "the board does not say: " + says);
}

} // namespace gweld::simulation
