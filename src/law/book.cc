#include "law/fields.h"
#include "law/pages.h"
#include "law/reading.h"
#include "law/vocabulary.h"

#include <algorithm>

namespace gweld::law {

namespace {

enum class Shelf { prose, calendar, signing, card, local, elsewhere };

Shelf shelf_of(std::string_view path) {
    const auto name = path.substr(path.rfind('/') + 1); // npos + 1 is 0: the whole path
    if (name == "README.md" || name == "no-figure.md") {
        return Shelf::prose;
    }
    if (path == "signing/times.toml") {
        return Shelf::signing;
    }
    if (name.ends_with(".toml")) {
        return Shelf::calendar;
    }
    if (path.starts_with("local/")) {
        return Shelf::local;
    }
    return path.starts_with("elsewhere/") ? Shelf::elsewhere : Shelf::card;
}

class Binder {
  public:
    void put(const Page& page) {
        switch (shelf_of(page.path)) {
        case Shelf::prose:
            break;
        case Shelf::calendar:
            put_calendar(page);
            break;
        case Shelf::signing:
            times_ = read_signing_times(page, faults_);
            break;
        case Shelf::card:
            put_card(page);
            break;
        case Shelf::local:
            put_local(page);
            break;
        case Shelf::elsewhere:
            check_elsewhere(page);
            break;
        }
    }

    base::Result<Book, std::vector<CardFault>> bind() {
        for (const auto& card : cards_) {
            check_calendar(card);
        }
        check_signing_times();
        std::ranges::sort(changes_, {}, &LocalChange::file);
        for (const auto& change : changes_) {
            apply(change);
        }
        if (!faults_.empty()) {
            std::ranges::stable_sort(faults_, [](const CardFault& a, const CardFault& b) {
                return std::pair{std::string_view{a.file}, a.line} <
                       std::pair{std::string_view{b.file}, b.line};
            });
            return base::Err{std::move(faults_)};
        }
        return base::Ok{Book{std::move(cards_), std::move(calendars_), std::move(meanings_),
                             std::move(times_)}};
    }

  private:
    void put_calendar(const Page& page) {
        if (!page.path.starts_with("calendars/")) {
            fault(page.path, 1, "only calendars are .toml, and they live in calendars/");
            return;
        }
        if (auto read = read_calendar(page, faults_)) {
            const auto id = read->calendar.id();
            if (!calendars_.emplace(id, std::move(read->calendar)).second) {
                fault(page.path, 1, "there is already a calendar " + id);
            }
            meanings_.emplace(id, std::move(read->meaning));
        }
    }

    void put_card(const Page& page) {
        auto card = read_card(page, faults_);
        if (!card) {
            return;
        }
        if (const auto* other = find(card->id)) {
            fault(page.path, 1, card->id + " is already the rule of " + other->file);
            return;
        }
        cards_.push_back(std::move(*card));
    }

    void put_local(const Page& page) {
        if (auto change = read_local_change(page, faults_)) {
            changes_.push_back(std::move(*change));
        }
    }

    // Another council's rule: read so that it stays well formed, not kept, because it binds nobody
    // here.
    void check_elsewhere(const Page& page) {
        const auto card = read_card(page, faults_);
        if (card && card->standing != Standing::local) {
            fault(page.path, 1, "a rule of another council has the standing local");
        }
        if (card) {
            check_calendar(*card);
        }
    }

    void check_signing_times() {
        constexpr auto file = "signing/times.toml";
        for (auto time = times_.begin(); time != times_.end(); ++time) {
            const bool counts = std::holds_alternative<WorkingDays>(time->within);
            if (counts ? !calendars_.contains(time->calendar) : !time->calendar.empty()) {
                fault(file, 1,
                      time->decision + ": working days need a calendar that is there, and "
                                       "nothing else has one");
            }
            if (std::find_if(times_.begin(), time, [&](const auto& earlier) {
                    return earlier.decision == time->decision;
                }) != time) {
                fault(file, 1, time->decision + " has two times");
            }
        }
    }

    void check_calendar(const Card& card) {
        if (!card.calendar.empty() && !calendars_.contains(card.calendar)) {
            fault(card.file, 1, "there is no calendar " + card.calendar);
        }
    }

    void apply(const LocalChange& change) {
        auto* card = find(change.rule);
        if (card == nullptr) {
            fault(change.file, change.line, "there is no rule " + change.rule);
            return;
        }
        if (!card->tightened_by.empty()) {
            fault(change.file, change.line,
                  change.rule + " is already changed by " + card->tightened_by);
            return;
        }
        if (!change.interval && !change.then) {
            fault(change.file, change.line, "interval is missing: nothing is changed");
            return;
        }
        if (!may_apply(change, *card)) {
            return;
        }
        card->interval = change.interval.value_or(card->interval);
        card->then = change.then ? change.then : card->then;
        card->tightened_by = change.file;
        card->tightened_source = change.source;
        card->tightened_reading = change.reading;
    }

    bool may_apply(const LocalChange& change, const Card& card) {
        if (change.verb == LocalVerb::sets) {
            if (card.standing != Standing::local) {
                fault(change.file, change.line,
                      change.rule + " is not the council's to set; it may only tighten it");
                return false;
            }
            return fits(change, card);
        }
        if (card.kind == ClockKind::once_between) {
            fault(change.file, change.line, change.rule + " has no interval to tighten");
            return false;
        }
        bool fine = fits(change, card);
        if (fine && change.interval) {
            fine = tightens(change, *change.interval, card.interval);
        }
        if (fine && change.then) {
            fine = tightens(change, *change.then, *card.then);
        }
        return fine;
    }

    // A `then` only where there is one; working days only where there is a calendar to count them.
    bool fits(const LocalChange& change, const Card& card) {
        if (change.then && !card.then) {
            fault(change.file, change.line, change.rule + " has no second interval (then)");
            return false;
        }
        const auto counted = [](const std::optional<Interval>& i) {
            return i && std::holds_alternative<WorkingDays>(*i);
        };
        if (card.calendar.empty() && (counted(change.interval) || counted(change.then))) {
            fault(change.file, change.line,
                  change.rule + " has no calendar: give days, weeks or months");
            return false;
        }
        return true;
    }

    bool tightens(const LocalChange& change, const Interval& local, const Interval& national) {
        const auto is = in_words(local).en;
        const auto was = in_words(national).en;
        switch (compare(local, national)) {
        case Comparison::tighter:
            return true;
        case Comparison::same:
            fault(change.file, change.line, is + " is what " + change.rule + " already says");
            return false;
        case Comparison::looser:
            fault(change.file, change.line,
                  is + " would loosen " + change.rule + ", which says " + was +
                      ": a council may only tighten");
            return false;
        case Comparison::cannot_compare:
            break;
        }
        fault(change.file, change.line,
              is + " is not always shorter than " + was + ": give it in the same unit");
        return false;
    }

    Card* find(std::string_view id) {
        const auto found = std::ranges::find(cards_, id, &Card::id);
        return found == cards_.end() ? nullptr : &*found;
    }
    void fault(const std::string& file, int line, std::string why) {
        faults_.push_back({file, line, std::move(why)});
    }

    std::vector<Card> cards_;
    std::map<std::string, Calendar, std::less<>> calendars_;
    std::map<std::string, WorkingDayMeaning, std::less<>> meanings_;
    std::vector<SigningTime> times_;
    std::vector<LocalChange> changes_;
    std::vector<CardFault> faults_;
};

} // namespace

base::Result<Book, std::vector<CardFault>> book_of(std::span<const Page> pages) {
    Binder binder;
    for (const auto& page : pages) {
        binder.put(page);
    }
    return binder.bind();
}

} // namespace gweld::law
