#include "casework/phone_visits.h"

#include "record/codec.h"
#include "small_office.h"

#include <algorithm>

namespace gweld::casework {
namespace {

using record::Answer;
using record::DeviceId;
using record::ItemId;
using record::WhyHeld;
using time::day;

class PhoneVisits : public SmallOffice {
  protected:
    PhoneVisits() { list = take().value(); }

    base::Result<ListTaken, ListRefused> take(std::vector<PersonId> children = {child("ffion"),
                                                                                child("osian")}) {
        return take_list(office, catrin(), children, 12h);
    }
    record::VisitMade visit(CivilDate on) const {
        record::VisitMade made;
        made.on = on;
        made.place = record::Place::home;
        made.children = {
            {child("ffion"), Answer::yes, Answer::yes, Answer::yes, "Dw i eisiau Nain", "cy"}};
        made.account = "Kitchen warm";
        return made;
    }
    // Written and sent an hour later, on a phone whose clock is `fast` by so much.
    FromPhone written(std::string_view item, CivilDate on, time::Instant::duration fast = 0ms) {
        FromPhone sent;
        sent.item = ItemId{thing(item)};
        sent.device = list.device;
        sent.worker = catrin().worker;
        sent.written = clock.now() + fast;
        clock.moment += 1h;
        sent.sent = clock.now() + fast;
        sent.todays_date = time::date_in_wales(sent.written);
        sent.content = std::string{item} + " text";
        sent.said = {{"account", "Kitchen warm"}};
        sent.visit = WrittenVisit{visit(on)};
        return sent;
    }
    ReceivedVisit received(const FromPhone& sent, const access::Viewer& viewer = catrin()) {
        const auto answer = receive(office, viewer, sent);
        EXPECT_TRUE(answer.ok());
        return answer.value();
    }
    static std::optional<WhyHeld> why(const ReceivedVisit& answer) {
        const auto* held = std::get_if<KeptForWriter>(&answer.how);
        return held != nullptr ? std::optional{held->because} : std::nullopt;
    }
    enum class Closed : std::uint8_t { no, yes };
    void has_account(const access::Viewer& who, Closed closed = Closed::no) {
        EXPECT_TRUE(store
                        ->write([&](record::Writing& tx) {
                            tx.put_account({who.sign_in_name, who.worker, who.name, who.role,
                                            who.team, who.team_name, "", closed == Closed::yes});
                            return record::Keep::yes;
                        })
                        .ok());
    }
    OnPhone becomes_of(DeviceId device) {
        OnPhone what = OnPhone::stays;
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& reading) {
                            what = what_becomes_of(reading, *list_on_phone(reading, device),
                                                   office.when());
                        })
                        .ok());
        return what;
    }
    std::size_t count(std::string_view kind, std::string_view subject = {}) {
        std::size_t n = 0;
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& reading) {
                            reading.each_entry(0, [&](const record::Entry& entry) {
                                const bool about = subject.empty() ||
                                                   std::ranges::find(entry.about, thing(subject)) !=
                                                       entry.about.end();
                                n += entry.kind == kind && about ? 1U : 0U;
                                return true;
                            });
                        })
                        .ok());
        return n;
    }
    std::shared_ptr<const PhoneMatters> matters(const access::Viewer& viewer = catrin()) {
        return phone_matters(office, viewer).value();
    }
    void end_allocation(std::string_view whose) {
        base::EntryId allocation;
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& reading) {
                            allocation.uuid = reading.allocations_of(thing(whose)).front().entry;
                        })
                        .ok());
        put(record::AllocationEnded{allocation, office.today()}, {thing(whose), thing("catrin")},
            office.today());
    }

    ListTaken list;
    CivilDate today = office.today();
};

TEST_F(PhoneVisits, a_visit_from_a_phone_is_a_visit_like_any_other) {
    const auto answer = received(written("one", today));
    ASSERT_FALSE(why(answer));
    EXPECT_EQ(answer.at, clock.now());
    EXPECT_EQ(count("visit.made", "ffion"), 1U);
    EXPECT_EQ(count("visit.made", "osian"), 0U);
    std::shared_ptr<const Facts> facts;
    ASSERT_TRUE(store
                    ->read([&](const record::Reading& reading) {
                        facts = office.facts.of(reading, child("ffion"));
                    })
                    .ok());
    const auto& believed = facts->history.visits.back().believed();
    EXPECT_EQ(believed.on, today);
    EXPECT_EQ(believed.recorded, clock.now()) << "recorded when it was received";
}

TEST_F(PhoneVisits, sent_again_it_is_recorded_once_and_answered_as_the_first_time) {
    const auto sent = written("one", today);
    const auto first = received(sent);
    for (int again = 0; again < 5; ++again) {
        clock.moment += 3h;
        auto resent = sent;
        resent.sent = clock.now();
        const auto answer = received(resent);
        EXPECT_EQ(std::get<OnRecord>(answer.how).visit, std::get<OnRecord>(first.how).visit);
        EXPECT_EQ(answer.at, first.at);
    }
    EXPECT_EQ(count("visit.made"), 1U);
    EXPECT_EQ(count("phone.visit-received"), 1U);
}

TEST_F(PhoneVisits, sent_again_after_the_child_is_no_longer_hers_it_is_still_recorded) {
    const auto sent = written("one", today);
    received(sent);
    end_allocation("ffion");
    end_allocation("osian");
    EXPECT_FALSE(why(received(sent)));
    EXPECT_EQ(count("phone.visit-held"), 0U);
}

TEST_F(PhoneVisits, a_child_who_is_no_longer_hers_is_kept_for_her_and_in_no_record) {
    end_allocation("ffion");
    end_allocation("osian");
    const auto sent = written("one", today);
    EXPECT_EQ(why(received(sent)), WhyHeld::not_yours);
    EXPECT_EQ(why(received(sent)), WhyHeld::not_yours);
    EXPECT_EQ(count("visit.made"), 0U);
    EXPECT_EQ(count("phone.visit-held"), 1U);
    EXPECT_EQ(count("phone.visit-held", "ffion"), 0U);
    ASSERT_EQ(matters()->waiting.size(), 1U);
    EXPECT_EQ(matters()->waiting[0].held.said[0].value, "Kitchen warm");
    EXPECT_TRUE(matters(rhian())->waiting.empty());
}

TEST_F(PhoneVisits, what_somebody_else_wrote_is_not_recorded_under_the_wrong_name) {
    const auto sent = written("one", today);
    const auto answer = receive(office, rhian(), sent);
    ASSERT_FALSE(answer.ok());
    EXPECT_TRUE(std::holds_alternative<SomebodyElses>(answer.error()));
    EXPECT_EQ(count("visit.made") + count("phone.visit-held"), 0U);
    EXPECT_FALSE(why(received(sent)));
}

TEST_F(PhoneVisits, a_clock_that_is_a_day_fast_is_not_believed) {
    const auto tomorrow = today.plus_days(1);
    EXPECT_EQ(why(received(written("one", tomorrow, 24h))), WhyHeld::in_future);
    // Sent a day later the day is no longer to come, and is as wrong.
    auto late = written("two", tomorrow, 24h);
    clock.moment += 24h;
    late.sent = clock.now() + 24h;
    EXPECT_EQ(why(received(late)), WhyHeld::clock_wrong);
    // Put right by the network before it was sent: the writing gives it away.
    auto corrected = written("three", office.today().plus_days(1), 24h);
    corrected.sent = clock.now();
    EXPECT_TRUE(why(received(corrected)));
    EXPECT_EQ(count("visit.made"), 0U);
}

TEST_F(PhoneVisits, a_clock_that_is_a_day_slow_is_not_believed) {
    EXPECT_EQ(why(received(written("one", today.plus_days(-1), -24h))), WhyHeld::clock_wrong);
    auto corrected = written("two", today.plus_days(-1), -24h);
    corrected.sent = clock.now();
    EXPECT_EQ(why(received(corrected)), WhyHeld::clock_wrong)
        << "it was written before the list was taken";
    EXPECT_EQ(count("visit.made"), 0U);
}

TEST_F(PhoneVisits, a_clock_that_is_wrong_within_the_day_is_told_and_the_day_stands) {
    const auto answer = received(written("one", today, 2h));
    ASSERT_FALSE(why(answer));
    EXPECT_EQ(matters()->sent.at(0).received.clock, record::PhoneClock::fast);
    received(written("two", today, -1h));
    EXPECT_EQ(matters()->sent.at(0).received.clock, record::PhoneClock::slow);
    received(written("three", today, 4min));
    EXPECT_EQ(matters()->sent.at(0).received.clock, record::PhoneClock::agrees);
}

TEST_F(PhoneVisits, a_day_that_was_typed_does_not_hang_on_the_clock) {
    auto sent = written("one", today.plus_days(-3), -24h);
    sent.todays_date.reset();
    EXPECT_FALSE(why(received(sent)));
    auto future = written("two", today.plus_days(3));
    future.todays_date.reset();
    EXPECT_EQ(why(received(future)), WhyHeld::in_future);
}

TEST_F(PhoneVisits, a_time_of_day_by_a_clock_that_is_fast_is_kept_for_its_writer) {
    const auto arriving = [&](const char* time, time::Instant::duration fast) {
        auto sent = written(std::string{"one "} + time, today, fast);
        auto made = visit(today);
        made.arrived = time;
        sent.visit = WrittenVisit{made};
        sent.sent = clock.now() + fast;
        return sent;
    };
    const auto face = [&](time::Instant::duration from_now) {
        const auto minutes =
            time::wall_time_in_wales(clock.now() + 1h + from_now).since_midnight.count();
        const auto two = [](auto n) { return (n < 10 ? "0" : "") + std::to_string(n); };
        return two(minutes / 60) + ":" + two(minutes % 60);
    };
    const auto an_hour_fast = arriving(face(30min).c_str(), 1h);
    EXPECT_EQ(why(received(an_hour_fast)), WhyHeld::in_future);
    EXPECT_EQ(matters()->waiting.at(0).held.said[0].value, "Kitchen warm");
    // Sent when that time has come it is on the record, and the clock is told beside it.
    auto later = arriving(face(30min).c_str(), 1h);
    later.item = ItemId{thing("later")};
    clock.moment += 45min;
    later.sent = clock.now() + 1h;
    EXPECT_FALSE(why(received(later)));
    EXPECT_EQ(matters()->sent.at(0).received.clock, record::PhoneClock::fast);
    // From the doorstep, by a clock that agrees as well as clocks do.
    EXPECT_FALSE(why(received(arriving(face(3min).c_str(), 4min))));
}

TEST_F(PhoneVisits, an_item_that_bears_the_id_of_a_child_is_in_no_childs_record) {
    auto sent = written("ffion", today.plus_days(9));
    sent.todays_date.reset();
    EXPECT_EQ(why(received(sent)), WhyHeld::in_future);
    EXPECT_EQ(count("phone.visit-held"), 1U);
    EXPECT_EQ(count("phone.visit-held", "ffion"), 0U);
}

TEST_F(PhoneVisits, two_phones_about_one_child_make_two_visits_and_say_so) {
    const auto first = received(written("one", today));
    EXPECT_TRUE(std::get<OnRecord>(first.how).same_day.empty());
    const auto other = received(written("two", today));
    ASSERT_EQ(std::get<OnRecord>(other.how).same_day.size(), 1U);
    EXPECT_EQ(std::get<OnRecord>(other.how).same_day[0], std::get<OnRecord>(first.how).visit);
    EXPECT_EQ(count("visit.made"), 2U);
}

TEST_F(PhoneVisits, the_same_item_with_another_text_is_not_lost) {
    auto sent = written("one", today);
    received(sent);
    sent.content = "another text";
    EXPECT_EQ(why(received(sent)), WhyHeld::said_otherwise);
    EXPECT_EQ(why(received(sent)), WhyHeld::said_otherwise);
    EXPECT_EQ(count("visit.made"), 1U);
    EXPECT_EQ(count("phone.visit-held"), 1U);
}

TEST_F(PhoneVisits, what_was_sent_unfinished_gives_way_to_the_whole) {
    const auto whole = written("one", today);
    auto begun = whole;
    begun.content = "half a text";
    begun.visit = WhyHeld::not_finished;
    EXPECT_EQ(why(received(begun)), WhyHeld::not_finished);
    EXPECT_EQ(matters()->waiting.size(), 1U);
    EXPECT_FALSE(why(received(whole)));
    EXPECT_TRUE(matters()->waiting.empty());
    EXPECT_EQ(count("visit.made"), 1U);
    // And the other way round it waits, because nobody knows which was meant.
    auto later = written("two", today);
    received(later);
    later.content = "half a text";
    later.visit = WhyHeld::not_finished;
    EXPECT_EQ(why(received(later)), WhyHeld::said_otherwise);
}

TEST_F(PhoneVisits, from_a_phone_said_to_be_lost_nothing_reaches_a_record) {
    ASSERT_TRUE(wipe_list(office, catrin(), list.device, "lost").ok());
    EXPECT_EQ(why(received(written("one", today))), WhyHeld::list_wiped);
    EXPECT_EQ(count("visit.made"), 0U);
}

TEST_F(PhoneVisits, before_the_birth_and_for_nobody_is_kept) {
    auto unborn = written("one", day(1, std::chrono::March, 2018));
    unborn.todays_date.reset();
    EXPECT_EQ(why(received(unborn)), WhyHeld::not_born);
    auto nobody = written("two", today);
    auto empty = visit(today);
    empty.children.clear();
    nobody.visit = WrittenVisit{empty};
    EXPECT_EQ(why(received(nobody)), WhyHeld::nobody_named);
}

TEST_F(PhoneVisits, put_right_it_is_recorded_once_and_waits_no_more) {
    received(written("one", today.plus_days(1), 24h));
    const base::EntryId held{matters()->waiting.at(0).entry.id};
    const Saw saw{"the form's key", {}};
    const auto first = record_held(office, catrin(), held, visit(today), saw);
    ASSERT_TRUE(first.ok());
    const auto again = record_held(office, catrin(), held, visit(today), saw);
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(first.value().entry, again.value().entry);
    EXPECT_TRUE(matters()->waiting.empty());
    EXPECT_EQ(count("visit.made"), 1U);
    EXPECT_EQ(count("phone.visit-received"), 1U);
    EXPECT_EQ(matters()->sent.at(0).received.clock, record::PhoneClock::fast);
}

TEST_F(PhoneVisits, only_its_writer_puts_it_right_and_only_for_children_of_theirs) {
    received(written("one", today.plus_days(1), 24h));
    const base::EntryId held{matters()->waiting.at(0).entry.id};
    const auto refused = [&](const access::Viewer& viewer) {
        const auto answer = record_held(office, viewer, held, visit(today), {"k", {}});
        return !answer.ok() && std::holds_alternative<NotFoundOrNotYours>(answer.error());
    };
    EXPECT_TRUE(refused(rhian()));
    EXPECT_TRUE(refused(stranger()));
    EXPECT_FALSE(set_aside(office, rhian(), held, "mine").ok());
    end_allocation("ffion");
    end_allocation("osian");
    EXPECT_TRUE(refused(catrin()));
    EXPECT_EQ(matters()->waiting.size(), 1U);
}

TEST_F(PhoneVisits, set_aside_with_a_reason_its_text_is_kept) {
    received(written("one", today.plus_days(1), 24h));
    const base::EntryId held{matters()->waiting.at(0).entry.id};
    EXPECT_FALSE(set_aside(office, catrin(), held, " \n").ok());
    ASSERT_TRUE(set_aside(office, catrin(), held, "Recorded by hand").ok());
    ASSERT_TRUE(set_aside(office, catrin(), held, "Recorded by hand").ok());
    EXPECT_TRUE(matters()->waiting.empty());
    EXPECT_EQ(count("phone.visit-settled"), 1U);
    EXPECT_EQ(count("phone.visit-held"), 1U);
}

TEST_F(PhoneVisits, two_texts_under_one_item_are_settled_one_by_one) {
    auto sent = written("one", today.plus_days(1), 24h);
    received(sent);
    sent.content = "another text";
    received(sent);
    ASSERT_EQ(matters()->waiting.size(), 2U);
    const auto waiting = matters()->waiting;
    ASSERT_TRUE(
        record_held(office, catrin(), base::EntryId{waiting[1].entry.id}, visit(today), {"k", {}})
            .ok());
    ASSERT_EQ(matters()->waiting.size(), 1U);
    ASSERT_TRUE(set_aside(office, catrin(), base::EntryId{waiting[0].entry.id}, "twice").ok());
    EXPECT_TRUE(matters()->waiting.empty());
}

TEST_F(PhoneVisits, the_phone_is_told_what_the_record_does_not_have) {
    received(written("one", today));
    received(written("two", today.plus_days(1), 24h));
    const std::vector<ItemId> asked{ItemId{thing("one")}, ItemId{thing("two")},
                                    ItemId{thing("three")}};
    ASSERT_TRUE(store
                    ->read([&](const record::Reading& reading) {
                        EXPECT_EQ(not_here(reading, asked), std::vector{ItemId{thing("three")}});
                        EXPECT_EQ(not_here(reading, {ItemId{thing("ffion")}}).size(), 1U)
                            << "that there is a child is not told";
                    })
                    .ok());
}

// ---- the list ----------------------------------------------------------------------------------

TEST_F(PhoneVisits, a_list_is_taken_for_children_of_hers_and_every_name_is_a_look) {
    const auto before = all_looks().size();
    ASSERT_TRUE(take().ok());
    const auto looks = all_looks();
    ASSERT_EQ(looks.size(), before + 2);
    EXPECT_EQ(looks.back().page, "offline-list");
    EXPECT_EQ(matters()->lists.size(), 2U);
    EXPECT_EQ(matters()->lists[0].until, clock.now() + 12h);
}

TEST_F(PhoneVisits, a_list_with_one_child_who_is_not_hers_is_no_list) {
    const auto refused = take_list(office, stranger(), {child("ffion")}, 12h);
    ASSERT_FALSE(refused.ok());
    EXPECT_TRUE(std::holds_alternative<NotFoundOrNotYours>(refused.error()));
    EXPECT_FALSE(all_looks().back().allowed);
    EXPECT_FALSE(take({child("ffion"), PersonId{thing("nobody")}}).ok());
    EXPECT_EQ(count("phone.list-taken"), 1U);
}

TEST_F(PhoneVisits, a_list_has_one_to_ten_children) {
    EXPECT_TRUE(std::holds_alternative<NoChildren>(take({}).error()));
    std::vector<PersonId> many;
    for (int n = 0; n < 11; ++n) {
        many.push_back(child("child " + std::to_string(n)));
    }
    EXPECT_TRUE(std::holds_alternative<TooManyChildren>(take(many).error()));
    many.pop_back();
    EXPECT_TRUE(std::holds_alternative<NotFoundOrNotYours>(take(many).error()));
}

TEST_F(PhoneVisits, only_who_took_a_list_wipes_it) {
    EXPECT_FALSE(wipe_list(office, stranger(), list.device, "").ok());
    EXPECT_FALSE(wipe_list(office, rhian(), list.device, "").ok()); // of nobody's account known
    EXPECT_FALSE(wipe_list(office, catrin(), DeviceId{thing("no list")}, "").ok());
    ASSERT_TRUE(wipe_list(office, catrin(), list.device, "lost").ok());
    ASSERT_TRUE(wipe_list(office, catrin(), list.device, "lost").ok());
    EXPECT_EQ(count("phone.list-wiped"), 1U);
    EXPECT_TRUE(matters()->lists.at(0).wiped);
}

TEST_F(PhoneVisits, the_manager_of_the_takers_team_wipes_a_list_too) {
    has_account(catrin());
    auto other_team = rhian();
    other_team.team = thing("South");
    EXPECT_FALSE(wipe_list(office, other_team, list.device, "").ok());
    ASSERT_TRUE(wipe_list(office, rhian(), list.device, "ill").ok());
    EXPECT_TRUE(matters()->lists.at(0).wiped);
    EXPECT_EQ(becomes_of(list.device), OnPhone::goes);
}

TEST_F(PhoneVisits, the_list_of_whoever_has_left_goes_by_itself) {
    has_account(catrin());
    EXPECT_EQ(becomes_of(list.device), OnPhone::stays);
    has_account(catrin(), Closed::yes);
    EXPECT_EQ(becomes_of(list.device), OnPhone::goes);
}

TEST_F(PhoneVisits, the_id_of_anything_else_is_no_list) {
    EXPECT_TRUE(store
                    ->read([&](const record::Reading& reading) {
                        for (const auto* id : {"ffion", "catrin", "no list"}) {
                            EXPECT_FALSE(list_on_phone(reading, DeviceId{thing(id)})) << id;
                        }
                        EXPECT_TRUE(list_on_phone(reading, list.device));
                    })
                    .ok());
}

TEST_F(PhoneVisits, a_phone_that_was_got_ready_once_is_known_for_ever) {
    EXPECT_EQ(any_phone_yet(office).value(), Ever::yes);
}

} // namespace
} // namespace gweld::casework
