// The ledger: whose turn it is, signing, giving back, and what a correction does.
#include "assessing_office.h"

namespace gweld::casework {
namespace {

class Signing : public Assessing {
  protected:
    record::Entry entry_of(AssessmentId id) { return file_of(id).stands()->entry; }
    record::Signed signature(const record::Entry& entry) {
        return {base::EntryId{entry.id}, record::content_digest(entry), "Thank you."};
    }
    record::ReturnedForRework returned(const record::Entry& entry, std::string words = "More.") {
        return {base::EntryId{entry.id}, record::content_digest(entry), std::move(words)};
    }
    SigningAnswer sign_as(const access::Viewer& who, const record::Entry& entry) {
        return sign(office, who, signature(entry), fresh({{entry.id, seen(entry)}}));
    }
    SigningAnswer return_as(const access::Viewer& who, const record::Entry& entry,
                            std::string words = "More.") {
        return return_for_rework(office, who, returned(entry, std::move(words)),
                                 fresh({{entry.id, seen(entry)}}));
    }
    std::int64_t seen(const record::Entry& entry) {
        std::int64_t version = 0;
        EXPECT_TRUE(
            store->read([&](const record::Reading& r) { version = r.version_of(entry.id); }).ok());
        return version;
    }
    Ledger ledger(const access::Viewer& who, Waiting waiting = Waiting::for_me) {
        const auto answer = ledger_of(office, who, waiting, {}, 1);
        EXPECT_TRUE(answer.ok());
        return answer.value();
    }
    static std::optional<SigningNonsense> why(const SigningAnswer& answer) {
        if (answer.ok()) {
            return std::nullopt;
        }
        const auto* found = std::get_if<SigningNonsense>(&answer.error());
        return found == nullptr ? std::nullopt : std::optional{*found};
    }
    static access::Viewer other_manager() {
        return {"gwen",         thing("gwen"), "Gwen Puw", record::Role::team_manager,
                thing("South"), "South"};
    }
};

TEST_F(Signing, a_finished_assessment_waits_for_the_manager_of_the_team_until_it_is_signed) {
    const auto entry = entry_of(finished());
    ASSERT_EQ(ledger(rhian()).lines.size(), 1U);
    EXPECT_EQ(ledger(rhian()).lines[0].row.entry, entry.id);
    EXPECT_EQ(ledger(rhian()).lines[0].children.size(), 2U);
    EXPECT_FALSE(ledger(rhian()).lines[0].due); // no time is known, so no clock runs
    EXPECT_TRUE(ledger(other_manager()).lines.empty());
    EXPECT_TRUE(ledger(head()).lines.empty());
    EXPECT_EQ(ledger(head(), Waiting::everything_i_may_sign).lines.size(), 1U);
    ASSERT_TRUE(sign_as(rhian(), entry).ok());
    EXPECT_TRUE(ledger(rhian()).lines.empty());
}

TEST_F(Signing, nobody_signs_or_returns_their_own_work) {
    const auto id = started(whole());
    ASSERT_TRUE(finish_assessment(office, rhian(), id, november(24), "", now(id)).ok());
    const auto entry = entry_of(id);
    EXPECT_EQ(why(sign_as(rhian(), entry)), SigningNonsense::own_work);
    EXPECT_EQ(why(return_as(rhian(), entry)), SigningNonsense::own_work);
    EXPECT_TRUE(ledger(rhian(), Waiting::everything_i_may_sign).lines.empty());
    EXPECT_EQ(ledger(head()).lines.size(), 1U); // what a manager wrote is for the head of service
    EXPECT_TRUE(sign_as(head(), entry).ok());
}

TEST_F(Signing, what_the_form_leaves_out_lets_nobody_round_the_rules) {
    const auto id = started(whole());
    ASSERT_TRUE(finish_assessment(office, rhian(), id, november(24), "", now(id)).ok());
    const auto own = entry_of(id);
    EXPECT_EQ(why(sign(office, rhian(), signature(own), fresh({}))), SigningNonsense::own_work);
    EXPECT_EQ(why(sign(office, rhian(), signature(own), fresh({{thing("anything"), 0}}))),
              SigningNonsense::own_work);
    ASSERT_TRUE(sign_as(head(), own).ok());
    EXPECT_TRUE(refused_as<SomebodyWasQuicker>(sign(office, head(), signature(own), fresh({}))));
}

TEST_F(Signing, a_worker_or_another_teams_manager_cannot_and_learns_nothing) {
    const auto entry = entry_of(finished());
    EXPECT_TRUE(refused_as<NotFoundOrNotYours>(sign_as(catrin(), entry)));
    EXPECT_TRUE(refused_as<NotFoundOrNotYours>(sign_as(other_manager(), entry)));
    EXPECT_TRUE(
        refused_as<NotFoundOrNotYours>(open_signing(office, stranger(), base::EntryId{entry.id})));
    EXPECT_TRUE(
        refused_as<NotFoundOrNotYours>(open_signing(office, rhian(), base::EntryId{thing("x")})));
}

TEST_F(Signing, a_signature_does_not_cover_what_was_put_right_later) {
    const auto id = finished();
    const auto first = entry_of(id);
    ASSERT_TRUE(sign_as(rhian(), first).ok());
    auto content = whole();
    content.analysis = "Other words.";
    ASSERT_TRUE(save_assessment(office, catrin(), id, content, now(id)).ok());
    ASSERT_TRUE(finish(id, november(24), "Put right.").ok());
    ASSERT_EQ(ledger(rhian()).lines.size(), 1U);
    EXPECT_NE(ledger(rhian()).lines[0].row.entry, first.id);
    EXPECT_EQ(why(sign_as(rhian(), first)), SigningNonsense::put_right_since);
    // Under the new entry's name with the old entry's content it is no signature either.
    auto wrong = signature(first);
    wrong.entry = base::EntryId{entry_of(id).id};
    EXPECT_EQ(why(sign(office, rhian(), wrong, fresh({{wrong.entry.uuid, 0}}))),
              SigningNonsense::put_right_since);
}

TEST_F(Signing,
       what_is_returned_goes_to_its_author_with_the_words_and_comes_back_as_a_new_version) {
    const auto id = finished();
    const auto first = entry_of(id);
    EXPECT_EQ(why(return_as(rhian(), first, "")), SigningNonsense::no_words);
    ASSERT_TRUE(return_as(rhian(), first, "Say what follows for Osian.").ok());
    EXPECT_TRUE(ledger(rhian()).lines.empty());
    const auto mine = returned_to(office, catrin());
    ASSERT_TRUE(mine.ok());
    ASSERT_EQ(mine.value().size(), 1U);
    EXPECT_EQ(mine.value()[0].words, "Say what follows for Osian.");
    EXPECT_EQ(mine.value()[0].assessment, id);
    EXPECT_TRUE(file_of(id).returned());
    ASSERT_TRUE(finish(id, november(24), "Said.").ok());
    EXPECT_TRUE(returned_to(office, catrin()).value().empty());
    EXPECT_EQ(ledger(rhian()).lines.size(), 1U);
    EXPECT_EQ(file_of(id).finished.size(), 2U);
    EXPECT_EQ(file_of(id).finished[0].signatures.size(), 1U);
}

TEST_F(Signing, two_at_once_and_twice_the_same) {
    const auto entry = entry_of(finished());
    const auto saw = fresh({{entry.id, 0}});
    ASSERT_TRUE(sign(office, rhian(), signature(entry), saw).ok());
    EXPECT_TRUE(sign(office, rhian(), signature(entry), saw).ok()); // a double click
    const auto late = sign(office, head(), signature(entry), fresh({{entry.id, 0}}));
    EXPECT_TRUE(refused_as<SomebodyWasQuicker>(late));
    EXPECT_EQ(why(return_as(head(), entry)), SigningNonsense::settled_already);
}

TEST_F(Signing, a_contact_about_nobody_known_is_signed_by_any_manager) {
    const base::ContactId contact{thing("contact")};
    record::ContactReceived received;
    received.contact = contact;
    received.on = november(20);
    received.children.emplace_back();
    put(received, {contact.uuid}, november(20));
    record::ContactDecided decided;
    decided.contact = contact;
    decided.outcome = record::ContactOutcome::no_further_action;
    decided.on = november(20);
    auto draft =
        draft_of(office, {"gwyn", thing("gwyn"), "Gwyn Owen", record::Role::duty_worker, {}, ""},
                 record::Named<record::ContactDecided>::name, {contact.uuid}, november(20),
                 record::encode(decided));
    EXPECT_TRUE(store
                    ->write([&](record::Writing& tx) {
                        tx.append({"decided", {}, {draft}});
                        return record::Keep::yes;
                    })
                    .ok());
    ASSERT_EQ(ledger(rhian()).lines.size(), 1U);
    ASSERT_EQ(ledger(other_manager()).lines.size(), 1U);
    const auto open = open_signing(office, other_manager(), base::EntryId{draft.id});
    ASSERT_TRUE(open.ok());
    EXPECT_TRUE(open.value().contact);
    EXPECT_TRUE(sign_as(other_manager(), open.value().entry).ok());
    EXPECT_TRUE(ledger(rhian()).lines.empty());
}

TEST_F(Signing, what_a_conference_decided_is_signed_by_whoever_chairs_that_childs_conferences) {
    record::ConferenceHeld held;
    held.on = november(20);
    record::ConferenceBooked booked;
    booked.on = november(20);
    booked.chair_worker = base::WorkerId{thing("gwenan")};
    put(booked, {thing("ffion")}, november(10));
    const base::EntryId entry{put(held, {thing("ffion")}, november(20))};
    const auto officer = [](std::string_view who) {
        return access::Viewer{
            std::string{who}, thing(who), "Officer", record::Role::reviewing_officer, {}, ""};
    };
    EXPECT_EQ(ledger(officer("gwenan")).lines.size(), 1U);
    EXPECT_TRUE(ledger(officer("iolo")).lines.empty());
    EXPECT_TRUE(ledger(rhian(), Waiting::everything_i_may_sign).lines.empty());
    EXPECT_EQ(ledger(head(), Waiting::everything_i_may_sign).lines.size(), 1U);
    const auto open = open_signing(office, officer("gwenan"), entry);
    ASSERT_TRUE(open.ok());
    EXPECT_FALSE(open_signing(office, officer("iolo"), entry).ok());
    EXPECT_EQ(why(sign_as(rhian(), open.value().entry)), SigningNonsense::not_your_turn);
    EXPECT_TRUE(sign_as(officer("gwenan"), open.value().entry).ok());
}

TEST_F(Signing, a_conference_that_was_moved_is_no_longer_its_first_chairs) {
    const auto booked_with = [&](std::string_view chair, time::CivilDate on, time::CivilDate when) {
        record::ConferenceBooked booked;
        booked.on = on;
        booked.chair_worker = base::WorkerId{thing(chair)};
        put(booked, {thing("ffion")}, when);
    };
    booked_with("gwenan", time::day(1, std::chrono::December, 2026), november(10));
    booked_with("iolo", november(20), november(11));
    record::ConferenceHeld held;
    held.on = november(20);
    put(held, {thing("ffion")}, november(20));
    const auto officer = [](std::string_view who) {
        return access::Viewer{
            std::string{who}, thing(who), "Officer", record::Role::reviewing_officer, {}, ""};
    };
    EXPECT_EQ(ledger(officer("iolo")).lines.size(), 1U);
    EXPECT_TRUE(ledger(officer("gwenan")).lines.empty());
}

TEST_F(Signing, counts_tell_the_kind_and_the_age) {
    const auto entry = entry_of(finished());
    EXPECT_EQ(unsigned_counts(office, rhian()).value()->at(0).over_a_week, 0U);
    clock.moment += std::chrono::hours{24 * 30};
    const auto counts = unsigned_counts(office, rhian());
    ASSERT_TRUE(counts.ok());
    ASSERT_EQ(counts.value()->size(), 1U);
    EXPECT_EQ(counts.value()->at(0).decision, "assessment.finished");
    EXPECT_EQ(counts.value()->at(0).waiting, 1U);
    EXPECT_EQ(counts.value()->at(0).over_a_week, 1U);
    EXPECT_EQ(counts.value()->at(0).over_four_weeks, 1U);
    EXPECT_EQ(ledger(rhian()).oldest_days, 30);
    ASSERT_TRUE(sign_as(rhian(), entry).ok());
    EXPECT_TRUE(unsigned_counts(office, rhian()).value()->empty());
}

TEST_F(Signing, a_child_of_another_team_by_now_is_withheld_and_not_signed_for) {
    const auto entry = entry_of(finished());
    record::Allocated held;
    held.child = child("osian");
    held.worker = base::WorkerId{thing("huw")};
    held.team = base::TeamId{thing("South")};
    held.from = november(24);
    put(held, {thing("osian"), thing("huw")}, november(24));
    std::vector<record::AllocationRow> rows;
    ASSERT_TRUE(
        store->read([&](const record::Reading& r) { rows = r.allocations_of(thing("osian")); })
            .ok());
    put(record::AllocationEnded{base::EntryId{rows.front().entry}, november(24)},
        {thing("osian"), thing("catrin")}, november(24));
    const auto seen_by_north = ledger(rhian());
    ASSERT_EQ(seen_by_north.lines.size(), 1U);
    EXPECT_EQ(seen_by_north.lines[0].withheld, 1U);
    EXPECT_EQ(seen_by_north.lines[0].children.size(), 1U);
    EXPECT_TRUE(refused_as<NotFoundOrNotYours>(sign_as(rhian(), entry)));
    EXPECT_TRUE(sign_as(head(), entry).ok());
}

} // namespace
} // namespace gweld::casework
