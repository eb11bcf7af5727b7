// What search engines and screen readers miss.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "base/text.h"
#include "formats/markdown.h"
#include "stages/review/rules.h"

namespace waymark {
namespace {

// What search engines show, in characters.
constexpr std::size_t title_limit = 70;
constexpr std::size_t description_limit = 160;

void review_length(const Record& record, std::string_view key, std::string_view text,
                   std::size_t limit, Remarks& out) {
  const std::size_t length = count_code_points(text);
  if (length <= limit) return;
  out.add(Advice::long_text, record.at(key),
          fmt::format("this {} has {} characters; search engines show {}", key, length, limit),
          "say it shorter, or say first what matters");
}

// Any other record must have one; load has told the article's author which sentence stands for it.
void count_missing_summary(const Article& article, Remarks& out) {
  const auto is_summary = [](const auto& value) { return value.first == "summary"; };
  if (std::none_of(article.values.begin(), article.values.end(), is_summary))
    out.count(Advice::missing_summary);
}

void review_images(const Document& document, Remarks& out) {
  for (std::uint32_t i = 0; i < document.nodes.size(); ++i) {
    const Node& node = document.nodes[i];
    if (node.kind != NodeKind::image) continue;
    const bool has_text =
        std::any_of(document.nodes.begin() + i + 1, document.nodes.begin() + node.end,
                    [&](const Node& part) { return !trim(document.literal(part)).empty(); });
    const Link& image = document.links[node.index];
    if (!has_text)
      out.add(Advice::silent_image, image.span, "this image has no text",
              fmt::format("say what it shows, for who cannot see it: ![...]({})", image.url));
  }
}

// The page's own title is above the first one.
void review_headings(const Document& document, Remarks& out) {
  int before = 1;
  for (const Heading& heading : document.headings) {
    if (heading.level > before + 1)
      out.add(
          Advice::skipped_heading, heading.span,
          fmt::format("this heading of level {} follows one of level {}", heading.level, before),
          fmt::format("write {} {}", std::string(static_cast<std::size_t>(before) + 1, '#'),
                      heading.text));
    before = heading.level;
  }
}

}  // namespace

void review_texts(const Proof& proof, Remarks& out) {
  const Site& site = proof.site;
  each_entry(site, [&](const Entry& entry) {
    review_length(entry, "title", entry.title, title_limit, out);
    review_length(entry, "summary", entry.summary, description_limit, out);
  });
  for (const Article& article : site->articles) count_missing_summary(article, out);
  review_length(site->home, "title", site->home.title, title_limit, out);
  review_length(site->home, "summary", site->home.summary, description_limit, out);
  review_length(site->settings, "description", site->settings.description, description_limit, out);
  each_body(site, [&](const Body& body) {
    review_images(body.document, out);
    review_headings(body.document, out);
  });
}

}  // namespace waymark
