#include "stages/outside_links.h"

#include <map>
#include <optional>

#include "formats/url.h"
#include "model/urls.h"

namespace waymark {
namespace {

bool is_content(const Sources& sources, Span place) {
  return place.known() && sources.path(place.source).starts_with("content/");
}

// Whether an address may end before this character.
bool ends_url(char c) {
  return std::string_view(" \t\r\n\"'<>()[]{}#,").find(c) != std::string_view::npos;
}

// The first place where the address is written out in one of the files below `folder`.
std::optional<Span> find_written(const Sources& sources, std::string_view folder,
                                 std::string_view url) {
  for (std::uint32_t i = 0; i < sources.size(); ++i) {
    const SourceId id{i};
    if (!sources.path(id).starts_with(folder)) continue;
    const std::string_view text = sources.text(id);
    for (std::size_t at = 0; (at = text.find(url, at)) != std::string_view::npos; ++at) {
      const std::size_t end = at + url.size();
      if (end == text.size() || ends_url(text[end]))
        return Span{id, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    }
  }
  return std::nullopt;
}

std::string_view without_fragment(std::string_view url) { return url.substr(0, url.find('#')); }

}  // namespace

std::vector<OutsideLink> find_outside_links(const Sources& sources, const Pages& pages,
                                            std::string_view base_url) {
  const std::string own = absolute_url(base_url, "");
  std::map<std::string, Span, std::less<>> places;  // unknown: no author's place was told
  for (const Page& page : pages)
    for (const PageLink& link : page.links) {
      if (!is_web_url(link.url) || link.url.starts_with(own)) continue;
      Span& place = places[std::string(without_fragment(link.url))];
      if (!is_content(sources, place) && is_content(sources, link.place)) place = link.place;
    }

  std::vector<OutsideLink> links;
  for (const auto& [url, place] : places) {
    if (place.known()) {
      links.push_back({url, place});
      continue;
    }
    auto written = find_written(sources, "content/", url);
    if (!written) written = find_written(sources, "templates/", url);
    if (written) links.push_back({url, *written});
  }
  return links;
}

}  // namespace waymark
