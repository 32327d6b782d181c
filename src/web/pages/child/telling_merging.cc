#include "record/codec.h"
#include "web/pages/child/telling_conferences.h"

namespace gweld::web::pages::child_record {

std::optional<Told> told_of_merging(const Words& say, const record::Entry& entry) {
    Told told;
    if (entry.kind == record::Named<record::PeopleMerged>::name) {
        told.title = say.say("Two records were said to be one person’s");
        told.sentences.push_back(record::body_of<record::PeopleMerged>(entry).reason);
        return told;
    }
    if (entry.kind == record::Named<record::PeopleUnmerged>::name) {
        told.title = say.say("The two records were said to be two people’s");
        told.sentences.push_back(record::body_of<record::PeopleUnmerged>(entry).reason);
        return told;
    }
    if (record::is_a<record::MistakeTold>(entry)) {
        const auto body = record::body_of<record::MistakeTold>(entry);
        std::string names;
        for (const auto& one : body.told) {
            names.append(names.empty() ? "" : ", ").append(one.name);
        }
        told.title = say.say_n("1 person who acted on the mistake was told",
                               "{n} people who acted on the mistake were told",
                               static_cast<long>(body.told.size()), {});
        told.sentences.push_back(names);
        return told;
    }
    return std::nullopt;
}

} // namespace gweld::web::pages::child_record
