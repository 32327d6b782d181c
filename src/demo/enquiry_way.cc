#include "demo/enquiry_way.h"

#include "demo/moments.h"

namespace gweld::demo {

namespace {

using record::Agency;
using record::Came;
using record::Determination;
using record::Threshold;

std::string_view analysis_of(Determination found) {
    switch (found) {
    case Determination::substantiated_continuing_risk:
        return "The risk goes on: what happened was not a single event, and nobody at home can "
               "keep it from happening again yet.";
    case Determination::not_substantiated:
        return "Nobody who knows the child saw what was reported, and the child's own account "
               "fits with theirs.";
    default:
        return "The adults at home have shown that they can keep the child safe.";
    }
}

std::string_view next_after(Determination found) {
    switch (found) {
    case Determination::substantiated_continuing_risk:
        return "Initial child protection conference.";
    case Determination::not_substantiated:
        return "The family was told, and told where to find help.";
    default:
        return "Care and support assessment.";
    }
}

} // namespace

EnquiryWay::EnquiryWay(const County& county, std::vector<const Child*> children, std::size_t writer,
                       Scribe& scribe)
    : county_{county}, children_{std::move(children)}, writer_{writer}, scribe_{scribe} {
    for (const auto* child : children_) {
        about_.push_back(child->id.uuid);
    }
}

template <class Kind>
base::EntryId EnquiryWay::write(const Kind& body, CivilDate on, std::chrono::minutes at) {
    return base::EntryId{scribe_.write(body, {about_, on}, {moment(on, at), writer_})};
}

void EnquiryWay::decide(record::StrategyDiscussionHeld& held, CivilDate on) const {
    held.enquiry = record::EnquiryBy::jointly_with_police;
    held.decided = "A section 47 enquiry, starting today.";
    held.why = "There is reasonable cause to suspect significant harm.";
    held.actions = {{"See each child alone", county_.staff.workers[writer_].name,
                     county_.workdays.after(on, 1)}};
}

base::EntryId EnquiryWay::discuss(CivilDate on, Came police, Threshold threshold) {
    record::StrategyDiscussionHeld held;
    held.on = on;
    held.at = "11:00";
    held.invited = {{Agency::childrens_services, county_.staff.workers[writer_].name,
                     county_.staff.workers[writer_].job_title, Came::attended,
                     "What the family has told us, and what we have seen at home."},
                    {Agency::police, "Detective Sergeant Owen Pugh", "Public protection", police,
                     police == Came::attended ? "Two calls to the address since the summer." : ""},
                    {Agency::health, "Anwen Price", "Health visitor", Came::attended,
                     "Two appointments missed."},
                    {Agency::education, "Mr Lewis", "Head of year", Came::sent_apologies, ""}};
    for (const auto* child : children_) {
        held.children.push_back({child->id, threshold});
    }
    if (threshold == Threshold::met) {
        decide(held, on);
    } else {
        held.decided = "No section 47 enquiry. The family is offered an assessment.";
        held.why = "What is known does not amount to reasonable cause to suspect significant harm.";
    }
    return write(held, on, at_time(12, 20));
}

base::EntryId EnquiryWay::start(base::EntryId discussion, CivilDate on) {
    return write(record::EnquiryStarted{discussion, on, record::EnquiryBy::jointly_with_police}, on,
                 at_time(13, 5));
}

void EnquiryWay::conclude(base::EntryId enquiry, CivilDate on, Determination found) {
    record::EnquiryConcluded concluded{enquiry, on, {}};
    for (const auto* child : children_) {
        concluded.children.push_back(
            {child->id, found, std::string{analysis_of(found)}, std::string{next_after(found)}});
    }
    write(concluded, on, at_time(15, 40));
}

base::EntryId EnquiryWay::book(CivilDate conference, CivilDate recorded, std::size_t chair) {
    record::ConferenceBooked booked{record::ConferenceType::initial, conference, "14:00",
                                    "County Hall, room 2", ""};
    book_with_chair(county_, chair, booked);
    return write(booked, recorded, at_time(16, 30));
}

} // namespace gweld::demo
