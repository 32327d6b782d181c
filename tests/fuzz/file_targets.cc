// Files from outside: their type, Word, archives; and what is written from texts of any kind.
#include "target.h"

#include "documents/document.h"
#include "documents/docx_reader.h"
#include "documents/docx_writer.h"
#include "documents/pdf_writer.h"
#include "documents/sections.h"
#include "files/file_type.h"
#include "files/zip_listing.h"

#include <array>

namespace gweld::fuzz {
namespace {

void file_type(std::string_view bytes) {
    constexpr std::array<std::string_view, 8> names{"a.pdf", "a.docx", "a.png",  "a.jpg",
                                                    "a.txt", "a.heic", "a.docm", ""};
    const auto name = names[taken_from(bytes) % names.size()];
    static_cast<void>(files::type_of(name, bytes));
    static_cast<void>(files::members_of_zip(bytes));
}
const Registered registered_file_type{"file_type", file_type};

void file_name(std::string_view bytes) {
    const auto name = files::plain_file_name(bytes);
    must(name.find('/') == std::string::npos && name.find('\\') == std::string::npos,
         "a name has no folder");
    must(name.find('\0') == std::string::npos && name != "..", "a name is a name");
}
const Registered registered_file_name{"file_name", file_name};

void word(std::string_view bytes) {
    const auto read = documents::read_docx(bytes);
    if (read.ok()) {
        static_cast<void>(documents::sections_of(read.value()));
    }
}
const Registered registered_word{"word", word};

documents::Cleared document_of(std::string_view bytes) {
    documents::Document document;
    document.language = "cy";
    document.title = std::string{bytes.substr(0, 40)};
    document.page = "{n} / {all}";
    document.made_at = "2026-11-24T10:00:00Z";
    document.body.push_back(documents::Heading{2, std::string{bytes.substr(0, 60)}});
    document.body.push_back(documents::Paragraph{std::string{bytes}});
    document.body.push_back(documents::Bullets{{std::string{bytes.substr(bytes.size() / 2)}}});
    document.body.push_back(
        documents::Table{"t", {"a", "b"}, {{std::string{bytes.substr(0, 80)}, "x"}}});
    return documents::clear(std::move(document), [](std::string text) { return text; });
}

void paper(std::string_view bytes) {
    const auto text = bytes.substr(0, 4000);
#if !defined(__clang__) // room.cmake
    must(documents::as_pdf(document_of(text)).starts_with("%PDF-"), "a PDF is a PDF");
#endif
    const auto docx = documents::as_docx(document_of(text));
    must(documents::read_docx(docx).ok(), "what we write as Word we read");
}
const Registered registered_paper{"paper", paper};

} // namespace
} // namespace gweld::fuzz
