// What a file is, by its bytes; and that whatever is dangerous, lies or is cut short is refused.
#include "files/file_type.h"

#include "files/zip_listing.h"
#include "zip_made.h"

#include <gtest/gtest.h>
#include <random>

namespace gweld::files {
namespace {

using namespace std::string_literals;

std::optional<FileType> taken(std::string_view name, std::string_view bytes) {
    const auto type = type_of(name, bytes);
    return type.ok() ? std::optional{type.value()} : std::nullopt;
}
std::optional<FileRefused> refused(std::string_view name, std::string_view bytes) {
    const auto type = type_of(name, bytes);
    return type.ok() ? std::nullopt : std::optional{type.error()};
}

std::string pdf(const std::string& inside = "") {
    return "%PDF-1.7\n1 0 obj<<" + inside + ">>endobj\ntrailer<<>>\n%%EOF\n";
}
std::string png(char width = 1) {
    return "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s + width + "\0\0\1"s + width +
           "\0\0\1\x08\2\0\0\0\x90wS\xde"s + "\0\0\0\0IEND\xae\x42\x60\x82"s;
}
const std::string jpeg = "\xff\xd8\xff\xe0\0\x10JFIF"s;

TEST(FileType, each_type_is_known_by_its_bytes) {
    EXPECT_EQ(taken("a.pdf", pdf()), FileType::pdf);
    EXPECT_EQ(taken("a.png", png('\0')), FileType::png);
    EXPECT_EQ(taken("A.JPG", jpeg), FileType::jpeg);
    EXPECT_EQ(taken("a.jpeg", jpeg), FileType::jpeg);
    EXPECT_EQ(taken("a.docx", word_file()), FileType::docx);
    EXPECT_EQ(taken("nodyn.txt", "Dywedodd: “Dw i’n iawn”\r\n\tŵ"), FileType::text);
    EXPECT_EQ(media_type(FileType::png), "image/png");
}

TEST(FileType, a_name_that_says_something_else_is_refused) {
    EXPECT_EQ(refused("a.pdf", png('\0')), FileRefused::not_what_it_says);
    EXPECT_EQ(refused("a.png", pdf()), FileRefused::not_what_it_says);
    EXPECT_EQ(refused("a.txt", pdf()), FileRefused::not_what_it_says);
    EXPECT_EQ(refused("a.pdf", "just words"), FileRefused::not_what_it_says);
    EXPECT_EQ(refused("a.docx", zip_of({{"a.txt", "x"}})), FileRefused::not_what_it_says);
    EXPECT_EQ(refused("a.pdf.exe", pdf()), FileRefused::ending_not_allowed);
    EXPECT_EQ(refused("a.docm", word_file()), FileRefused::ending_not_allowed);
    EXPECT_EQ(refused("a.svg", "<svg/>"), FileRefused::ending_not_allowed);
    EXPECT_EQ(refused("pdf", pdf()), FileRefused::ending_not_allowed);
    EXPECT_EQ(refused(".pdf", pdf()), FileRefused::ending_not_allowed);
}

TEST(FileType, a_program_is_refused_whatever_it_is_called) {
    EXPECT_EQ(refused("a.txt", "MZ\x90"), FileRefused::program);
    EXPECT_EQ(refused("a.pdf", "\x7f"
                               "ELF\2"),
              FileRefused::program);
    EXPECT_EQ(refused("a.txt", "#!/bin/sh\n"), FileRefused::program);
}

TEST(FileType, nothing_and_too_much_are_refused) {
    EXPECT_EQ(refused("a.txt", ""), FileRefused::empty);
    EXPECT_EQ(refused("a.txt", std::string(largest_file + 1, 'a')), FileRefused::too_large);
    EXPECT_EQ(taken("a.txt", std::string(largest_file, 'a')), FileType::text);
}

TEST(FileType, text_is_utf8_without_control_characters) {
    EXPECT_EQ(refused("a.txt", "caf\xe9"), FileRefused::not_recognised); // Latin-1
    EXPECT_EQ(refused("a.txt", "a\0b"s), FileRefused::not_recognised);
    EXPECT_EQ(refused("a.txt", "\x1b[2J"), FileRefused::not_recognised);
    EXPECT_EQ(taken("a.txt", "\xef\xbb\xbfwith a mark"), FileType::text);
}

TEST(FileType, a_pdf_that_is_locked_runs_something_or_is_cut_short_is_refused) {
    EXPECT_EQ(refused("a.pdf", pdf("/Encrypt 5 0 R")), FileRefused::encrypted);
    EXPECT_EQ(refused("a.pdf", pdf("/S/JavaScript")), FileRefused::has_macros);
    EXPECT_EQ(refused("a.pdf", pdf("/S/Launch")), FileRefused::has_macros);
    EXPECT_EQ(refused("a.pdf", "%PDF-1.7\n1 0 obj"), FileRefused::damaged);
}

TEST(FileType, a_picture_of_more_pixels_than_any_screen_is_a_bomb) {
    EXPECT_EQ(refused("a.png", png('\x7f')), FileRefused::unpacks_too_large);
    EXPECT_EQ(refused("a.png", png('\0').substr(0, 40)), FileRefused::damaged);
}

TEST(FileType, a_word_file_with_macros_or_programs_in_it_is_refused) {
    for (const auto* name : {"word/vbaProject.bin", "word/VBAPROJECT.BIN", "word/vbaData.xml",
                             "word/activeX/activeX1.xml", "word/embeddings/oleObject1.bin"}) {
        EXPECT_EQ(refused("a.docx", word_file_with({name})), FileRefused::has_macros) << name;
    }
    EXPECT_EQ(taken("a.docx", word_file_with({"word/media/image1.png"})), FileType::docx);
}

TEST(FileType, a_word_file_under_a_password_is_refused) {
    EXPECT_EQ(refused("a.docx", word_file_with({"word/a.xml", "x", 0, 1})), FileRefused::encrypted);
    EXPECT_EQ(refused("a.docx", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more"),
              FileRefused::old_word);
}

// 42 kilobytes that say they come to four gigabytes.
TEST(FileType, a_bomb_is_refused_without_unpacking_it) {
    EXPECT_EQ(refused("a.docx",
                      word_file_with({"word/a.xml", std::string(42'000, 'z'), 0xFFFF'FFF0U, 0, 8})),
              FileRefused::unpacks_too_large);
    auto many = of_a_word_file();
    for (int i = 0; i < 30; ++i) { // each alone is within the measure
        many.push_back({"word/" + std::to_string(i), std::string(50'000, 'z'), 4'000'000, 0, 8});
    }
    EXPECT_EQ(refused("a.docx", zip_of(many)), FileRefused::unpacks_too_large);
}

TEST(FileType, members_that_overlap_are_no_file_of_ours) {
    auto bytes = zip_of({{"[Content_Types].xml", "<Types/>"},
                         {"word/document.xml", "<w:document/>"},
                         {"word/again1.xml", "<w:document/>"}});
    // The third member's place is made the second's, and its name too.
    const auto directory = bytes.rfind("PK\x01\x02");
    const auto second = bytes.rfind("PK\x01\x02", directory - 1);
    bytes.replace(directory + 42, 4, bytes.substr(second + 42, 4));
    EXPECT_EQ(refused("a.docx", bytes), FileRefused::damaged);
}

TEST(FileType, a_member_that_is_called_otherwise_inside_is_refused) {
    EXPECT_EQ(refused("a.docx", word_file_with({"word/a.xml", "x", 0, 0, 0, "word/b.xml"})),
              FileRefused::damaged);
    EXPECT_EQ(refused("a.docx", word_file_with({"../../etc/passwd"})), FileRefused::damaged);
    EXPECT_EQ(refused("a.docx", word_file_with({"word/a.xml", "x", 0, 0, 99})),
              FileRefused::damaged);
}

TEST(FileType, a_word_file_cut_anywhere_or_with_any_byte_changed_is_read_without_harm) {
    const auto whole = word_file();
    for (std::size_t n = 0; n < whole.size(); ++n) {
        EXPECT_FALSE(taken("a.docx", std::string_view{whole}.substr(0, n))) << n;
    }
    std::mt19937 dice{20261124};
    for (int round = 0; round < 20'000; ++round) {
        auto bent = whole;
        for (auto i = dice() % 4 + 1; i > 0; --i) {
            bent[dice() % bent.size()] = static_cast<char>(dice());
        }
        static_cast<void>(type_of("a.docx", bent));
        static_cast<void>(members_of_zip(bent));
    }
}

TEST(FileName, loses_folders_control_characters_and_marks_of_direction) {
    EXPECT_EQ(plain_file_name("C:\\Users\\Non\\nodyn.pdf"), "nodyn.pdf");
    EXPECT_EQ(plain_file_name("../../etc/passwd"), "passwd");
    EXPECT_EQ(plain_file_name("a\r\nb\0.txt"s), "ab.txt");
    EXPECT_EQ(plain_file_name("gpj.\u202etxt"), "gpj.txt");
    EXPECT_EQ(plain_file_name("llythyr\xff tŷ.docx"), "llythyr tŷ.docx");
    EXPECT_EQ(plain_file_name(""), "");
    EXPECT_EQ(plain_file_name(".."), "") << "a folder";
    EXPECT_EQ(plain_file_name("a/...\n"), "");
}

TEST(FileName, a_long_one_keeps_its_ending_and_whole_letters) {
    std::string name;
    for (int i = 0; i < 200; ++i) {
        name += "ŵ";
    }
    const auto plain = plain_file_name(name + ".docx");
    EXPECT_LE(plain.size(), longest_file_name);
    EXPECT_TRUE(plain.ends_with("ŵ.docx"));
}

} // namespace
} // namespace gweld::files
