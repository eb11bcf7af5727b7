// waymark new: begin a record.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "commands/commands.h"
#include "commands/environment.h"
#include "commands/new/record_text.h"
#include "commands/schema/content_schemas.h"
#include "stages/load.h"
#include "stages/read.h"

namespace waymark {

namespace {

// How a kind of record is kept.
enum class Keeping { page, row, entry_of_sources };

struct NewKind {
  std::string_view name;
  Kind kind;
  Keeping keeping;
  std::vector<FieldForm> (*forms)();
  std::array<std::string_view, 4> filled = {};  // keys to fill in though they need not be there
};

constexpr std::array<NewKind, 8> kinds{{
    {"role", Kind::role, Keeping::page, forms_of<Role>, {"draft"}},
    {"skill", Kind::skill, Keeping::page, forms_of<Skill>, {"draft"}},
    {"certification", Kind::certification, Keeping::page, forms_of<Certification>, {"draft"}},
    {"article",
     Kind::article,
     Keeping::page,
     forms_of<Article>,
     {"title", "summary", "date", "draft"}},
    {"page", Kind::page, Keeping::page, forms_of<PlainPage>, {"draft"}},
    {"salary", Kind::salary, Keeping::row, forms_of<Salary>},
    {"figure", Kind::figure, Keeping::row, forms_of<Figure>},
    {"source", Kind::source, Keeping::entry_of_sources, forms_of<Source>, {"accessed"}},
}};

static_assert(std::equal(kinds.begin(), kinds.end(), new_kinds.begin(), new_kinds.end(),
                         [](const NewKind& kind, std::string_view name) {
                           return kind.name == name;
                         }));

// One of new_kinds: the options take no other.
const NewKind& kind_named(std::string_view name) {
  return *std::find_if(kinds.begin(), kinds.end(),
                       [&](const NewKind& kind) { return kind.name == name; });
}

// The file of a page or a row, from the site's folder, without its extension.
std::string path_of(const NewKind& kind, std::string_view id) {
  const std::string_view folder = kind.kind == Kind::page ? "pages" : kind_folder(kind.kind);
  return fmt::format("content/{}/{}", folder, id);
}

constexpr std::string_view sources_path = "content/sources.toml";

// Where the record is already, or nothing.
std::string taken_by(const FileSystem& files, const std::string& root, const NewKind& kind,
                     const NewRecord& record) {
  if (kind.keeping != Keeping::entry_of_sources)
    for (const std::string_view extension : {".md", ".toml"}) {
      const std::string path = path_of(kind, record.id) + std::string(extension);
      if (files.kind(join_path(root, path)) != EntryKind::none)
        return fmt::format("{} is there already", path);
    }
  const auto has = [&](const auto& records) {
    return std::any_of(records.begin(), records.end(),
                       [&](const auto& other) { return other.id == record.id; });
  };
  const bool is_known = kind.kind == Kind::figure   ? has(record.site.figures)
                        : kind.kind == Kind::source ? has(record.site.sources)
                                                    : false;
  return is_known ? fmt::format("there is a {} \"{}\" already", kind.name, record.id) : "";
}

// The line by which editors find the schema of a file in content/ or a folder of it.
std::string schema_line(std::string_view way_up, std::string_view name) {
  return fmt::format("#:schema {}{}/{}.json\n", way_up, schema_folder, name);
}

struct NewFile {
  std::string path;  // from the site's folder
  std::string text;
  std::string next;  // what its author does now
};

NewFile page_file(const NewKind& kind, const NewRecord& record) {
  return {path_of(kind, record.id) + ".md", "+++\n" + record_text(kind.forms(), record) + "+++\n",
          "fill in what says TODO, write the prose below the second +++, look at it with "
          "\"waymark serve --drafts\", then take out \"draft = true\""};
}

NewFile row_file(const NewKind& kind, const NewRecord& record) {
  return {path_of(kind, record.id) + ".toml",
          schema_line("../../", kind_folder(kind.kind)) + fmt::format("[[{}]]\n", kind.name) +
              record_text(kind.forms(), record),
          "fill in what is empty; \"waymark build\" names what is still missing"};
}

NewFile with_source(const NewKind& kind, const NewRecord& record, std::string text) {
  if (text.empty()) text = schema_line("../", "sources");
  if (!text.ends_with('\n')) text += '\n';
  text += fmt::format("\n[source.{}]\n", record.id) + record_text(kind.forms(), record);
  return {std::string(sources_path), std::move(text),
          "fill in what is empty at the end of the file; \"waymark build\" names what is still "
          "missing"};
}

// In one step: whoever reads the file meanwhile sees the old or the new text.
Result<Done> replace(FileSystem& files, const std::string& path, std::string_view text) {
  const std::string staged = path + "~";  // a name that no build reads
  if (auto written = files.write(staged, text); !written) return written.failure();
  return files.rename(staged, path);
}

int create(FileSystem& files, const std::string& root, const NewKind& kind,
           const NewRecord& record) {
  if (const std::string why = taken_by(files, root, kind, record); !why.empty())
    return fail(usage, why);
  NewFile made;
  if (kind.keeping == Keeping::page) {
    made = page_file(kind, record);
  } else if (kind.keeping == Keeping::row) {
    made = row_file(kind, record);
  } else {
    const std::string path = join_path(root, sources_path);
    const bool is_new = files.kind(path) == EntryKind::none;
    auto text = is_new ? Result<std::string>("") : files.read(path);
    if (!text) return fail(environment, text.failure().message);
    made = with_source(kind, record, std::move(*text));
  }
  if (auto written = replace(files, join_path(root, made.path), made.text); !written)
    return fail(environment, written.failure().message);
  fmt::print("{} has the {} \"{}\"\nnext: {}\n", made.path, kind.name, record.id, made.next);
  return done;
}

}  // namespace

int run_create(const Options& options) {
  const std::unique_ptr<FileSystem> files = real_file_system();
  const NewKind& kind = kind_named(options.kind);
  const std::string id = to_id(options.name);
  if (id.empty())
    return fail(usage, fmt::format("\"{}\" gives no id: it has none of the letters a to z and no "
                                   "digit",
                                   options.name));
  auto asked = request_of(options, *files);
  if (const int* status = std::get_if<int>(&asked)) return *status;
  const BuildRequest& request = std::get<BuildRequest>(asked);

  Diagnostics found;  // mistakes that are there already are not what was asked for
  auto sources = read(*files, request.root, request.theme, request.jobs, found);
  if (!sources) return fail(environment, sources.failure().message);
  const Catalog site = load(*sources, {request.as_of, true, request.jobs}, found);

  // A page can wait as a draft; a row would be published with whatever stands in it.
  const std::string_view placeholder = kind.keeping == Keeping::page ? "TODO" : "";
  const NewRecord record{id,          std::string(trim(options.name)),         request.as_of, site,
                         placeholder, {kind.filled.begin(), kind.filled.end()}};
  return create(*files, request.root, kind, record);
}

}  // namespace waymark
