#include "web/draw/genogram.h"

#include "web/draw/svg.h"

#include <algorithm>
#include <map>

namespace gweld::web::draw {

namespace {

constexpr double step_across = 132; // from one person to the next
constexpr double row_height = 184;  // from one generation to the next
constexpr double half = 26;         // of a shape
constexpr double margin = 10;
constexpr double first_row = 56;   // middle of the shapes of the top row
constexpr double name_top = 20;    // below the shape
constexpr double row_gap = 18;     // of a name
constexpr double cell_half = 60;   // of the dotted line around one person
constexpr double cell_top = 40;    // above the middle of a shape
constexpr double cell_bottom = 76; // below it
constexpr std::size_t letters_in_a_line = 15;

struct GenogramDrawing {
    const Genogram& of;
    SeatingPlan plan;
    Markup out{};

    double x(std::size_t person) const {
        return margin + cell_half + plan.seats[person].column * step_across;
    }
    double y(std::size_t person) const { return first_row + plan.seats[person].row * row_height; }
    Place middle(std::size_t person) const { return {x(person), y(person)}; }
};

// ---- text
// -----------------------------------------------------------------------------------------

bool begins_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

std::size_t letters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, begins_letter));
}

std::string first_letters(const std::string& text, std::size_t most) {
    std::size_t at = 0;
    for (std::size_t seen = 0; at < text.size(); ++at) {
        if (begins_letter(text[at]) && seen++ == most) {
            break;
        }
    }
    return text.substr(0, at);
}

std::string fitted(const std::string& text) {
    return letters(text) <= letters_in_a_line ? text
                                              : first_letters(text, letters_in_a_line - 1) + "…";
}

void text(Markup& out, std::string_view css_class, Place at, const std::string& words) {
    out.raw("<text").classes({css_class}).attribute("x", coordinate(at.x));
    out.attribute("y", coordinate(at.y)).raw(">").text(words).raw("</text>");
}

void path(Markup& out, std::initializer_list<std::string_view> css_classes, const std::string& d) {
    out.raw("<path").classes(css_classes).attribute("d", d).raw("/>");
}

std::string to(char how, Place place) {
    return how + coordinate(place.x) + " " + coordinate(place.y);
}

// ---- who lives together
// ------------------------------------------------------------------------------

struct Run { // neighbours in a row, with nobody else between them
    int row = 0;
    double left = 0;
    double right = 0;
    double middle() const { return (left + right) / 2; }
};

std::vector<Run> runs_together(const GenogramDrawing& drawing) {
    std::map<std::pair<int, double>, bool> by_place; // row and column: inside
    for (std::size_t i = 0; i < drawing.of.people.size(); ++i) {
        const auto& seat = drawing.plan.seats[i];
        by_place[{seat.row, seat.column}] = drawing.of.people[i].sits.together;
    }
    std::vector<Run> runs;
    const std::pair<int, double>* before = nullptr;
    bool open = false;
    for (const auto& [place, inside] : by_place) {
        const double at = margin + cell_half + place.second * step_across;
        open = open && before != nullptr && before->first == place.first;
        if (inside && open) {
            runs.back().right = at;
        } else if (inside) {
            runs.push_back({place.first, at, at});
        }
        open = inside;
        before = &place;
    }
    return runs;
}

std::string outline_of(const Run& run) {
    const double y = first_row + run.row * row_height;
    const double left = run.left - cell_half;
    const double right = run.right + cell_half;
    return to('M', {left, y - cell_top}) + to('L', {right, y - cell_top}) +
           to('L', {right, y + cell_bottom}) + to('L', {left, y + cell_bottom}) + "Z";
}

// Between two generations there is nobody, so a band between their homes takes in no one else.
std::string band_between(const Run& upper, const Run& lower) {
    constexpr double half_band = 16;
    constexpr double overlap = 8;
    const double top = first_row + upper.row * row_height + cell_bottom - overlap;
    const double bottom = first_row + lower.row * row_height - cell_top + overlap;
    const double from = std::clamp(lower.middle(), upper.left, upper.right);
    const double until = std::clamp(from, lower.left, lower.right);
    return to('M', {from - half_band, top}) + to('L', {from + half_band, top}) +
           to('L', {until + half_band, bottom}) + to('L', {until - half_band, bottom}) + "Z";
}

// Drawn twice: the dotted lines of every piece, then every piece without a line on top, so that
// only the outline of the whole is left.
void draw_home(GenogramDrawing& drawing) {
    const auto runs = runs_together(drawing);
    std::vector<std::string> pieces;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        pieces.push_back(outline_of(runs[i]));
        const auto below = std::ranges::find(runs, runs[i].row + 1, &Run::row);
        if (below != runs.end()) {
            pieces.push_back(band_between(runs[i], *below));
        }
    }
    for (const auto* part : {"app-genogram__home", "app-genogram__inside"}) {
        for (const auto& piece : pieces) {
            path(drawing.out, {part}, piece);
        }
    }
}

// ---- lines
// ---------------------------------------------------------------------------------------

std::string_view ended_class(TieState state) {
    return state == TieState::ended ? "app-genogram__ended" : "";
}

// Two strokes through the middle of a broken line: the shape says it too, not only the gaps.
void strokes(Markup& out, Place at) {
    for (const double shift : {-4.0, 4.0}) {
        line(out, "app-genogram__line", {at.x + shift - 4, at.y + 9}, {at.x + shift + 4, at.y - 9});
    }
}

bool side_by_side(const GenogramDrawing& drawing, std::size_t a, std::size_t b) {
    const auto& left = drawing.plan.seats[a];
    const auto& right = drawing.plan.seats[b];
    return left.row == right.row && std::abs(left.column - right.column) < 1.5;
}

// Beside each other straight, else over the heads of those between.
void draw_partners(GenogramDrawing& drawing, const GenogramTie& tie) {
    auto from = drawing.middle(tie.from);
    auto until = drawing.middle(tie.to);
    if (from.x > until.x) {
        std::swap(from, until);
    }
    const std::initializer_list<std::string_view> classes{"app-genogram__line",
                                                          ended_class(tie.state)};
    Place middle{(from.x + until.x) / 2, from.y};
    if (side_by_side(drawing, tie.from, tie.to)) {
        path(drawing.out, classes,
             to('M', {from.x + half, from.y}) + to('L', {until.x - half, until.y}));
    } else {
        constexpr double over = 14;
        constexpr double aside = 12;
        const double top = std::min(from.y, until.y) - half - over;
        path(drawing.out, classes,
             to('M', {from.x + aside, from.y - half}) + to('L', {from.x + aside, top}) +
                 to('L', {until.x - aside, top}) + to('L', {until.x - aside, until.y - half}));
        middle.y = top;
    }
    if (tie.state == TieState::ended) {
        strokes(drawing.out, middle);
    }
}

std::string_view descent_class(Tie tie) {
    switch (tie) {
    case Tie::adoptive_parent:
        return "app-genogram__adopted";
    case Tie::step_parent:
        return "app-genogram__step";
    case Tie::carer:
        return "app-genogram__carer";
    default:
        return "";
    }
}

// Where the line to the children leaves two parents: between them, if they are partners side by
// side; none: from each by themself.
std::optional<Place> leaves_between(const GenogramDrawing& drawing,
                                    const std::vector<std::size_t>& parents) {
    if (parents.size() != 2 || !side_by_side(drawing, parents[0], parents[1])) {
        return std::nullopt;
    }
    const bool partners = std::ranges::any_of(drawing.of.ties, [&](const auto& tie) {
        return tie.tie == Tie::partner && std::ranges::count(parents, tie.from) > 0 &&
               std::ranges::count(parents, tie.to) > 0;
    });
    if (!partners) {
        return std::nullopt;
    }
    const auto a = drawing.middle(parents[0]);
    const auto b = drawing.middle(parents[1]);
    return Place{(a.x + b.x) / 2, a.y};
}

struct Descent { // the children of the same parents, in the same way
    Tie tie = Tie::parent;
    std::vector<std::size_t> parents;
    std::vector<std::size_t> children;
};

std::vector<Descent> descents_of(const Genogram& of) {
    std::map<std::pair<Tie, std::size_t>, std::vector<std::size_t>> by_child;
    for (const auto& tie : of.ties) {
        if (is_descent(tie.tie)) {
            by_child[{tie.tie, tie.to}].push_back(tie.from);
        }
    }
    std::vector<Descent> descents;
    for (auto& [child, parents] : by_child) {
        std::ranges::sort(parents);
        const auto alike = std::ranges::find_if(descents, [&](const auto& one) {
            return one.tie == child.first && one.parents == parents;
        });
        if (alike == descents.end()) {
            descents.push_back({child.first, parents, {child.second}});
        } else {
            alike->children.push_back(child.second);
        }
    }
    return descents;
}

// Each group has its level between the rows, so that two groups' lines are not taken for one.
void draw_descent(GenogramDrawing& drawing, const Descent& descent, std::size_t nth) {
    constexpr std::size_t levels = 5;
    constexpr double apart = 7;
    std::string d;
    double left = drawing.x(descent.children.front());
    double right = left;
    double lowest_parent = 0;
    const auto between = leaves_between(drawing, descent.parents);
    std::vector<Place> tops;
    if (between) {
        tops.push_back(*between);
    } else {
        for (const auto parent : descent.parents) {
            tops.push_back({drawing.x(parent), drawing.y(parent) + cell_bottom - 14});
        }
    }
    for (const auto parent : descent.parents) {
        lowest_parent = std::max(lowest_parent, drawing.y(parent));
    }
    const double bar = lowest_parent + cell_bottom + 4 + static_cast<double>(nth % levels) * apart;
    for (const auto& top : tops) {
        d += to('M', top) + to('L', {top.x, bar});
        left = std::min(left, top.x);
        right = std::max(right, top.x);
    }
    // Beside the middle where it is not the parents' own line, which may end there as well.
    const double aside = descent.tie == Tie::carer ? -10 : descent.tie == Tie::step_parent ? 10 : 0;
    for (const auto child : descent.children) {
        const double x = drawing.x(child) + aside;
        d += to('M', {x, bar}) + to('L', {x, drawing.y(child) - half});
        left = std::min(left, x);
        right = std::max(right, x);
    }
    d += to('M', {left, bar}) + to('L', {right, bar});
    path(drawing.out, {"app-genogram__line", descent_class(descent.tie)}, d);
}

// ---- people
// -----------------------------------------------------------------------------------

void draw_shape(Markup& out, PersonShape shape, Place at, double size) {
    switch (shape) {
    case PersonShape::square:
        out.raw("<rect").classes({"app-genogram__person"}).attribute("x", coordinate(at.x - size));
        out.attribute("y", coordinate(at.y - size)).attribute("width", coordinate(2 * size));
        out.attribute("height", coordinate(2 * size)).raw("/>");
        break;
    case PersonShape::circle:
        dot(out, "app-genogram__person", at, size);
        break;
    case PersonShape::diamond:
        diamond(out, "app-genogram__person", at, size + 3);
        break;
    }
}

void draw_person(GenogramDrawing& drawing, std::size_t which) {
    constexpr double inner = 5;
    constexpr double baseline = 6;
    const auto& person = drawing.of.people[which];
    const auto at = drawing.middle(which);
    draw_shape(drawing.out, person.shape, at, half);
    if (which == 0) {
        draw_shape(drawing.out, person.shape, at, half - inner);
    }
    if (person.life == PersonLife::died) {
        constexpr double arm = half - 4;
        line(drawing.out, "app-genogram__line", {at.x - arm, at.y - arm}, {at.x + arm, at.y + arm});
        line(drawing.out, "app-genogram__line", {at.x - arm, at.y + arm}, {at.x + arm, at.y - arm});
    }
    double y = at.y + half + name_top;
    if (person.life == PersonLife::died && !person.inside.empty()) { // not to be read under a cross
        constexpr double beside = 6;
        text(drawing.out, "app-genogram__age--beside",
             {at.x + half + beside, at.y - half + baseline}, person.inside);
    } else if (!person.inside.empty()) {
        text(drawing.out, "app-genogram__age", {at.x, at.y + baseline}, person.inside);
    }
    for (const auto& words : two_lines(person.name)) {
        text(drawing.out, "app-genogram__name", {at.x, y}, words);
        y += row_gap;
    }
}

void open_svg(GenogramDrawing& drawing, double width, double height) {
    const auto& id = drawing.of.id;
    auto& out = drawing.out;
    const auto w = coordinate(width);
    const auto h = coordinate(height);
    out.raw("<svg class=\"app-genogram\" role=\"img\"");
    out.attribute("width", w).attribute("height", h).attribute("viewBox", "0 0 " + w + " " + h);
    out.attribute("aria-labelledby", id + "-title").attribute("aria-describedby", id + "-desc");
    out.raw(" focusable=\"false\"><title").attribute("id", id + "-title").raw(">");
    out.text(drawing.of.title).raw("</title><desc").attribute("id", id + "-desc").raw(">");
    out.text(drawing.of.description).raw("</desc>");
    out.raw("<rect class=\"app-genogram__paper\" width=\"100%\" height=\"100%\"/>");
}

} // namespace

std::vector<std::string> two_lines(const std::string& name) {
    if (letters(name) <= letters_in_a_line) {
        return {name};
    }
    auto cut = first_letters(name, letters_in_a_line + 1).rfind(' ');
    if (cut == std::string::npos || cut == 0) {
        cut = name.find(' ');
    }
    if (cut == std::string::npos) {
        return {fitted(name)};
    }
    return {fitted(name.substr(0, cut)), fitted(name.substr(cut + 1))};
}

Html genogram(const Genogram& of) {
    if (of.people.empty()) {
        return {};
    }
    std::vector<Sitter> sitters;
    std::ranges::transform(of.people, std::back_inserter(sitters), &GenogramPerson::sits);
    const std::vector<KinTie> ties(of.ties.begin(), of.ties.end());
    GenogramDrawing drawing{of, seat(sitters, ties)};
    const double width = 2 * margin + 2 * cell_half + (drawing.plan.columns - 1) * step_across;
    const double height = first_row + (drawing.plan.rows - 1) * row_height + cell_bottom + margin;
    open_svg(drawing, width, height);
    draw_home(drawing);
    const auto descents = descents_of(of);
    for (std::size_t i = 0; i < descents.size(); ++i) {
        draw_descent(drawing, descents[i], i);
    }
    for (const auto& tie : of.ties) {
        if (tie.tie == Tie::partner) {
            draw_partners(drawing, tie);
        }
    }
    if (const auto row = drawing.plan.unrelated_row) {
        text(drawing.out, "app-genogram__note",
             {margin, first_row + *row * row_height - cell_top - margin}, of.unrelated);
    }
    for (std::size_t i = 0; i < of.people.size(); ++i) {
        draw_person(drawing, i);
    }
    return drawing.out.raw("</svg>").take();
}

} // namespace gweld::web::draw
