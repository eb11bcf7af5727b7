#include "commands/check/outside.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "base/http.h"
#include "base/parallel.h"
#include "base/text.h"
#include "formats/url.h"

namespace waymark {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr int timeout = 10;    // seconds, of one step of a question
constexpr auto pause = 200ms;  // between two questions to a host
constexpr unsigned hosts_at_once = 8;
constexpr int most_redirects = 5;
constexpr int most_tries = 3;

// "https://example.org:8443" of an address.
std::string_view origin_of(std::string_view url) {
  return url.substr(0, url.find_first_of("/?#", url.find("://") + 3));
}

// Lets one thread at a time ask a host, and nobody one that kept silent three times.
class Hosts {
 public:
  Result<HttpHead> ask(HttpMethod method, std::string_view url) {
    Host& host = find(origin_of(url));
    const std::lock_guard turn(host.mutex);
    if (host.silences == most_tries) return Failure{host.why};
    std::this_thread::sleep_until(host.next);
    auto head = waymark::ask(method, url, timeout);
    host.next = Clock::now() + pause;
    host.silences = head ? 0 : host.silences + 1;
    if (!head) host.why = head.failure().message;
    return head;
  }

 private:
  struct Host {
    std::mutex mutex;
    Clock::time_point next;
    int silences = 0;  // since its last answer
    std::string why;   // of the last one
  };

  Host& find(std::string_view origin) {
    const std::lock_guard lock(mutex_);
    auto& host = hosts_[std::string(origin)];
    if (!host) host = std::make_unique<Host>();
    return *host;
  }

  std::mutex mutex_;
  std::map<std::string, std::unique_ptr<Host>> hosts_;
};

// Where a redirect leads; nothing for what is no web address.
std::optional<std::string> redirected(const std::string& url, const std::string& location) {
  const std::string origin(origin_of(url));
  std::string target;
  if (is_web_url(location)) {
    target = location;
  } else if (location.starts_with("//")) {
    target = scheme_of(url) + ":" + location;
  } else if (location.starts_with('/')) {
    target = origin + location;
  } else if (!location.empty() && scheme_of(location).empty()) {
    const std::string_view path = split_url(std::string_view(url).substr(origin.size())).path;
    const std::string_view folder = path.substr(0, path.rfind('/') + 1);
    const UrlParts parts = split_url(location);
    const auto resolved = resolve_path(folder.substr(folder.starts_with('/') ? 1 : 0), parts.path);
    if (!resolved) return std::nullopt;
    target = fmt::format("{}/{}{}", origin, *resolved, parts.query);
  }
  if (!is_web_url(target)) return std::nullopt;
  return target.substr(0, target.find('#'));
}

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

// Many servers answer HEAD wrongly.
Result<HttpHead> ask_either(Hosts& hosts, HttpMethod first, const std::string& url) {
  auto head = hosts.ask(first, url);
  const bool is_refused = head && head->status >= 400 && head->status != 429;
  if (first == HttpMethod::head && is_refused) return hosts.ask(HttpMethod::get, url);
  return head;
}

// The last answer of a chain of redirects.
Result<HttpHead> follow(Hosts& hosts, HttpMethod first, std::string url) {
  for (int i = 0; i <= most_redirects; ++i) {
    auto head = ask_either(hosts, first, url);
    if (!head || !is_redirect(head->status)) return head;
    const auto next = redirected(url, head->location);
    if (!next) return Failure{fmt::format("it forwards to \"{}\"", head->location)};
    url = *next;
  }
  return Failure{fmt::format("it forwards more than {} times", most_redirects)};
}

bool may_pass(const Result<HttpHead>& head) { return !head || head->status >= 500; }

// Some servers let HEAD time out, so that later tries do without.
Result<HttpHead> follow_patiently(Hosts& hosts, const std::string& url) {
  auto head = follow(hosts, HttpMethod::head, url);
  for (int tried = 1; tried < most_tries && may_pass(head); ++tried) {
    std::this_thread::sleep_for(500ms * tried);
    head = follow(hosts, HttpMethod::get, url);
  }
  return head;
}

bool is_good(const Result<HttpHead>& head) {
  return head && head->status >= 200 && head->status < 300;
}

bool is_dead(const Result<HttpHead>& head) {
  return head && (head->status == 404 || head->status == 410);
}

void report(const OutsideLink& link, const Result<HttpHead>& head, Diagnostics& out) {
  if (is_dead(head)) {
    out.warning(link.place,
                fmt::format("{} answers {}: the page is not there", quoted(link.url), head->status))
        .notes.push_back({"link to where it is now, or to a copy in an archive", {}});
    return;
  }
  const std::string why =
      head ? fmt::format("it answers {}", head->status) : head.failure().message;
  out.warning(link.place, fmt::format("{} could not be checked: {}", quoted(link.url), why))
      .notes.push_back({"open it in a browser", {}});
}

// Indexes of the links, one list for each server.
std::vector<std::vector<std::size_t>> by_origin(const std::vector<OutsideLink>& links,
                                                const std::vector<std::size_t>& asked) {
  std::map<std::string_view, std::vector<std::size_t>> lists;
  for (const std::size_t i : asked) lists[origin_of(links[i].url)].push_back(i);
  std::vector<std::vector<std::size_t>> result;
  for (auto& [origin, list] : lists) result.push_back(std::move(list));
  return result;
}

}  // namespace

OutsideCounts check_outside_links(const std::vector<OutsideLink>& links, LinkCache& cache,
                                  Diagnostics& out) {
  std::vector<std::size_t> asked;
  for (std::size_t i = 0; i < links.size(); ++i)
    if (!cache.knows(links[i].url)) asked.push_back(i);

  Hosts hosts;
  std::vector<std::optional<Result<HttpHead>>> answers(links.size());
  const auto lists = by_origin(links, asked);
  for_each_index(lists.size(), hosts_at_once, [&](std::size_t list) {
    for (const std::size_t i : lists[list]) answers[i] = follow_patiently(hosts, links[i].url);
  });

  OutsideCounts counts;
  for (const std::size_t i : asked) {
    if (is_good(*answers[i])) {
      cache.remember(links[i].url);
      continue;
    }
    ++(is_dead(*answers[i]) ? counts.dead : counts.unknown);
    report(links[i], *answers[i], out);
  }
  return counts;
}

}  // namespace waymark
