#include "web/pages/merging/merging_words.h"

#include "casework/standing.h"
#include "web/pages/child/wording.h"

namespace gweld::web::pages::merging {

using casework::MergeNonsense;
using words::mark;

std::string_view sentence_of(MergeNonsense nonsense) {
    switch (nonsense) {
    case MergeNonsense::oneself:
        return mark("This is one record, not two");
    case MergeNonsense::other_merged_already:
        return mark("One of the two is already recorded as the same person as somebody else. Open "
                    "that record and say it there");
    case MergeNonsense::other_speaks_for_more:
        return mark("Other records are already recorded as the same person as the one that would "
                    "not be kept. Keep that one");
    case MergeNonsense::both_on_register:
        return mark("Both were on the child protection register on the same days. One of the two "
                    "stays on the register must be put right first: withdraw the one that should "
                    "not have been recorded");
    case MergeNonsense::adult_and_child:
        return mark("By their dates of birth one is an adult and the other a child. Put the date "
                    "of birth right first");
    case MergeNonsense::no_reason:
        return mark("Say how you know");
    case MergeNonsense::not_merged:
        return mark("Somebody has taken this back already");
    }
    return {};
}

FieldFault fault_of(MergeNonsense nonsense) {
    const bool about_kept = nonsense == MergeNonsense::other_speaks_for_more ||
                            nonsense == MergeNonsense::other_merged_already;
    return {about_kept ? "kept" : "reason", sentence_of(nonsense), {}};
}

std::string told_apart(const Words& say, const record::PersonRow& person) {
    const auto name = casework::full_name(person);
    const auto since = child_record::born(say, person);
    return since.empty() ? say.say("{name}, record number {number}",
                                   {{"name", name}, {"number", person.number}})
                         : say.say("{name}, {born}, record number {number}",
                                   {{"name", name}, {"born", since}, {"number", person.number}});
}

} // namespace gweld::web::pages::merging
