// Word documents strangers made: right ones as councils write them, and ones that mean harm.
#include "documents/docx_reader.h"
#include "documents/docx_writer.h"
#include "documents/sections.h"
#include "documents/zip_folder.h"
#include "sample.h"

#include <gtest/gtest.h>

namespace gweld::documents {
namespace {

constexpr const char* head =
    R"(<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>)";
constexpr const char* foot = "</w:body></w:document>";
constexpr const char* styles_xml =
    R"(<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:styleId="Pennawd1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Pennawd2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Rhestr"><w:name w:val="List Bullet"/></w:style>
</w:styles>)";

std::string file_of(const std::string& body) {
    return zip_of_parts({{"[Content_Types].xml", "<Types/>"},
                         {"word/document.xml", head + body + foot},
                         {"word/styles.xml", styles_xml}});
}
std::string para(const std::string& text, const std::string& style = {}) {
    return "<w:p>" + (style.empty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>") +
           "<w:r><w:t>" + text + "</w:t></w:r></w:p>";
}
std::string cell(const std::string& text) { return "<w:tc>" + para(text) + "</w:tc>"; }
std::string row(const std::string& a, const std::string& b) {
    return "<w:tr>" + cell(a) + cell(b) + "</w:tr>";
}
WordText read(const std::string& body) {
    auto text = read_docx(file_of(body));
    EXPECT_TRUE(text.ok());
    return text.ok() ? std::move(text).value() : WordText{};
}
std::vector<Section> sections(const std::string& body) { return sections_of(read(body)); }
void expect_unread(const std::string& bytes, Unread why) {
    const auto text = read_docx(bytes);
    ASSERT_FALSE(text.ok());
    EXPECT_EQ(text.error(), why);
}

// ---- as councils write them
// ----------------------------------------------------------------------

TEST(ReadingWord, headings_are_told_by_their_styles_name_in_whatever_language_word_was_in) {
    const auto found =
        sections(para("Risgiau", "Pennawd1") + para("Mae’r nosweithiau’n wael.") +
                 para("Cryfderau", "Pennawd2") + para("Nain", "Rhestr") + para("Ysgol", "Rhestr"));
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0], (Section{"Risgiau", "Mae’r nosweithiau’n wael."}));
    EXPECT_EQ(found[1].text, "Nain\nYsgol");
}

TEST(ReadingWord, a_short_line_in_bold_is_a_heading_and_nothing_in_bold_is_lost) {
    const std::string bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Risks</w:t></w:r></w:p>";
    const std::string also = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Seen at night</w:t></w:r></w:p>";
    const auto found = sections(para("Before.") + bold + also + para("He is cold."));
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0], (Section{"", "Before."}));
    EXPECT_EQ(found[1], (Section{"", "Risks"}));
    EXPECT_EQ(found[2], (Section{"Seen at night", "He is cold."}));
}

TEST(ReadingWord, a_form_made_of_a_table_is_a_section_for_each_row) {
    const auto found = sections(para("The child", "Pennawd1") + "<w:tbl>" + row("Health", "Well") +
                                row("", "but for asthma") + row("Education", "") +
                                row("Identity", "Welsh") + "</w:tbl>");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0], (Section{"The child: Health", "Well\nbut for asthma"}));
    EXPECT_EQ(found[1], (Section{"The child: Identity", "Welsh"}));
}

TEST(ReadingWord, a_table_of_three_columns_is_told_cell_by_cell) {
    const auto three = [](const char* a, const char* b, const char* c) {
        return "<w:tr>" + cell(a) + cell(b) + cell(c) + "</w:tr>";
    };
    const auto found =
        sections(para("Actions", "Pennawd1") + "<w:tbl>" + three("What", "Who", "When") +
                 three("Boiler", "Carys", "") + "</w:tbl>");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].text, "What: Boiler; Who: Carys");
}

TEST(ReadingWord, says_what_it_does_not_read) {
    const auto text =
        read("<w:p><w:r><w:t>Seen</w:t></w:r><w:del><w:r><w:delText>never</w:delText></w:r></w:del>"
             "<w:ins><w:r><w:t> daily</w:t></w:r></w:ins><w:r><w:drawing/></w:r>"
             "<w:r><w:commentReference/></w:r><w:r><w:footnoteReference/></w:r></w:p>");
    ASSERT_EQ(text.body.size(), 1U);
    EXPECT_EQ(std::get<Paragraph>(text.body[0]).text, "Seen daily");
    EXPECT_EQ(text.pictures, 1);
    EXPECT_EQ(text.comments, 1);
    EXPECT_EQ(text.footnotes, 1);
    EXPECT_EQ(text.deletions, 1);
}

TEST(ReadingWord, a_text_box_is_read_once_although_word_writes_it_twice) {
    const auto text =
        read("<w:p><w:r><mc:AlternateContent xmlns:mc=\"m\"><mc:Choice><w:txbxContent>" +
             para("Boxed") + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" +
             para("Boxed") + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>");
    ASSERT_EQ(text.body.size(), 1U);
    EXPECT_EQ(std::get<Paragraph>(text.body[0]).text, "Boxed");
}

TEST(ReadingWord, a_heading_of_200_letters_is_a_heading) {
    const std::string longest(200, 'x');
    const auto found = sections(para(longest, "Pennawd2") + para("Text"));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].heading, longest);
}

TEST(ReadingWord, an_empty_document_has_no_sections) {
    EXPECT_TRUE(sections("").empty());
    EXPECT_TRUE(sections(para("") + para("   ")).empty());
}

TEST(ReadingWord, what_we_wrote_ourselves_is_cut_at_its_headings) {
    const auto text = read_docx(as_docx(as_it_is(sample())));
    ASSERT_TRUE(text.ok());
    const auto found = sections_of(text.value());
    ASSERT_GE(found.size(), 4U);
    EXPECT_EQ(found[1].heading, "Beth fydd yn well: Gwely cynnes bob nos");
}

// ---- as somebody makes them who means harm
// -------------------------------------------------------

TEST(ReadingWord, what_is_cut_short_or_no_zip_is_damaged) {
    const auto whole = file_of(para("Text"));
    expect_unread("", Unread::damaged);
    expect_unread("PK\x03\x04", Unread::damaged);
    expect_unread(std::string(4096, 'x'), Unread::damaged);
    for (const auto part : {whole.size() / 4, whole.size() / 2, whole.size() - 3}) {
        expect_unread(whole.substr(0, part), Unread::damaged);
    }
}

TEST(ReadingWord, without_its_text_there_is_nothing_to_read) {
    expect_unread(zip_of_parts({{"[Content_Types].xml", "<Types/>"}}), Unread::no_text);
    expect_unread(zip_of_parts({{"word/document.xml", "<w:document xmlns:w=\"w\"/>"}}),
                  Unread::no_text);
}

TEST(ReadingWord, a_bomb_is_given_up_when_it_has_become_too_large) {
    const std::string sixteen_megabytes(largest_text + 1, ' ');
    expect_unread(zip_of_parts({{"word/document.xml", sixteen_megabytes}}), Unread::too_large);
}

TEST(ReadingWord, too_many_parts_are_not_looked_through) {
    std::vector<ZipPart> parts{{"word/document.xml", std::string{head} + foot}};
    for (std::size_t i = 0; i < most_parts; ++i) {
        parts.push_back({"word/" + std::to_string(i), ""});
    }
    expect_unread(zip_of_parts(parts), Unread::too_many_parts);
}

TEST(ReadingWord, elements_in_elements_without_end_are_not_followed) {
    std::string deep;
    for (int i = 0; i < 100'000; ++i) {
        deep += "<w:sdt>";
    }
    expect_unread(file_of(deep), Unread::too_deep);
    std::string closed;
    for (int i = 0; i <= deepest; ++i) {
        closed = "<w:sdt>" + closed + "</w:sdt>";
    }
    expect_unread(file_of(closed), Unread::too_deep);
}

TEST(ReadingWord, a_greater_than_sign_in_an_attribute_is_not_an_element) {
    std::string many;
    for (int i = 0; i < 2 * deepest; ++i) {
        many += "<w:bookmarkStart w:name=\"a > b\"/>";
    }
    EXPECT_TRUE(read_docx(file_of(many + para("Text"))).ok());
}

TEST(ReadingWord, declared_entities_are_refused_and_nothing_outside_is_opened) {
    const std::string outside =
        "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
        "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body>"
        "</w:document>";
    expect_unread(zip_of_parts({{"word/document.xml", outside}}), Unread::not_plain_xml);
}

TEST(ReadingWord, what_is_no_xml_is_damaged) {
    expect_unread(zip_of_parts({{"word/document.xml", "<w:document><w:body></w:document>"}}),
                  Unread::damaged);
    expect_unread(zip_of_parts({{"word/document.xml", "<w:document"}}), Unread::damaged);
}

TEST(ReadingWord, without_readable_styles_there_is_still_the_text) {
    const auto bytes = zip_of_parts(
        {{"word/document.xml", head + para("Text") + foot}, {"word/styles.xml", "<w:styles"}});
    const auto text = read_docx(bytes);
    ASSERT_TRUE(text.ok());
    EXPECT_EQ(text.value().body.size(), 1U);
}

} // namespace
} // namespace gweld::documents
