// Texts in forms of ours and of others: entries, cards, extracts, names, dates, what a phone
// sealed.
#include "target.h"

#include "base/uuid.h"
#include "documents/word_wire.h"
#include "law/reading.h"
#include "people/names.h"
#include "phone/keys.h"
#include "phone/locked.h"
#include "record/codec.h"
#include "record/kinds.h"
#include "ssd/csv.h"
#include "time/instant.h"

#include <sstream>

namespace gweld::fuzz {
namespace {

template <class Kind> void read_as(std::string_view json) {
    const auto read = record::decode<Kind>(json);
    if (read.ok()) {
        const auto written = record::encode(read.value());
        const auto again = record::decode<Kind>(written);
        must(again.ok() && record::encode(again.value()) == written,
             "what was read is written one way");
    }
}

void entry(std::string_view bytes) {
    switch (taken_from(bytes) % 6) {
    case 0:
        return read_as<record::VisitMade>(bytes);
    case 1:
        return read_as<record::ContactReceived>(bytes);
    case 2:
        return read_as<record::PersonDescribed>(bytes);
    case 3:
        return read_as<record::RecordRestricted>(bytes);
    case 4:
        return read_as<record::PlacedOnRegister>(bytes);
    default:
        return read_as<record::Allocated>(bytes);
    }
}
const Registered registered_entry{"entry", entry};

void csv(std::string_view bytes) {
    std::istringstream in{std::string{bytes}};
    ssd::CsvReader reader{in};
    std::size_t rows = 0;
    while (reader.next() == ssd::CsvReader::Step::row) {
        must(++rows <= bytes.size() + 1, "no more rows than bytes");
        for (std::size_t n = 0; n < reader.size(); ++n) {
            must(reader.cell(n).size() <= bytes.size(), "no cell is longer than the file");
        }
    }
}
const Registered registered_csv{"csv", csv};

// What a spreadsheet would run is never the first thing in a cell.
void csv_written(std::string_view bytes) {
    std::string row;
    ssd::append_csv_row(row, {bytes, "x"});
    std::istringstream in{row};
    ssd::CsvReader reader{in};
    if (reader.next() == ssd::CsvReader::Step::row && reader.size() == 2) {
        const auto cell = reader.cell(0);
        must(cell.empty() || std::string_view{"=+-@\t\r"}.find(cell[0]) == std::string_view::npos,
             "no cell is a formula");
    }
}
const Registered registered_csv_written{"csv_written", csv_written};

void card(std::string_view bytes) {
    std::vector<law::CardFault> faults;
    const law::Page page{"a.md", std::string{bytes}};
    static_cast<void>(law::read_card(page, faults));
    static_cast<void>(law::read_local_change(page, faults));
    static_cast<void>(law::read_calendar(page, faults));
    static_cast<void>(law::read_signing_times(page, faults));
}
const Registered registered_card{"card", card};

void name(std::string_view bytes) {
    const auto folded = people::fold(bytes);
    must(people::fold(folded) == folded, "folded once is folded");
    static_cast<void>(people::search_prefixes(bytes));
    const auto half = bytes.size() / 2;
    static_cast<void>(people::name_keys(bytes.substr(0, half), bytes.substr(half)));
    static_cast<void>(people::comes_before(bytes.substr(0, half), bytes.substr(half)));
}
const Registered registered_name{"name", name};

void moment(std::string_view bytes) {
    if (const auto at = time::parse_rfc3339(bytes)) {
        must(time::parse_rfc3339(time::to_rfc3339(*at)) == at, "a moment is read back");
    }
    if (const auto day = time::parse_iso(bytes)) {
        must(time::parse_iso(time::to_iso(*day)) == day, "a day is read back");
    }
    if (const auto id = base::parse_uuid(bytes)) {
        must(base::parse_uuid(base::to_text(*id)) == id, "an id is read back");
    }
}
const Registered registered_moment{"moment", moment};

// What the process that read a stranger's document says of it.
void wire(std::string_view bytes) {
    const auto read = documents::from_wire(bytes);
    must(!read || documents::to_wire(*read) == bytes, "there is one way to say it");
}
const Registered registered_wire{"wire", wire};

void sealed(std::string_view bytes) {
    static const auto pem = phone::Keys::make();
    static const auto keys = phone::Keys::read(pem);
    const auto at = taken_from(bytes);
    const auto cut = std::min(at, bytes.size());
    const phone::Sealed item{keys->name(), std::string{bytes.substr(0, cut)},
                             std::string(phone::nonce_bytes, 'n'), std::string{bytes.substr(cut)}};
    must(!keys->open(item, "id").ok(), "nothing opens that no phone sealed");
    static_cast<void>(phone::Keys::read(bytes));
    static_cast<void>(phone::as_typed(bytes));
}
const Registered registered_sealed{"sealed", sealed};

} // namespace
} // namespace gweld::fuzz
