#include "commands/serve/preview.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iterator>

#include "base/text.h"
#include "commands/environment.h"
#include "commands/serve/mistakes.h"

namespace waymark {

namespace {

using Clock = std::chrono::steady_clock;

bool all_of(const std::vector<std::string>& paths, bool (*is)(const std::string&)) {
  return std::all_of(paths.begin(), paths.end(), is);
}

bool is_content(const std::string& path) { return path.starts_with("content/"); }
bool is_stylesheet(const std::string& path) { return path.ends_with(".css"); }

std::string name_of(const std::vector<std::string>& changed) {
  if (changed.empty()) return "the site";
  if (changed.size() == 1) return changed.front();
  return fmt::format("{} and {} more", changed.front(), changed.size() - 1);
}

void say(const std::string& line) {
  fmt::print("{}\n", line);
  std::fflush(stdout);
}

}  // namespace

Preview::Preview(const FileSystem& files, BuildRequest request, const Options& options,
                 Board& board)
    : files_(files), request_(std::move(request)), options_(options), board_(board) {
  request_.loaded = &loaded_;
  request_.fingerprints = false;  // an open page asks for a style again by its name
}

std::vector<std::string> Preview::take_changes() {
  Inputs now;
  for (const LoadedFile& file : loaded_) now.emplace_back(file.path, file.hash);
  Inputs different;
  std::set_symmetric_difference(inputs_.begin(), inputs_.end(), now.begin(), now.end(),
                                std::back_inserter(different));
  inputs_ = std::move(now);
  std::vector<std::string> paths;
  for (auto& [path, hash] : different)
    if (paths.empty() || paths.back() != path) paths.push_back(std::move(path));
  return paths;
}

Result<Done> Preview::renew() {
  const auto start = Clock::now();
  const bool is_first = inputs_.empty();
  MadeGuide linked = link_guide(files_, request_);
  if (linked.failure) return *linked.failure;
  const std::vector<std::string> changed = take_changes();
  std::string messages = waymark::report(linked.found, linked.sources, {});
  const bool is_news = std::exchange(linked_, std::move(messages)) != linked_;
  if (changed.empty() && !is_news) return Done{};

  is_unchecked_ = false;
  std::string outcome;
  if (!linked.site || linked.found.has_errors()) {
    report(linked.found, linked.sources);
  } else {
    auto guide = std::make_shared<const ShownGuide>(std::move(linked), request_);
    is_unchecked_ = checked_ && !guide->found().has_errors() && all_of(changed, is_content);
    const Diagnostics found = is_unchecked_ ? Diagnostics{} : guide->check(request_);
    if (!is_unchecked_) report(found, guide->sources());
    if (!found.has_errors()) show(std::move(guide), changed);
  }
  const std::chrono::duration<double, std::milli> passed = Clock::now() - start;
  if (!is_first) say(fmt::format("{}: {:.0f} ms", name_of(changed), passed.count()));
  return Done{};
}

void Preview::show(std::shared_ptr<const ShownGuide> guide,
                   const std::vector<std::string>& changed) {
  const bool is_style = shown_ && all_of(changed, is_stylesheet);
  shown_ = std::move(guide);
  if (!is_unchecked_) checked_ = shown_;
  board_.show(shown_, is_style ? Board::Change::style : Board::Change::page);
}

void Preview::check() {
  is_unchecked_ = false;
  const auto judged = shown_;
  const Diagnostics found = judged->check(request_);
  if (found.has_errors()) {
    shown_ = checked_;
    board_.show(shown_, Board::Change::page);
  } else {
    checked_ = shown_;
  }
  report(found, judged->sources());
}

void Preview::report(const Diagnostics& found, const Sources& sources) {
  std::string messages = waymark::report(found, sources, {});
  if (std::exchange(said_, std::move(messages)) != said_) print_report(found, sources, options_);
  if (!found.has_errors()) return;
  const char* shown = checked_ ? "the last good guide is shown" : "there is no guide to show yet";
  fmt::print(stderr, "{}; {}\n", counted(found.errors(), "error"), shown);
  board_.report(mistakes_json(found, sources, files_, request_));
}

void Preview::report(const Failure& failure) {
  linked_ = failure.message;
  is_unchecked_ = false;
  fail(environment, failure.message);
  board_.report(mistakes_json(failure));
}

}  // namespace waymark
