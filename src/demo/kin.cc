#include "demo/kin.h"

#include "demo/moments.h"

#include <algorithm>
#include <array>

namespace gweld::demo {

namespace {

using record::Kinship;
using record::Life;
using record::Precision;
using record::Sex;

// Among the carers of demo/names.txt; the others are women's names.
constexpr std::array<std::string_view, 23> mens_names{
    "Gareth", "Alun", "Bryn",  "Dylan", "Rhodri",  "Darren", "Lee",   "Craig",
    "Wayne",  "Mark", "Paul",  "Kevin", "Shaun",   "Paweł",  "Rui",   "Tomasz",
    "Marek",  "Nuno", "Kamal", "Jamal", "Mahmoud", "Fadi",   "Trevor"};

Sex sex_of(std::string_view forename) {
    return std::ranges::find(mens_names, forename) == mens_names.end() ? Sex::female : Sex::male;
}

// Every name of a carer is in one tradition only.
const Tradition& tradition_of(const std::string& carer) {
    const auto& all = texts().traditions;
    const auto found = std::ranges::find_if(all, [&](const auto& tradition) {
        return std::ranges::find(tradition.carers, carer) != tradition.carers.end();
    });
    return found == all.end() ? all[2] : *found;
}

struct Somebody {
    base::PersonId id;
    std::string name;
    Sex sex = Sex::not_known;
    CivilDate born;
};

struct Known {
    CivilDate on;
    Precision to = Precision::day;
};

CivilDate first_of(CivilDate day, Precision to) {
    const auto ymd = day.ymd();
    if (to == Precision::day) {
        return day;
    }
    const auto month = to == Precision::month ? ymd.month() : std::chrono::January;
    return CivilDate{ymd.year() / month / std::chrono::day{1}};
}

class KinTeller {
  public:
    KinTeller(const County& county, const Case& family, Scribe& scribe, Chance chance)
        : county_{county}, family_{family}, scribe_{scribe}, chance_{chance},
          tradition_{tradition_of(family.household.carer)},
          day_{county.workdays.on_or_after(family.holdings.front().from)} {}

    void tell() {
        if (children().front().forename == "Ffion" && family_.script != nullptr) {
            tell_davies();
            return;
        }
        const auto carer = parent();
        live_in_every_home(carer);
        constexpr int other_parent_known = 640;
        if (chance_.happens(other_parent_known)) {
            tell_other_parent(carer);
        }
        constexpr int grandmother_known = 450;
        if (chance_.happens(grandmother_known)) {
            tell_grandparents(carer);
        }
    }

  private:
    const std::vector<Child>& children() const { return family_.household.children; }

    std::string surname() {
        // Sons and daughters named after their father tell nothing of their mother's name.
        if (tradition_.surnames.empty()) {
            return chance_.one_of(texts().traditions.front().surnames);
        }
        return children().front().surname;
    }

    std::string forename(Sex sex, const std::string& but) {
        std::vector<std::string> names;
        std::ranges::copy_if(tradition_.carers, std::back_inserter(names),
                             [&](const auto& name) { return sex_of(name) == sex && name != but; });
        return names.empty() ? std::string{sex == Sex::male ? "Mark" : "Anna"}
                             : chance_.one_of(names);
    }

    Instant at(std::chrono::minutes when) {
        return moment(day_, when + std::chrono::minutes{written_++});
    }

    template <class Kind> void write(const Kind& body, CivilDate effective) {
        scribe_.write(body, {{family_.household.id.uuid}, effective},
                      {at(at_time(11, 15)), family_.holdings.front().worker});
    }

    Somebody somebody(std::string forename, std::string surname, CivilDate born) {
        const auto sex = sex_of(forename);
        return {base::PersonId{scribe_.fresh_id(at(at_time(11, 15)))},
                std::move(forename) + " " + std::move(surname), sex, born};
    }

    void name(const Somebody& who, Precision to, Life life = Life::living,
              std::optional<Known> died = {}, const std::string& note = {}) {
        record::RelativeNamed named;
        named.relative = who.id;
        named.name = who.name;
        named.sex = who.sex;
        named.born = first_of(who.born, to);
        named.born_to = to;
        named.life = life;
        if (died) {
            named.died = died->on;
            named.died_to = died->to;
        }
        named.note = note;
        write(named, day_);
    }

    Precision how_well() {
        constexpr std::array weights{620, 60, 320};
        constexpr std::array all{Precision::day, Precision::month, Precision::year};
        return all.at(chance_.weighted(weights));
    }

    void relate(const Somebody& who, base::PersonId of, Kinship kinship,
                std::optional<Known> since = {}) {
        record::RelationNamed relation{who.id, of, kinship, {}, Precision::day};
        if (since) {
            relation.since = since->on;
            relation.since_to = since->to;
        }
        write(relation, relation.since.value_or(day_));
    }

    void be_parent_of_all(const Somebody& who) {
        for (const auto& child : children()) {
            relate(who, child.id, Kinship::parent);
        }
    }

    Somebody parent() {
        constexpr int youngest = 18;
        constexpr int oldest = 33;
        const auto born = children().front().born.plus_days(
            -chance_.between(youngest * days_in_year, oldest * days_in_year));
        const auto who = somebody(family_.household.carer, surname(), born);
        name(who, how_well());
        be_parent_of_all(who);
        return who;
    }

    void live_in_every_home(const Somebody& who) {
        for (const auto& home : family_.household.homes) {
            write(record::RelativeLivedAt{who.id, home.lines, home.postcode, home.from,
                                          Precision::day},
                  home.from);
        }
    }

    void live_elsewhere(const Somebody& who, CivilDate from) {
        const auto home = home_since(from, chance_);
        write(record::RelativeLivedAt{who.id, home.lines, home.postcode,
                                      first_of(from, Precision::month), Precision::month},
              from);
    }

    // Together or, more often, no longer; then sometimes somebody new lives with the children.
    void tell_other_parent(const Somebody& carer) {
        const auto sex = carer.sex == Sex::female ? Sex::male : Sex::female;
        const auto other = somebody(forename(sex, {}), surname(),
                                    carer.born.plus_days(chance_.between(-2000, 1200)));
        name(other, how_well());
        be_parent_of_all(other);
        const auto began = children().front().born.plus_days(-chance_.between(300, 1500));
        constexpr int married_in_a_thousand = 330;
        const auto kinship =
            chance_.happens(married_in_a_thousand) ? Kinship::spouse : Kinship::partner;
        record::RelationNamed pair{carer.id, other.id, kinship, first_of(began, Precision::year),
                                   Precision::year};
        const auto relation = scribe_.write(pair, {{family_.household.id.uuid}, *pair.since},
                                            {at(at_time(11, 15)), family_.holdings.front().worker});
        constexpr int over_in_a_thousand = 560;
        if (!chance_.happens(over_in_a_thousand)) {
            live_in_every_home(other);
            return;
        }
        const auto ended = std::max(children().back().born, day_.plus_days(-2200))
                               .plus_days(chance_.between(60, 200));
        const auto over = std::min(first_of(ended, Precision::month), day_);
        write(record::RelationEnded{base::EntryId{relation}, over, Precision::month}, over);
        live_elsewhere(other, over);
        constexpr int somebody_new_in_a_thousand = 400;
        if (chance_.happens(somebody_new_in_a_thousand)) {
            tell_new_partner(carer, other, over);
        }
    }

    void tell_new_partner(const Somebody& carer, const Somebody& other, CivilDate after) {
        const auto since =
            first_of(std::min(after.plus_days(chance_.between(120, 700)), day_), Precision::month);
        const auto first = other.name.substr(0, other.name.find(' '));
        const auto who =
            somebody(forename(other.sex, first), chance_.one_of(texts().traditions[2].surnames),
                     carer.born.plus_days(chance_.between(-2500, 1500)));
        name(who, Precision::year);
        relate(who, carer.id, Kinship::partner, Known{since, Precision::month});
        for (const auto& child : children()) {
            relate(who, child.id, Kinship::step_parent, Known{since, Precision::month});
        }
        const auto& home = family_.household.homes.back();
        const auto from = std::max(since, home.from);
        write(record::RelativeLivedAt{who.id, home.lines, home.postcode, from, Precision::day},
              from);
    }

    // As the visits of the lead story speak of them: Carys, Nain who stays and cooks, and Lee.
    void tell_davies() {
        const auto carys = somebody("Carys", "Davies", time::day(9, std::chrono::June, 1996));
        name(carys, Precision::day);
        be_parent_of_all(carys);
        live_in_every_home(carys);
        const auto gethin = somebody("Gareth", "Pugh", time::day(1, std::chrono::January, 1993));
        name(gethin, Precision::year, Life::living, {}, "Rings the children on Sundays.");
        be_parent_of_all(gethin);
        const auto over = first_of(day_.plus_days(-3 * days_in_year), Precision::month);
        record::RelationNamed pair{carys.id, gethin.id, Kinship::partner,
                                   first_of(children().front().born, Precision::year),
                                   Precision::year};
        const auto relation = scribe_.write(pair, {{family_.household.id.uuid}, *pair.since},
                                            {at(at_time(11, 15)), family_.holdings.front().worker});
        write(record::RelationEnded{base::EntryId{relation}, over, Precision::month}, over);
        live_elsewhere(gethin, over);
        const auto lee = somebody("Lee", "Marsh", time::day(1, std::chrono::January, 1990));
        const Known since{first_of(day_.plus_days(-400), Precision::month), Precision::month};
        name(lee, Precision::year, Life::living, {},
             "Comes and goes; nobody has said where he sleeps.");
        relate(lee, carys.id, Kinship::partner, since);
        const auto nain = somebody("Eirlys", "Davies", time::day(1, std::chrono::January, 1966));
        name(nain, Precision::year, Life::living, {},
             "Nain. Stays two or three nights a week and cooks.");
        relate(nain, carys.id, Kinship::parent);
        live_elsewhere(nain, first_of(day_.plus_days(-9 * days_in_year), Precision::year));
        const auto taid = somebody("Alun", "Davies", time::day(1, std::chrono::January, 1961));
        name(taid, Precision::year, Life::died,
             Known{first_of(day_.plus_days(-1100), Precision::month), Precision::month});
        relate(taid, carys.id, Kinship::parent);
        relate(nain, taid.id, Kinship::spouse,
               Known{time::day(1, std::chrono::January, 1988), Precision::year});
    }

    // Sometimes she is who cares for the children.
    void tell_grandparents(const Somebody& carer) {
        const auto born =
            carer.born.plus_days(-chance_.between(20 * days_in_year, 31 * days_in_year));
        const auto first = carer.name.substr(0, carer.name.find(' '));
        const auto last = carer.name.substr(carer.name.find(' ') + 1);
        const auto grandmother = somebody(forename(Sex::female, first), last, born);
        name(grandmother, Precision::year, Life::living, {}, what_she_is_called());
        relate(grandmother, carer.id, Kinship::parent);
        constexpr int carer_in_a_thousand = 220;
        if (chance_.happens(carer_in_a_thousand)) {
            const auto since =
                first_of(day_.plus_days(-chance_.between(30, 900)), Precision::month);
            for (const auto& child : children()) {
                relate(grandmother, child.id, Kinship::carer, Known{since, Precision::month});
            }
            const auto& home = family_.household.homes.back();
            const auto from = std::max(since, home.from);
            write(record::RelativeLivedAt{grandmother.id, home.lines, home.postcode, from,
                                          Precision::day},
                  from);
        }
        constexpr int grandfather_died_in_a_thousand = 330;
        if (chance_.happens(grandfather_died_in_a_thousand)) {
            const auto grandfather = somebody(forename(Sex::male, first), last,
                                              born.plus_days(-chance_.between(0, 2500)));
            const auto died =
                first_of(day_.plus_days(-chance_.between(400, 4000)), Precision::year);
            name(grandfather, Precision::year, Life::died, Known{died, Precision::year});
            relate(grandfather, carer.id, Kinship::parent);
            relate(grandmother, grandfather.id, Kinship::spouse);
        }
    }

    std::string what_she_is_called() const {
        const auto& language = tradition_.language;
        if (language == "cy") {
            return "Nain yw hi i’r plant.";
        }
        if (language == "pl") {
            return "The children call her Babcia.";
        }
        return language == "pt" ? "The children call her Avó." : "The children call her Nan.";
    }

    const County& county_;
    const Case& family_;
    Scribe& scribe_;
    Chance chance_;
    const Tradition& tradition_;
    CivilDate day_; // on which the first worker wrote it down
    int written_ = 0;
};

} // namespace

void tell_kin(const County& county, const Case& family, Scribe& scribe, Chance chance) {
    KinTeller{county, family, scribe, chance}.tell();
}

} // namespace gweld::demo
