#include "web/pages/front_door/corrected.h"

#include "record/codec.h"
#include "web/pages/child/wording.h"
#include "web/pages/front_door/wording.h"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages::door {

namespace {

using record::ChildInContact;
using record::ContactReceived;

class Comparing {
  public:
    explicit Comparing(const Words& say) : say_{say} {}

    void text(std::string what, const std::string& before, const std::string& now) {
        add(before != now, std::move(what), before);
    }
    void date(std::string what, const std::optional<time::CivilDate>& before,
              const std::optional<time::CivilDate>& now) {
        add(before != now, std::move(what), before ? say_.long_date(*before) : std::string{});
    }
    void add(bool changed, std::string what, const std::string& before, std::string language = {}) {
        if (changed) {
            const bool nothing = before.empty();
            found_.push_back({std::move(what), nothing ? say_.say("nothing") : before,
                              nothing ? std::string{} : std::move(language)});
        }
    }
    std::vector<StoodBefore> take() { return std::move(found_); }

  private:
    const Words& say_;
    std::vector<StoodBefore> found_;
};

std::string when(const Words& say, const ContactReceived& in) {
    return say.long_date(in.on) + (in.at.empty() ? "" : ", " + child_record::time_of_day(in.at));
}

template <class Enum> std::string stored(Enum value) {
    return boost::describe::enum_to_string(value, "");
}

std::string harm_words(const Words& say, record::SignificantHarm harm) {
    return harm == record::SignificantHarm::possible ? say.say("Yes, it is possible")
                                                     : say.say("Nothing said so far points to it");
}

void compare_child(const Words& say, std::size_t nth, const ChildInContact& before,
                   const ChildInContact& now, Comparing& all) {
    const auto of = [&](std::string_view what) {
        return say.say("Child {n}", {{"n", std::to_string(nth)}}) + ", " + say.say(what);
    };
    all.text(of(words::mark("Name, or what the child was called")), before.name, now.name);
    all.date(of(words::mark("Date of birth, if you know it")), before.born, now.born);
    all.text(of(words::mark("If not, the age as you were told")), before.age, now.age);
    all.date(of(words::mark("For an unborn child: when the birth is expected")), before.expected,
             now.expected);
    all.text(of(words::mark("Address")), before.address, now.address);
    all.text(of(words::mark("Postcode")), before.postcode, now.postcode);
}

std::vector<StoodBefore> changed(const Words& say, const ContactReceived& before,
                                 const ContactReceived& now) {
    Comparing all{say};
    all.text(say.say("Came in"), when(say, before), when(say, now));
    all.add(before.channel != now.channel, say.say("How it came"),
            channel_words(say, stored(before.channel)));
    all.add(before.source != now.source, say.say("From"), source_words(say, stored(before.source)));
    all.text(say.say("Organisation, if there is one"), before.organisation, now.organisation);
    all.text(say.say("Name of the person"), before.referrer, now.referrer);
    all.text(say.say("Their role or how they know the child"), before.referrer_role,
             now.referrer_role);
    all.text(say.say("How to reach them"), before.reach, now.reach);
    const auto both = std::min(before.children.size(), now.children.size());
    for (std::size_t i = 0; i < both; ++i) {
        compare_child(say, i + 1, before.children[i], now.children[i], all);
    }
    for (auto i = both; i < now.children.size(); ++i) {
        all.add(true, say.say("Child {n}", {{"n", std::to_string(i + 1)}}), {});
    }
    all.add(before.worry != now.worry, say.say("The worry"), before.worry, before.worry_language);
    all.add(before.harm != now.harm,
            say.say("May a child be suffering significant harm, or be likely to?"),
            harm_words(say, before.harm));
    return all.take();
}

} // namespace

std::vector<Corrected> corrections_in(const Words& say, const std::vector<record::Entry>& history) {
    std::vector<Corrected> all;
    std::optional<ContactReceived> before;
    for (const auto& entry : history) {
        if (entry.kind != record::Named<ContactReceived>::name) {
            continue;
        }
        auto now = record::body_of<ContactReceived>(entry);
        if (entry.corrects && before) {
            all.push_back({say.say("Corrected by {name}, {moment}.",
                                   {{"name", entry.recorded_by.name},
                                    {"moment", say.moment(entry.recorded_at)}}),
                           entry.reason, changed(say, *before, now)});
        }
        before = std::move(now);
    }
    std::ranges::reverse(all);
    return all;
}

} // namespace gweld::web::pages::door
