#include "store/memory/reads.h"

#include <algorithm>

namespace gweld::store::memory {

using namespace record;

namespace {

template <class Wanted>
std::vector<UnsavedFormRow> forms_where(const Contents& held, Wanted wanted) {
    std::vector<UnsavedFormRow> forms;
    for (const auto& [key, form] : held.unsaved) {
        if (wanted(form)) {
            forms.push_back(form);
        }
    }
    std::ranges::sort(forms, [](const UnsavedFormRow& a, const UnsavedFormRow& b) {
        return std::tie(b.kept_at, a.key) < std::tie(a.kept_at, b.key);
    });
    return forms;
}

} // namespace

template <class Base> bool Reads<Base>::was_recorded(std::string_view idempotency_key) const {
    return held_.done.contains(idempotency_key);
}

template <class Base>
std::optional<UnsavedFormRow> Reads<Base>::unsaved_form(Uuid writer, std::string_view key) const {
    const auto found = held_.unsaved.find({writer, std::string{key}});
    return found == held_.unsaved.end() ? std::nullopt : std::optional{found->second};
}

template <class Base> std::vector<UnsavedFormRow> Reads<Base>::unsaved_forms(Uuid writer) const {
    return forms_where(held_, [&](const auto& form) { return form.writer == writer; });
}

template <class Base>
std::vector<UnsavedFormRow> Reads<Base>::unsaved_forms_at(Uuid writer,
                                                          std::string_view address) const {
    return forms_where(
        held_, [&](const auto& form) { return form.writer == writer && form.address == address; });
}

#define GWELD_UNSAVED_READS(Base)                                                                  \
    template bool Reads<Base>::was_recorded(std::string_view) const;                               \
    template std::optional<UnsavedFormRow> Reads<Base>::unsaved_form(Uuid, std::string_view)       \
        const;                                                                                     \
    template std::vector<UnsavedFormRow> Reads<Base>::unsaved_forms(Uuid) const;                   \
    template std::vector<UnsavedFormRow> Reads<Base>::unsaved_forms_at(Uuid, std::string_view)     \
        const;
GWELD_UNSAVED_READS(record::Reading)
GWELD_UNSAVED_READS(record::Writing)
#undef GWELD_UNSAVED_READS

} // namespace gweld::store::memory
