#include "casework/assessments.h"
#include "record/codec.h"

#include <algorithm>

namespace gweld::casework {

namespace {

using record::Entry;

class Filing {
  public:
    Filing(const record::Reading& reading, AssessmentFile& file) : reading_{reading}, file_{file} {}

    void add(const Entry& entry) {
        if (is_a<record::AssessmentWritten>(entry)) {
            file_.content = record::body_of<record::AssessmentWritten>(entry).content;
            file_.written.push_back(entry);
        } else if (is_a<record::AssessmentGapAllowed>(entry)) {
            const auto body = record::body_of<record::AssessmentGapAllowed>(entry);
            file_.allowed.push_back({body.gap, body.child, body.because, entry.recorded_by.name});
        } else if (is_a<record::AssessmentFinished>(entry)) {
            auto body = record::body_of<record::AssessmentFinished>(entry);
            file_.finished.push_back({entry, std::move(body), reading_.signing(entry.id), {}});
        } else if (is_a<record::Withdrawn>(entry) && !file_.written.empty() &&
                   entry.corrects == file_.written.front().id) {
            file_.withdrawn = entry;
        } else if (is_a<record::Signed>(entry)) {
            sign(entry, record::body_of<record::Signed>(entry).entry);
        } else if (is_a<record::ReturnedForRework>(entry)) {
            sign(entry, record::body_of<record::ReturnedForRework>(entry).entry);
        }
    }

  private:
    void sign(const Entry& signature, base::EntryId of) {
        for (auto& version : file_.finished) {
            if (version.entry.id == of.uuid) {
                version.signatures.push_back(signature);
            }
        }
    }
    const record::Reading& reading_;
    AssessmentFile& file_;
};

std::set<PersonId> unborn_of(const std::vector<std::shared_ptr<const Facts>>& children,
                             CivilDate today) {
    std::set<PersonId> unborn;
    for (const auto& child : children) {
        if (child && child->person &&
            (child->person->born ? *child->person->born > today.day_number()
                                 : child->person->expected.has_value())) {
            unborn.insert(child->child);
        }
    }
    return unborn;
}

bool allowed(const AssessmentFile& file, const AssessmentGapFound& gap) {
    return std::ranges::any_of(file.allowed, [&](const auto& left) {
        return left.gap == gap.gap && left.child == gap.child;
    });
}

} // namespace

bool AssessmentFile::returned() const {
    return stands() != nullptr && stands()->signing && stands()->signing->state == "returned";
}

bool AssessmentFile::being_written() const {
    if (withdrawn) {
        return false;
    }
    return finished.empty() || written.back().seq > finished.back().entry.seq || returned();
}

std::optional<AssessmentFile> read_assessment(const record::Reading& reading, AssessmentId id) {
    AssessmentFile file;
    file.id = id;
    file.version = reading.version_of(id.uuid);
    Filing filing{reading, file};
    for (const auto& entry : reading.about(id.uuid, 0)) {
        filing.add(entry);
    }
    return file.written.empty() ? std::nullopt : std::optional{std::move(file)};
}

std::vector<AssessmentGapFound> gaps_left(const AssessmentFile& file,
                                          const std::vector<std::shared_ptr<const Facts>>& children,
                                          CivilDate today) {
    auto gaps = gaps_in(file.content, unborn_of(children, today));
    std::erase_if(gaps, [&](const auto& gap) { return allowed(file, gap); });
    return gaps;
}

bool OpenAssessment::every(access::Action action, const access::Viewer& viewer,
                           const access::When& now) const {
    return std::ranges::all_of(children, [&](const auto& child) {
        return child && access::decide(viewer, action, child->bearing(), now).allowed();
    });
}

base::Result<OpenAssessment, OpenRefused> open_assessment(Office& office,
                                                          const access::Viewer& viewer,
                                                          AssessmentId id, std::string_view page) {
    std::optional<OpenAssessment> opened;
    bool any = false;
    const auto done = office.store.write([&](record::Writing& tx) {
        auto file = read_assessment(tx, id);
        if (!file) {
            return record::Keep::no;
        }
        opened.emplace();
        for (const auto& part : file->content.children) {
            auto facts = office.facts.of(tx, part.child);
            const bool may =
                facts->person &&
                look(office, tx, viewer, access::Action::see_record, *facts, page).allowed();
            any = any || may;
            opened->children.push_back(may ? std::move(facts) : nullptr);
        }
        opened->gaps = gaps_left(*file, opened->children, office.today());
        opened->same_words = same_words_in(file->content);
        opened->file = std::move(*file);
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return base::Err{OpenRefused{done.error()}};
    }
    if (!opened || !any) {
        return base::Err{OpenRefused{NotFoundOrNotYours{}}};
    }
    return base::Ok{std::move(*opened)};
}

} // namespace gweld::casework
