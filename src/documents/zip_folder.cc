#include "documents/zip_folder.h"

#include <array>
#include <stdexcept>
#include <zip.h>

namespace gweld::documents {

namespace {

// The first date a ZIP file can name: the moment of making it belongs into the document.
constexpr std::uint16_t dos_date = 0x21;

struct SourceFreed {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, SourceFreed>;

void check(bool well, const char* what) {
    if (!well) {
        throw std::runtime_error(std::string{"a ZIP file could not be made: "} + what);
    }
}

void add(zip_t* archive, const ZipPart& part) {
    auto* source = zip_source_buffer(archive, part.content.data(), part.content.size(), 0);
    check(source != nullptr, "source");
    const auto at = zip_file_add(archive, part.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    check(at >= 0, "part");
    const auto index = static_cast<zip_uint64_t>(at);
    check(zip_file_set_dostime(archive, index, 0, dos_date, 0) == 0, "date");
    check(zip_set_file_compression(archive, index, ZIP_CM_DEFLATE, 6) == 0, "compression");
}

std::string bytes_of(zip_source_t* source) {
    zip_stat_t about;
    check(zip_source_stat(source, &about) == 0 && zip_source_open(source) == 0, "read back");
    std::string bytes(about.size, '\0');
    check(zip_source_read(source, bytes.data(), bytes.size()) ==
              static_cast<zip_int64_t>(bytes.size()),
          "read back");
    zip_source_close(source);
    return bytes;
}

} // namespace

std::string zip_of_parts(const std::vector<ZipPart>& parts) {
    zip_error_t error;
    zip_error_init(&error);
    const Source buffer{zip_source_buffer_create(nullptr, 0, 0, &error)};
    check(buffer != nullptr, "buffer");
    auto* archive = zip_open_from_source(buffer.get(), ZIP_TRUNCATE, &error);
    check(archive != nullptr, "archive");
    zip_source_keep(buffer.get()); // zip_close gives the archive's own hold back
    for (const auto& part : parts) {
        add(archive, part);
    }
    check(zip_close(archive) == 0, "close");
    return bytes_of(buffer.get());
}

void OpenedZip::Closes::operator()(zip* archive) const { zip_discard(archive); }

base::Result<OpenedZip, OpenedZip::Fault> OpenedZip::open(std::string_view bytes,
                                                          std::size_t most) {
    if (bytes.empty()) { // to libzip an archive with nothing in it
        return base::Err{Fault::damaged};
    }
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    auto* archive = source == nullptr
                        ? nullptr
                        : zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    if (archive == nullptr) {
        if (source != nullptr) {
            zip_source_free(source);
        }
        return base::Err{Fault::damaged};
    }
    OpenedZip opened{archive};
    if (static_cast<std::size_t>(zip_get_num_entries(archive, 0)) > most) {
        return base::Err{Fault::too_many_parts};
    }
    return base::Ok{std::move(opened)};
}

bool OpenedZip::has(const std::string& name) const {
    return zip_name_locate(archive_.get(), name.c_str(), 0) >= 0;
}

base::Result<std::string, OpenedZip::NotRead> OpenedZip::read(const std::string& name,
                                                              std::size_t most) const {
    if (!has(name)) {
        return base::Err{NotRead::absent};
    }
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file{
        zip_fopen(archive_.get(), name.c_str(), 0), &zip_fclose};
    if (file == nullptr) {
        return base::Err{NotRead::damaged};
    }
    std::string content;
    std::array<char, 1U << 16U> piece{};
    for (;;) {
        const auto n = zip_fread(file.get(), piece.data(), piece.size());
        if (n < 0) {
            return base::Err{NotRead::damaged};
        }
        if (n == 0) {
            return base::Ok{std::move(content)};
        }
        content.append(piece.data(), static_cast<std::size_t>(n));
        if (content.size() > most) {
            return base::Err{NotRead::too_large};
        }
    }
}

} // namespace gweld::documents
