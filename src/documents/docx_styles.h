// docx_styles.h - the names of the styles we write, by which the reader knows our own documents
// again. Knows no document.
#pragma once

#include <array>
#include <string_view>

namespace gweld::documents::styles {

inline constexpr std::string_view title = "Title";
inline constexpr std::string_view quoted = "Quote";
inline constexpr std::string_view quiet = "GweldQuiet";
inline constexpr std::string_view pair_name = "GweldPairName";
inline constexpr std::string_view pair_value = "GweldPairValue";
inline constexpr std::string_view bullet = "ListBullet";
inline constexpr std::string_view caption = "Caption";
inline constexpr std::string_view footer = "Footer";
inline constexpr std::array<std::string_view, 3> headings{"Heading2", "Heading3", "Heading4"};

} // namespace gweld::documents::styles
