#include "documents/pdf_finish.h"

#include <algorithm>
#include <array>
#include <memory>
#include <pugixml.hpp>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <sstream>
#include <string_view>

namespace gweld::documents {

namespace {

using Pdf = QPDFObjectHandle;
using Token = QPDFTokenizer::Token;

// Whatever is drawn outside every tag (the lines of a table, the foot of a page) becomes an
// artifact, which nobody has read to them (ISO 32000-1, 14.8.2.2).
class MarksFurniture : public Pdf::TokenFilter {
  public:
    void handleToken(const Token& token) override {
        held_.push_back(token);
        const auto type = token.getType();
        if (type == QPDFTokenizer::tt_word || type == QPDFTokenizer::tt_inline_image) {
            operation(token.getValue());
        }
    }
    void handleEOF() override { let_go(); }

  private:
    void operation(std::string_view name) {
        constexpr std::array begins{std::string_view{"BT"}, std::string_view{"m"},
                                    std::string_view{"re"}};
        constexpr std::array ends{std::string_view{"ET"}, std::string_view{"S"},
                                  std::string_view{"s"},  std::string_view{"f"},
                                  std::string_view{"f*"}, std::string_view{"n"}};
        const bool furniture =
            depth_ == 0 && !marking_ && std::ranges::find(begins, name) != begins.end();
        if (furniture) {
            write("/Artifact BMC\n");
            marking_ = true;
        }
        let_go();
        if (marking_ && std::ranges::find(ends, name) != ends.end()) {
            write("\nEMC ");
            marking_ = false;
        } else if (name == "BDC" || name == "BMC") {
            ++depth_;
        } else if (name == "EMC") {
            --depth_;
        }
    }
    void let_go() {
        for (const auto& token : held_) {
            writeToken(token);
        }
        held_.clear();
    }

    std::vector<Token> held_; // of one operation
    int depth_ = 0;           // of tags
    bool marking_ = false;
};

class Structure {
  public:
    explicit Structure(const PdfSays& says) : says_{says} {}

    // Our own tree: a list in a list is as deep as it goes.
    void go_through(Pdf element) {
        if (element.isArray()) {
            for (auto& kid : element.getArrayAsVector()) {
                go_through(kid);
            }
            return;
        }
        if (!element.isDictionary() || !element.hasKey("/S")) {
            if (element.isDictionary() && element.hasKey("/K")) {
                go_through(element.getKey("/K"));
            }
            return;
        }
        const auto kind = element.getKey("/S").getName();
        if (kind == "/TH") {
            element.replaceKey("/A", Pdf::parse("<< /O /Table /Scope /Column >>"));
        } else if (kind == "/BlockQuote") {
            say_language(element);
        }
        if (element.hasKey("/K")) {
            go_through(element.getKey("/K"));
        }
    }

  private:
    void say_language(Pdf element) {
        if (quoted_ < says_.quoted_in.size() && !says_.quoted_in[quoted_].empty()) {
            element.replaceKey("/Lang", Pdf::newUnicodeString(says_.quoted_in[quoted_]));
        }
        ++quoted_;
    }

    const PdfSays& says_;
    std::size_t quoted_ = 0;
};

std::string metadata_of(const PdfSays& says) {
    pugi::xml_document xml;
    auto packet = xml.append_child("x:xmpmeta");
    packet.append_attribute("xmlns:x") = "adobe:ns:meta/";
    auto rdf = packet.append_child("rdf:RDF");
    rdf.append_attribute("xmlns:rdf") = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    auto about = rdf.append_child("rdf:Description");
    about.append_attribute("rdf:about") = "";
    about.append_attribute("xmlns:dc") = "http://purl.org/dc/elements/1.1/";
    auto title = about.append_child("dc:title").append_child("rdf:Alt").append_child("rdf:li");
    title.append_attribute("xml:lang") = "x-default";
    title.text().set(says.title.c_str());
    about.append_child("dc:language")
        .append_child("rdf:Bag")
        .append_child("rdf:li")
        .text()
        .set(says.language.c_str());
    std::ostringstream out;
    out << "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>";
    xml.save(out, "", pugi::format_raw | pugi::format_no_declaration);
    out << "<?xpacket end=\"r\"?>";
    return out.str();
}

} // namespace

std::string finished_pdf(const std::string& drawn, const PdfSays& says) {
    QPDF pdf;
    pdf.processMemoryFile("document", drawn.data(), drawn.size());
    auto root = pdf.getRoot();
    root.replaceKey("/Lang", Pdf::newUnicodeString(says.language));
    root.replaceKey("/ViewerPreferences", Pdf::parse("<< /DisplayDocTitle true >>"));
    auto metadata = pdf.newStream(metadata_of(says));
    metadata.getDict().replaceKey("/Type", Pdf::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", Pdf::newName("/XML"));
    root.replaceKey("/Metadata", metadata);
    Structure{says}.go_through(root.getKey("/StructTreeRoot"));
    for (auto& page : QPDFPageDocumentHelper{pdf}.getAllPages()) {
        page.getObjectHandle().replaceKey("/Tabs", Pdf::newName("/S"));
        page.addContentTokenFilter(std::make_shared<MarksFurniture>());
    }
    QPDFWriter writer{pdf};
    writer.setOutputMemory();
    writer.setMinimumPDFVersion("1.7");
    writer.setDeterministicID(true);
    writer.write();
    const auto bytes = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

} // namespace gweld::documents
