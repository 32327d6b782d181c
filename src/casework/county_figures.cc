#include "casework/county_figures.h"

#include <algorithm>
#include <set>

namespace gweld::casework {

namespace {

using measure::ChildDuties;

std::string name_of(const std::map<Uuid, std::string>& names, const std::optional<Uuid>& id) {
    const auto found = id ? names.find(*id) : names.end();
    return found == names.end() ? std::string{} : found->second;
}

time::Span span_of(const record::AllocationRow& row) {
    time::Span span{CivilDate::from_day_number(static_cast<std::int32_t>(row.from_day)), {}};
    if (row.until_day) {
        span.until = CivilDate::from_day_number(static_cast<std::int32_t>(*row.until_day));
    }
    return span;
}

CivilDate first_of_month(CivilDate date) {
    const auto ymd = date.ymd();
    return CivilDate{ymd.year() / ymd.month() / 1};
}

bool on_register_on(std::span<const time::Span> stays, CivilDate day) {
    return std::ranges::any_of(stays, [&](const auto& span) { return span.contains(day); });
}

bool on_register_on(const Facts& facts, CivilDate day) {
    return std::ranges::any_of(facts.history.registrations, [&](const auto& stay) {
        return time::Span{stay.start, stay.end}.contains(day);
    });
}

// Who has to be counted now, and who was counted before and is not the same any more: places in
// what is made and in what was.
struct Changed {
    std::vector<std::size_t> now;
    std::vector<std::size_t> before;
};

class Counting {
  public:
    // `before`: of the same day; null: none.
    Counting(Office& office, const record::Reading& reading, CivilDate today,
             const CountyFigures* before)
        : office_{office}, reading_{reading}, today_{today}, before_{before},
          names_{holder_names_in(reading)} {
        for (const auto rule : measured_rules()) {
            if (const auto* card = office.book.card(rule)) {
                made_.rules.push_back({card, {}, {}});
            }
        }
    }

    CountyFigures result() {
        std::set<std::size_t> taken;
        for (const auto& id : ever_registered(reading_, today_)) {
            const PersonId child{id};
            if (const auto same = unchanged(child)) {
                take_over(*same);
                taken.insert(*same);
            } else {
                changed_.now.push_back(made_.children.size());
                count(child);
            }
        }
        for (std::size_t at = 0; before_ != nullptr && at < before_->children.size(); ++at) {
            if (!taken.contains(at)) {
                changed_.before.push_back(at);
            }
        }
        for (std::size_t rule = 0; rule < made_.rules.size(); ++rule) {
            made_.rules[rule].indicator = indicator(rule);
        }
        return std::move(made_);
    }

  private:
    // Their place in what was counted before.
    std::optional<std::size_t> unchanged(PersonId child) {
        if (before_ == nullptr) {
            return std::nullopt;
        }
        const auto found = std::ranges::lower_bound(before_->children, child);
        if (found == before_->children.end() || *found != child) {
            return std::nullopt;
        }
        const auto at = static_cast<std::size_t>(found - before_->children.begin());
        const auto mark = office_.facts.mark_of(reading_, child);
        return mark && *mark == before_->marks[at] ? std::optional{at} : std::nullopt;
    }

    void take_over(std::size_t at) {
        for (std::size_t rule = 0; rule < made_.rules.size(); ++rule) {
            made_.rules[rule].children.push_back(before_->rules[rule].children[at]);
        }
        add(before_->children[at], before_->marks[at], before_->allocations[at]);
    }

    void count(PersonId child) {
        const auto facts = office_.facts.of(reading_, child);
        for (auto& rule : made_.rules) {
            rule.children.push_back(measure::child_duties(facts->history, *rule.card, office_.book,
                                                          today_, facts->coverage));
        }
        const auto mark = office_.facts.mark_of(reading_, child);
        add(child, mark.value_or(FactsKept::Mark{}), facts->allocations);
        // Hundreds who left the register, whom hardly anybody opens.
        if (!on_register_on(*facts, today_)) {
            office_.facts.let_go(child);
        }
    }

    void add(PersonId child, FactsKept::Mark mark, std::vector<record::AllocationRow> allocations) {
        auto holders = holders_of(allocations, names_);
        made_.children.push_back(child);
        made_.marks.push_back(mark);
        made_.allocations.push_back(std::move(allocations));
        made_.teams.push_back(std::move(holders.teams));
        made_.workers.push_back(std::move(holders.workers));
    }

    // Of the children who changed only; what the others come to stands in what was before.
    measure::Tally tally_of(std::size_t rule, std::size_t month, measure::Period period) const {
        measure::Tally sum;
        if (before_ != nullptr) {
            sum = before_->rules[rule].indicator.months[month].tally;
            for (const auto at : changed_.before) {
                sum -= measure::tally(before_->rules[rule].children[at], period, today_);
            }
        }
        for (const auto at : changed_.now) {
            sum += measure::tally(made_.rules[rule].children[at], period, today_);
        }
        return sum;
    }

    Indicator indicator(std::size_t rule) const {
        const auto& children = made_.rules[rule].children;
        Indicator indicator;
        indicator.card = made_.rules[rule].card;
        const auto this_month = first_of_month(today_);
        std::vector<std::optional<double>> points;
        for (int back = months_shown; back >= 1; --back) {
            const auto month = this_month.plus_months_clipped(-back);
            indicator.months.push_back(
                {month, tally_of(rule, indicator.months.size(), whole_month(month))});
            points.push_back(indicator.months.back().tally.percent_on_time());
        }
        indicator.usual = measure::usual_range(points, baseline_months);
        indicator.overdue_now = measure::overdue_on(children, today_);
        indicator.on_register_now = std::ranges::count_if(
            children, [&](const auto& child) { return on_register_on(child.on_register, today_); });
        return indicator;
    }

    Office& office_;
    const record::Reading& reading_;
    CivilDate today_;
    const CountyFigures* before_;
    HolderNames names_;
    CountyFigures made_;
    Changed changed_;
};

} // namespace

HolderNames holder_names_in(const record::Reading& reading) {
    HolderNames names;
    for (const auto& worker : reading.workers()) {
        names.workers.emplace(worker.worker, worker.name);
    }
    for (const auto& team : reading.teams()) {
        names.teams.emplace(team.team, team.name);
    }
    return names;
}

Holders holders_of(const std::vector<record::AllocationRow>& rows, const HolderNames& names) {
    Holders holders;
    for (const auto& row : rows) {
        if (row.as == "allocated_worker") {
            holders.teams.push_back({span_of(row), name_of(names.teams, row.team)});
            holders.workers.push_back({span_of(row), name_of(names.workers, row.worker)});
        }
    }
    return holders;
}

std::vector<Uuid> ever_registered(const record::Reading& reading, CivilDate as_of) {
    std::set<Uuid> children;
    const CivilDate first = time::day(1, std::chrono::January, 1900);
    for (const auto& row :
         reading.registrations_between(first.day_number(), as_of.day_number() + 1)) {
        children.insert(row.child);
    }
    return {children.begin(), children.end()};
}

measure::Period whole_month(CivilDate any_day) {
    const auto first = first_of_month(any_day);
    return {first, first.plus_months_clipped(1).plus_days(-1)};
}

measure::Tally total(std::span<const ChildDuties> children, measure::Period period,
                     CivilDate as_of) {
    measure::Tally sum;
    for (const auto& child : children) {
        sum += measure::tally(child, period, as_of);
    }
    return sum;
}

const CountyFigures::OfRule* CountyFigures::of(std::string_view rule) const {
    const auto found =
        std::ranges::find_if(rules, [&](const auto& one) { return one.card->id == rule; });
    return found == rules.end() ? nullptr : &*found;
}

std::shared_ptr<const CountyFigures> county_figures(Office& office, const record::Reading& reading,
                                                    CivilDate today) {
    return office.figures.of({}, {reading.head(), today}, [&] {
        // An older head may be asked for than was asked for last: that is counted from the start.
        const auto before = office.figures.last({}, {reading.head(), today});
        return std::make_shared<const CountyFigures>(
            Counting{office, reading, today, before.get()}.result());
    });
}

} // namespace gweld::casework
