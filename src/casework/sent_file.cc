#include "casework/sent_file.h"

#include "record/chain.h"

namespace gweld::casework {

base::Result<std::vector<FileToKeep>, std::vector<FileNotTaken>>
look_at(std::span<const SentFile> sent) {
    std::vector<FileToKeep> to_keep;
    std::vector<FileNotTaken> not_taken;
    for (const auto& file : sent) {
        const auto name = files::plain_file_name(file.name);
        const auto type = files::type_of(name, file.bytes());
        if (type.ok()) {
            to_keep.push_back({name, type.value(), file.bytes});
        } else {
            not_taken.push_back({name, type.error()});
        }
    }
    if (!not_taken.empty()) {
        return base::Err{std::move(not_taken)};
    }
    return base::Ok{std::move(to_keep)};
}

std::vector<record::KeptFile> keep(record::Writing& tx, std::span<const FileToKeep> files) {
    std::vector<record::KeptFile> kept;
    for (const auto& file : files) {
        const auto bytes = file.bytes();
        kept.push_back({file.name, std::string{files::media_type(file.type)},
                        static_cast<int>(bytes.size()), record::to_hex(tx.keep_file(bytes))});
    }
    return kept;
}

} // namespace gweld::casework
