// What leaves as Word is read back as it was; what leaves as PDF says what it is to somebody who
// listens to it.
#include "documents/docx_reader.h"
#include "documents/docx_writer.h"
#include "documents/pdf_writer.h"
#include "documents/zip_folder.h"
#include "sample.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

namespace gweld::documents {
namespace {

std::size_t times(std::string_view text, std::string_view part) {
    std::size_t n = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
        ++n;
    }
    return n;
}

bool there_is(const char* program) {
    const std::string where{"/usr/bin/"};
    return std::filesystem::exists(where + program);
}

class Paper : public testing::Test {
  protected:
    Paper()
        : file_{std::filesystem::temp_directory_path() /
                ("gweld-paper-" + std::to_string(getpid()) + ".pdf")} {}
    ~Paper() override { std::filesystem::remove(file_); }
    std::string ask(const std::string& pdf, const std::string& command) {
        std::ofstream{file_, std::ios::binary} << pdf;
        auto* out = popen((command + " " + file_.string() + " 2>&1").c_str(), "r");
        std::string text;
        char piece[4096];
        while (const auto n = std::fread(piece, 1, sizeof piece, out)) {
            text.append(piece, n);
        }
        pclose(out);
        return text;
    }

  private:
    std::filesystem::path file_;
};

// ---- Word
// ---------------------------------------------------------------------------------------

TEST(Word, what_we_write_we_read_back_as_it_was) {
    const auto read = read_docx(as_docx(as_it_is(sample())));
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read.value().title, sample().title);
    EXPECT_TRUE(read.value().body == sample().body);
}

TEST(Word, the_same_document_is_the_same_bytes) {
    EXPECT_EQ(as_docx(as_it_is(sample())), as_docx(as_it_is(sample())));
}

TEST(Word, says_its_language_its_title_and_which_row_heads_a_table) {
    const auto bytes = as_docx(as_it_is(sample()));
    const auto folder = OpenedZip::open(bytes, most_parts);
    ASSERT_TRUE(folder.ok());
    const auto part = [&](const char* name) {
        return folder.value().read(name, 1U << 20U).value();
    };
    EXPECT_EQ(times(part("word/styles.xml"), "w:val=\"cy-GB\""), 1U);
    EXPECT_EQ(times(part("word/document.xml"), "<w:tblHeader"), 1U);
    EXPECT_EQ(times(part("word/document.xml"), "<w:lang w:val=\"pl\""), 1U);
    EXPECT_EQ(times(part("docProps/core.xml"), "<dc:language>cy<"), 1U);
    EXPECT_EQ(times(part("docProps/core.xml"), "Ffion Davies"), 1U);
    EXPECT_EQ(times(part("word/footer.xml"), "NUMPAGES"), 1U);
    EXPECT_EQ(times(part("word/footer.xml"), "Tudalen "), 1U);
}

TEST(Word, a_text_with_anything_in_it_is_still_a_document) {
    Document document = sample();
    document.title = "]]> <w:p> \x01\x02 \xff\xc3 &amp;";
    document.body = {Paragraph{std::string("a\0b", 3) + "\x1b\n\n\ttwo lines"}, Bullets{{""}},
                     Table{{}, {"one", "two"}, {{"short"}, {"a", "b", "too many"}}}};
    const auto read = read_docx(as_docx(as_it_is(document)));
    ASSERT_TRUE(read.ok());
    EXPECT_NE(read.value().title.find("]]> <w:p>"), std::string::npos);
    EXPECT_FALSE(as_pdf(as_it_is(document)).empty());
}

// ---- clearing
// -----------------------------------------------------------------------------------

TEST(Clearing, goes_through_every_text_of_every_kind_of_block) {
    auto document = sample();
    const std::string secret = "3 Maes-y-coed";
    document.title += secret;
    document.footer += secret;
    document.body = {Heading{2, secret}, Paragraph{secret, Manner::quoted, "cy"},
                     Bullets{{"at " + secret}}, Pairs{{{secret, secret}}},
                     Table{secret, {secret}, {{secret}}}};
    const auto cleared = clear(std::move(document), [&](std::string text) {
        if (const auto at = text.find(secret); at != std::string::npos) {
            text.replace(at, secret.size(), "(left out)");
        }
        return text;
    });
    const auto read = read_docx(as_docx(cleared));
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(cleared.document().footer.find(secret), std::string::npos);
    const auto bytes = as_docx(cleared);
    const auto folder = OpenedZip::open(bytes, most_parts);
    for (const auto* name : {"word/document.xml", "word/footer.xml", "docProps/core.xml"}) {
        EXPECT_EQ(folder.value().read(name, 1U << 20U).value().find(secret), std::string::npos)
            << name;
    }
}

// ---- PDF
// ----------------------------------------------------------------------------------------

TEST_F(Paper, says_what_it_is) {
    if (!there_is("pdfinfo")) {
        GTEST_SKIP() << "poppler-utils is not there";
    }
    const auto said = ask(as_pdf(as_it_is(sample())), "pdfinfo");
    EXPECT_NE(said.find("Tagged:          yes"), std::string::npos) << said;
    EXPECT_NE(said.find("Title:           Cynllun gofal a chymorth: Ffion Davies"),
              std::string::npos);
    EXPECT_NE(said.find("Metadata Stream: yes"), std::string::npos);
    EXPECT_NE(said.find("A4"), std::string::npos);
}

TEST_F(Paper, is_read_out_in_order_with_its_headings_lists_and_cells) {
    if (!there_is("pdfinfo")) {
        GTEST_SKIP() << "poppler-utils is not there";
    }
    const auto said = ask(as_pdf(as_it_is(sample())), "pdfinfo -struct-text");
    std::size_t at = 0;
    for (const auto* part : {"H1",
                             "Cynllun gofal a chymorth: Ffion Davies",
                             "P",
                             "H2",
                             "Beth fydd yn well",
                             "H3",
                             "Gwely cynnes bob nos",
                             "tŷ, a’r dŵr",
                             "L (block)",
                             "LI",
                             "LBody",
                             "trwsio’r boeler",
                             "BlockQuote",
                             "Zimno",
                             "Cadeirydd",
                             "Eleri Vaughan",
                             "Table",
                             "TR",
                             "TH",
                             "Enw",
                             "TH",
                             "Asiantaeth",
                             "TR",
                             "TD",
                             "Siôn Rees",
                             "H4"}) {
        at = said.find(part, at);
        ASSERT_NE(at, std::string::npos) << part << "\n" << said;
    }
    // The foot of the page is read to nobody.
    EXPECT_EQ(said.find("Cyfrinachol"), std::string::npos);
}

TEST_F(Paper, a_long_document_goes_over_many_pages_with_its_tags) {
    if (!there_is("pdfinfo")) {
        GTEST_SKIP() << "poppler-utils is not there";
    }
    auto document = sample();
    std::string words;
    for (int i = 0; i < 2000; ++i) {
        words += "gair" + std::to_string(i) + " ";
    }
    Table many{"", {"Enw", "Beth"}, {}};
    for (int i = 0; i < 120; ++i) {
        many.rows.push_back({"Rhes" + std::to_string(i), "llawer o eiriau yma i gyd"});
    }
    document.body = {Paragraph{words},
                     Paragraph{words, Manner::quoted, "pl"},
                     Bullets{{words, "olaf"}},
                     many,
                     Table{"", {"Hir", "Byr"}, {{words + words, "byr"}}},
                     Heading{2, "Diwedd"}};
    const auto pdf = as_pdf(as_it_is(document));
    const auto said = ask(pdf, "pdfinfo -struct-text");
    for (const auto* part : {"gair0 ", "gair1999", "Rhes0", "Rhes119", "olaf", "Diwedd"}) {
        EXPECT_NE(said.find(part), std::string::npos) << part;
    }
    EXPECT_EQ(times(said, "Rhes"), 120U);
    EXPECT_EQ(times(said, "\"Enw\""), 1U); // repeated on paper, read once
    EXPECT_NE(ask(pdf, "pdfinfo").find("Pages:           2"), std::string::npos);
}

TEST(Pdf, the_same_document_is_the_same_bytes) {
    EXPECT_EQ(as_pdf(as_it_is(sample())), as_pdf(as_it_is(sample())));
}

} // namespace
} // namespace gweld::documents
